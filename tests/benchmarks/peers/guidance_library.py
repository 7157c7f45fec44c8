"""The library `guidance`, one review after the other on one sequence; common text is kept."""

import json
from pathlib import Path
from time import perf_counter

import guidance
from guidance import models

from tests.benchmarks.measurement import Measurement
from tests.benchmarks.workloads import TypedRecords

THREADS = 2


def measure_typed_records(workload: TypedRecords, model: Path) -> Measurement:
    """Let `guidance.json` answer every review."""
    base = models.LlamaCpp(
        str(model), echo=False, n_ctx=2048, n_threads=THREADS, n_threads_batch=THREADS
    )
    form = guidance.json(
        name="record",
        schema=json.loads(workload.schema),
        temperature=0.0,
        separators=(",", ":"),
        max_tokens=workload.max_tokens,
    )
    _ = base + "The weather in the mountains: " + guidance.gen(max_tokens=4)
    start = perf_counter()
    answers = [str((base + prompt.rendered + form)["record"]) for prompt in workload.prompts]
    seconds = perf_counter() - start
    return Measurement(
        seconds=seconds, answers=len(answers), valid=sum(map(workload.is_valid, answers))
    )
