"""What the rows of a table have in common."""

import sys
from time import perf_counter
from typing import Protocol

from tests.benchmarks.jobs import Job, ModelWork, SplitPrompt, Write, run_rounds
from tests.benchmarks.measurement import Measurement

THREADS = 2
WARM_UP = SplitPrompt("You talk about it.", "It rains in the mountains. " * 16, "\n", "Go on.")


class Peer(Protocol):
    """A model that is open in some library."""

    def answer(self, jobs: list[Job]) -> list[str]:
        """Return an answer to each job, in order."""
        ...

    def counts(self) -> tuple[int | None, int | None]:
        """Return the prompt tokens computed and the answer tokens made so far, where known."""
        ...

    def parts(self) -> dict[str, float]:
        """Return figures of the library's own since it was opened."""
        ...


def measure_jobs(peer: Peer, work: ModelWork) -> Measurement:
    """Warm up on other text, then time all rounds of `work`."""
    peer.answer([Job(WARM_UP, Write(4))])
    before, parts_before = peer.counts(), peer.parts()
    start = perf_counter()
    answers = run_rounds(work.rounds(), peer.answer)
    seconds = perf_counter() - start
    prompt, written = (
        None if new is None or old is None else new - old
        for new, old in zip(peer.counts(), before, strict=True)
    )
    parts = {key: value - parts_before.get(key, 0.0) for key, value in peer.parts().items()}
    return Measurement(
        seconds, prompt, written, len(answers), work.count_right(answers), parts=parts
    )


def read_peak_mib() -> float:
    """Return the most memory that this process ever held at once; 0 where that cannot be known."""
    if sys.platform == "win32":
        return 0.0
    import resource

    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
