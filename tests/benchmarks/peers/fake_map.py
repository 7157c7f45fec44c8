"""A map of many items through all of pp, with the fake engine in the model's place."""

import sys
from pathlib import Path
from time import perf_counter

from tests.benchmarks.measurement import Measurement
from tests.benchmarks.programs import GREET_ITEMS, run_program
from tests.benchmarks.workloads import FakeMap

FEW = 2_000


def measure_few(workload: FakeMap, model: Path) -> Measurement:
    """Run a tenth of the items: memory that is flat grows no more with ten times as many."""
    return _measure(workload.items[:FEW])


def measure_many(workload: FakeMap, model: Path) -> Measurement:
    """Run all items."""
    return _measure(workload.items)


def _measure(items: tuple[str, ...]) -> Measurement:
    run_program(GREET_ITEMS, {"items": list(items[:64])}, "fake")
    inputs = {"items": list(items)}
    before = read_peak_mib()
    start = perf_counter()
    result = run_program(GREET_ITEMS, inputs, "fake")
    seconds = perf_counter() - start
    return Measurement(
        seconds=seconds,
        answers=len(result.answers),
        parts={"items": len(items), "peak_rss_growth_mib": read_peak_mib() - before},
    )


def read_peak_mib() -> float:
    """Return the most memory that this process ever held at once; 0 where that cannot be known."""
    if sys.platform == "win32":
        return 0.0
    import resource

    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
