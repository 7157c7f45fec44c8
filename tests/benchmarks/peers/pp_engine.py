"""pp's engine without a program: what the language and its runtime add is the next row's matter."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from pp_lang.engine import (
    Cut,
    Engine,
    EngineConfig,
    Failed,
    Finished,
    FreeText,
    GenerationRequest,
    GenerationResult,
    JsonText,
    LanguageModel,
    ModelStatistics,
    OutputForm,
    Piece,
    Prompt,
    Turn,
    open_local_model,
)
from pp_lang.engine.llama_backend import LlamaBackend
from pp_lang.sampling_params import SamplingParams
from tests.benchmarks.measurement import Measurement
from tests.benchmarks.workloads import SharedContext, SplitPrompt, TypedRecords

THREADS = 2
WARM_UP = SplitPrompt("You talk about it.", "It rains in the mountains. " * 16, "\n", "Go on.")
COUNTERS = (
    "steps",
    "prefilled_tokens",
    "sampled_tokens",
    "forced_tokens",
    "finished",
    "decode_s",
    "constraint_s",
    "step_s",
)


def open_model(model: Path) -> LanguageModel:
    """Open a model as the other peers do."""
    return open_local_model(model, EngineConfig(threads=THREADS))


def open_endless_model(model: Path) -> LanguageModel:
    """Open a model for which no token ends an answer, so that all answers are equally long."""
    config = EngineConfig(threads=THREADS)
    backend = LlamaBackend(model, config)
    backend.special = replace(backend.special, end_of_turn=())
    return Engine(backend, config)


def read_counters(before: ModelStatistics, after: ModelStatistics) -> dict[str, float]:
    """Return what happened between two readings."""
    counts = {name: getattr(after, name) - getattr(before, name) for name in COUNTERS}
    return counts | {"cells_peak": after.cells_peak}


def measure_shared_context(workload: SharedContext, model: Path) -> Measurement:
    """Answer all questions with the same number of tokens each."""
    opened = open_endless_model(model)
    seconds, results, parts = _run(opened, workload.prompts, FreeText(), workload.answer_tokens)
    return _to_measurement(seconds, results, parts)


def measure_typed_records(workload: TypedRecords, model: Path) -> Measurement:
    """Turn every review into a record."""
    opened = open_model(model)
    form = JsonText(workload.schema)
    seconds, results, parts = _run(opened, workload.prompts, form, workload.max_tokens)
    valid = sum(workload.is_valid(result.text) for result in results)
    return _to_measurement(seconds, results, parts).with_valid(valid)


def _run(
    model: LanguageModel, prompts: Sequence[SplitPrompt], form: OutputForm, max_tokens: int
) -> tuple[float, list[GenerationResult], dict[str, float]]:
    _generate(model, [WARM_UP], FreeText(), 4)
    before = model.statistics()
    start = perf_counter()
    results = _generate(model, prompts, form, max_tokens)
    seconds = perf_counter() - start
    parts = read_counters(before, model.statistics())
    model.close()
    return seconds, results, parts


def _generate(
    model: LanguageModel, prompts: Sequence[SplitPrompt], form: OutputForm, max_tokens: int
) -> list[GenerationResult]:
    sampling = SamplingParams(max_tokens=max_tokens)
    requests = [
        model.submit(GenerationRequest(_build_prompt(prompt), form, sampling)) for prompt in prompts
    ]
    results: dict[int, GenerationResult] = {}
    while model.has_work:
        for event in model.step():
            match event:
                case Finished(request, result):
                    results[request] = result
                case Failed(_, message):
                    raise RuntimeError(message)
    return [results[request] for request in requests]


def _build_prompt(prompt: SplitPrompt) -> Prompt:
    """Cut where the prompts differ: what is static before the first hole belongs to the prefix."""
    shared = Piece(prompt.shared + prompt.label, is_trusted=True)
    own = Piece(prompt.data, is_trusted=False)
    return Prompt(
        (
            Turn("system", (Piece(prompt.system, is_trusted=True),)),
            Turn("user", (shared, Cut(), own)),
        )
    )


def _to_measurement(
    seconds: float, results: Sequence[GenerationResult], parts: dict[str, float]
) -> Measurement:
    return Measurement(
        seconds=seconds,
        prompt_tokens=int(parts["prefilled_tokens"]),
        answer_tokens=sum(result.tokens.sampled + result.tokens.forced for result in results),
        answers=len(results),
        parts=parts,
    )
