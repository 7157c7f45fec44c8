"""What is measured, by name."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from tests.benchmarks.jobs import ModelWork
from tests.benchmarks.workloads.corrections import build_corrections
from tests.benchmarks.workloads.questions import (
    LONG_WORDS,
    SHORT_WORDS,
    VERY_LONG_WORDS,
    build_mixed,
    build_shared_context,
    build_unshared,
)
from tests.benchmarks.workloads.records import build_typed_records
from tests.benchmarks.workloads.sentiment import build_closed_sets
from tests.benchmarks.workloads.steps import build_chain, build_samples, build_tree_reduce
from tests.benchmarks.workloads.tools import FakeMap, LongFile, LongProgram
from tests.support.long_programs import LONG_PROGRAMS, long_file

Workload: TypeAlias = ModelWork | FakeMap | LongProgram | LongFile

MODEL_WORK: dict[str, tuple[Callable[[], ModelWork], Callable[[], ModelWork]]] = {
    "shared-713": (
        partial(build_shared_context, SHORT_WORDS, 16, 32),
        partial(build_shared_context, SHORT_WORDS, 4, 8),
    ),
    "shared-1277": (
        partial(build_shared_context, LONG_WORDS, 16, 32),
        partial(build_shared_context, LONG_WORDS, 4, 8),
    ),
    "long-context": (
        partial(build_shared_context, VERY_LONG_WORDS, 4, 32),
        partial(build_shared_context, LONG_WORDS, 2, 4),
    ),
    "unshared": (partial(build_unshared, 16, 150, 32), partial(build_unshared, 4, 40, 8)),
    "mixed-lengths": (partial(build_mixed, 24, 8), partial(build_mixed, 6, 4)),
    "typed-records": (partial(build_typed_records, 64), partial(build_typed_records, 8)),
    "closed-sets": (partial(build_closed_sets, 200), partial(build_closed_sets, 10)),
    "tree-reduce": (partial(build_tree_reduce, 16, 4, 32), partial(build_tree_reduce, 4, 2, 8)),
    "samples": (partial(build_samples, 16, 300, 48), partial(build_samples, 4, 40, 8)),
    "corrections-1": (
        partial(build_corrections, 1, 120, 160),
        partial(build_corrections, 1, 30, 8),
    ),
    "corrections-4": (
        partial(build_corrections, 4, 120, 160),
        partial(build_corrections, 2, 30, 8),
    ),
    "chain": (partial(build_chain, 8, 300, 32), partial(build_chain, 3, 40, 8)),
}
"""How each piece of work for a model is built: in full, and small."""


def build_workload(name: str, *, quick: bool) -> Workload:
    """Build a workload by its name; a quick one is small and compares with nothing."""
    if name in MODEL_WORK:
        return MODEL_WORK[name][quick]()
    kind, _, shape = name.partition("-")
    if kind == "compile":
        return LongProgram(LONG_PROGRAMS[shape](1_000 if quick else 10_000))
    match name:
        case "fake-map":
            return FakeMap(
                tuple(f"review number {index}" for index in range(2_000 if quick else 20_000))
            )
        case "check-file":
            return LongFile(long_file(100 if quick else 1_000))
    raise ValueError(f"no workload is called {name!r}")
