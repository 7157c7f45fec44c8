"""Who is compared on which workload, and what each one needs."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.benchmarks.measurement import Measurement
from tests.support.long_programs import LONG_PROGRAMS

Measure = Callable[[Any, Path], Measurement]


@dataclass(frozen=True, slots=True)
class Peer:
    """One row of a table."""

    name: str
    module: str
    """Below `tests.benchmarks.peers`; imported only in the process that measures."""
    function: str
    needs: str
    """The package to import; the row is skipped where it is missing."""
    install: str
    slots: int | None = None
    python_variable: str | None = None
    """A variable that may name another Python, for packages that cannot live beside ours."""
    layout: str | None = None
    """Another layout that the model's file is converted to before."""

    def load(self) -> Measure:
        """Import the peer and return what measures it."""
        function = getattr(import_module(f"tests.benchmarks.peers.{self.module}"), self.function)
        return function if self.slots is None else partial(function, slots=self.slots)


def _pp(name: str, module: str, function: str = "measure") -> Peer:
    return Peer(name, module, function, "pp_lang", 'pip install "pp-lang[default-model]"')


def _server(slots: int) -> Peer:
    return Peer(
        f"server, {slots} slot{'s' if slots > 1 else ''}",
        "llama_server",
        "measure",
        "xllamacpp",
        "pip install xllamacpp",
        slots,
        "PP_BENCH_SERVER_PYTHON",
    )


def _llama(name: str, module: str, function: str = "measure") -> Peer:
    return Peer(name, module, function, "llama_cpp", "pip install llama-cpp-python")


_ENGINE = _pp("pp, engine", "pp_engine")
_PROGRAM = _pp("pp, program", "pp_program")
_CONVERTED = replace(_PROGRAM, name="pp, converted to Q8_0", layout="Q8_0")
_GUESSING = _pp("pp, guessing ahead", "pp_program", "measure_guessing")
_BARE = _llama("bare loop", "bare_loop")
_MATCH = _llama("Llama, prefix match", "llama_class", "measure_with_prefix_match")
_NOTHING = _llama("Llama, nothing kept", "llama_class", "measure_with_nothing_kept")
_SERVERS = tuple(_server(slots) for slots in (16, 4, 1))
_GUIDANCE = Peer(
    "guidance",
    "guidance_library",
    "measure",
    "guidance",
    "pip install guidance llama-cpp-python, in a venv of its own (older llguidance)",
    python_variable="PP_BENCH_GUIDANCE_PYTHON",
)
_WRITING = (_PROGRAM, _CONVERTED, _BARE, _MATCH, *_SERVERS)
_SHARING = (_ENGINE, *_WRITING, _NOTHING)
_TYPED = (_ENGINE, _PROGRAM, _CONVERTED, _BARE, *_SERVERS, _GUIDANCE)

MODEL_PEERS: dict[str, tuple[Peer, ...]] = {
    "shared-713": _SHARING,
    "shared-1277": _SHARING,
    "long-context": _WRITING,
    "unshared": _WRITING,
    "mixed-lengths": _WRITING,
    "typed-records": _TYPED,
    "closed-sets": _TYPED,
    "tree-reduce": _WRITING,
    "samples": _WRITING,
    "corrections-1": (_GUESSING, *_WRITING),
    "corrections-4": (_GUESSING, *_WRITING),
    "chain": _WRITING,
}
"""Work for a model, in the order of the report."""

PEERS: dict[str, tuple[Peer, ...]] = MODEL_PEERS | {
    "fake-map": (
        _pp("pp, 2,000 items", "fake_map", "measure_few"),
        _pp("pp, 20,000 items", "fake_map", "measure_many"),
    ),
    **{
        f"compile-{shape}": (_pp("pp, compile and plan", "long_program"),)
        for shape in LONG_PROGRAMS
    },
    "check-file": (
        _pp("pp check, cold", "check_file", "measure_cold"),
        _pp("pp, after an edit", "check_file", "measure_again"),
    ),
}


def find_peer(workload: str, name: str) -> Peer:
    """Return the peer of that name."""
    return next(peer for peer in PEERS[workload] if peer.name == name)
