"""A map of many items through all of pp, with the fake engine in the model's place."""

from pathlib import Path
from time import perf_counter

from tests.benchmarks.measurement import Measurement
from tests.benchmarks.peers.peer import read_peak_mib
from tests.benchmarks.peers.pp_program import run_program
from tests.benchmarks.workloads.tools import FakeMap

FEW = 2_000

GREET_ITEMS = '''
template judge(item: text) -> text { max_tokens: 8 } """
  Say in a word what you think of this: {{ item }}
"""

program main(items: list[text]) {
  return { answers: map item in items: judge(item) }
}
'''


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
