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
WARM_UP = SplitPrompt("You talk about the weather.", "It rains in the mountains. " * 16, "Go on.")


def measure_shared_context(workload: SharedContext, model: Path) -> Measurement:
    """Answer all questions with the same number of tokens each: no token ends an answer."""
    config = EngineConfig(threads=THREADS)
    backend = LlamaBackend(model, config)
    backend.special = replace(backend.special, end_of_turn=())
    opened = Engine(backend, config)
    seconds, results, parts = _run(opened, workload.prompts, FreeText(), workload.answer_tokens)
    return _to_measurement(seconds, results, parts)


def measure_typed_records(workload: TypedRecords, model: Path) -> Measurement:
    """Turn every review into a record."""
    opened = open_local_model(model, EngineConfig(threads=THREADS))
    form = JsonText(workload.schema)
    seconds, results, parts = _run(opened, workload.prompts, form, workload.max_tokens)
    valid = sum(workload.is_valid(result.text) for result in results)
    return replace(_to_measurement(seconds, results, parts), valid=valid)


def _run(
    model: LanguageModel, prompts: Sequence[SplitPrompt], form: OutputForm, max_tokens: int
) -> tuple[float, list[GenerationResult], dict[str, float]]:
    _generate(model, [WARM_UP], FreeText(), 4)
    before = model.statistics()
    start = perf_counter()
    results = _generate(model, prompts, form, max_tokens)
    seconds = perf_counter() - start
    after = model.statistics()
    parts = {
        name: getattr(after, name) - getattr(before, name)
        for name in (
            "steps",
            "prefilled_tokens",
            "forced_tokens",
            "decode_s",
            "constraint_s",
            "step_s",
        )
    }
    model.close()
    return seconds, results, parts | {"cells_peak": after.cells_peak}


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
    label, _, data = prompt.own.partition(": ")
    shared = Piece(prompt.shared + label + (": " if data else ""), is_trusted=True)
    own = Piece(data, is_trusted=False)
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
