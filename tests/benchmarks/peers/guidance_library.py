"""The library `guidance`, one prompt after the other on one sequence; common text is kept."""

import json
from pathlib import Path
from typing import Any

import guidance
from guidance import models

from tests.benchmarks.jobs import Choose, Fill, Job, ModelWork, Write
from tests.benchmarks.measurement import Measurement
from tests.benchmarks.peers.peer import THREADS, measure_jobs


def measure(work: ModelWork, model: Path) -> Measurement:
    """Let `guidance` answer every job."""
    return measure_jobs(GuidancePeer(model), work)


class GuidancePeer:
    """A guidance model without any text yet."""

    def __init__(self, model: Path) -> None:
        self._path = model
        self._base = models.LlamaCpp(
            str(model), echo=False, n_ctx=2048, n_threads=THREADS, n_threads_batch=THREADS
        )

    def counts(self) -> tuple[None, None]:
        """Return nothing: guidance counts otherwise."""
        return None, None

    def parts(self) -> dict[str, float]:
        """Return nothing."""
        return {}

    def answer(self, jobs: list[Job]) -> list[str]:
        """Answer one job after the other."""
        return [
            str((self._base + job.prompt.render(self._path) + _form(job))["answer"]) for job in jobs
        ]


def _form(job: Job) -> Any:
    match job.form:
        case Write(tokens):
            return guidance.gen("answer", max_tokens=tokens, temperature=0.0)
        case Fill(schema, max_tokens):
            return guidance.json(
                name="answer",
                schema=json.loads(schema),
                temperature=0.0,
                separators=(",", ":"),
                max_tokens=max_tokens,
            )
        case Choose(options):
            return guidance.select(list(options), name="answer")
