"""Who is compared on which workload, and what each one needs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import cast

from tests.benchmarks.measurement import Measurement
from tests.benchmarks.workloads import Workload
from tests.support.long_programs import LONG_PROGRAMS

Measure = Callable[[Workload, Path], Measurement]


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

    def load(self) -> Measure:
        """Import the peer and return what measures it."""
        function = getattr(import_module(f"tests.benchmarks.peers.{self.module}"), self.function)
        return cast(
            Measure, function if self.slots is None else partial(function, slots=self.slots)
        )


def _pp(name: str, module: str, function: str) -> Peer:
    return Peer(name, module, function, "pp_lang", 'pip install "pp-lang[default-model]"')


def _server(slots: int) -> Peer:
    name = f"server, {slots} slot{'s' if slots > 1 else ''}"
    return Peer(
        name,
        "llama_server",
        "measure",
        "xllamacpp",
        "pip install xllamacpp",
        slots,
        "PP_BENCH_SERVER_PYTHON",
    )


def _llama(name: str, module: str, function: str) -> Peer:
    return Peer(name, module, function, "llama_cpp", "pip install llama-cpp-python")


SERVERS = tuple(_server(slots) for slots in (16, 4, 1))

SHARED_CONTEXT_PEERS = (
    _pp("pp, engine", "pp_engine", "measure_shared_context"),
    _pp("pp, program", "pp_program", "measure_shared_context"),
    _llama("bare loop", "bare_loop", "measure_shared_context"),
    _llama("Llama, prefix match", "llama_class", "measure_with_prefix_match"),
    _llama("Llama, nothing kept", "llama_class", "measure_with_nothing_kept"),
    *SERVERS,
)

PEERS: dict[str, tuple[Peer, ...]] = {
    "shared-713": SHARED_CONTEXT_PEERS,
    "shared-1277": SHARED_CONTEXT_PEERS,
    "typed-records": (
        _pp("pp, engine", "pp_engine", "measure_typed_records"),
        _pp("pp, program", "pp_program", "measure_typed_records"),
        _llama("bare loop, llguidance", "bare_loop", "measure_typed_records"),
        *SERVERS,
        Peer(
            "guidance",
            "guidance_library",
            "measure_typed_records",
            "guidance",
            "pip install guidance llama-cpp-python, in a venv of its own (older llguidance)",
            python_variable="PP_BENCH_GUIDANCE_PYTHON",
        ),
    ),
    "fake-map": (
        _pp("pp, 2,000 items", "fake_map", "measure_few"),
        _pp("pp, 20,000 items", "fake_map", "measure_many"),
    ),
    **{
        f"compile-{shape}": (_pp("pp, compile and plan", "long_program", "measure"),)
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
