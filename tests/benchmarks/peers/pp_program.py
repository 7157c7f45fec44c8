"""pp as its users meet it: a program is compiled and run, on a model that is already open."""

from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from typing import Any

import pp_lang
from pp_lang.engine import LanguageModel
from tests.benchmarks.measurement import Measurement
from tests.benchmarks.peers.pp_engine import open_endless_model, open_model, read_counters
from tests.benchmarks.programs import ANSWER_QUESTIONS, TRIAGE_REVIEWS, run_program
from tests.benchmarks.workloads import SharedContext, TypedRecords

WARM_UP = "It rains in the mountains. " * 16


def measure_shared_context(workload: SharedContext, model: Path) -> Measurement:
    """Compile and run a map over the questions."""
    source = ANSWER_QUESTIONS.replace("MAX_TOKENS", str(workload.answer_tokens))
    inputs = {
        "article": workload.prompts[0].shared,
        "questions": [prompt.data for prompt in workload.prompts],
    }
    warm_up = {"article": WARM_UP, "questions": ["Will it stop?"]}
    return _measure(open_endless_model(model), source, inputs, warm_up)[1]


def measure_typed_records(workload: TypedRecords, model: Path) -> Measurement:
    """Compile and run a map over the reviews; pp itself validates every record."""
    source = TRIAGE_REVIEWS.replace("MAX_TOKENS", str(workload.max_tokens))
    inputs = {
        "instructions": workload.prompts[0].shared,
        "reviews": [prompt.data for prompt in workload.prompts],
    }
    warm_up = {"instructions": WARM_UP, "reviews": ["It will not stop."]}
    result, measurement = _measure(open_model(model), source, inputs, warm_up)
    answers = [verdict.model_dump_json() for verdict in result.verdicts]
    return measurement.with_valid(sum(map(workload.is_valid, answers)))


def _measure(
    model: LanguageModel, source: str, inputs: Mapping[str, Any], warm_up: Mapping[str, Any]
) -> tuple[Any, Measurement]:
    shared = pp_lang.Model(model)
    run_program(source, warm_up, shared)
    before = model.statistics()
    start = perf_counter()
    result = run_program(source, inputs, shared)
    seconds = perf_counter() - start
    parts = read_counters(before, model.statistics())
    shared.close()
    return result, Measurement(
        seconds=seconds,
        prompt_tokens=int(parts["prefilled_tokens"]),
        answer_tokens=int(parts["sampled_tokens"] + parts["forced_tokens"]),
        answers=int(parts["finished"]),
        parts=parts,
    )
