"""pp's engine without a program: what the language and its runtime add is the next row's matter."""

from dataclasses import replace
from pathlib import Path

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
    OneOf,
    OutputForm,
    Piece,
    Prompt,
    Turn,
    open_local_model,
)
from pp_lang.engine.config import Speculation
from pp_lang.engine.llama_backend import LlamaBackend
from pp_lang.sampling_params import SamplingParams
from tests.benchmarks.jobs import Choose, Fill, Form, Job, ModelWork, SplitPrompt, Write
from tests.benchmarks.measurement import Measurement
from tests.benchmarks.peers.peer import THREADS, measure_jobs

COUNTERS = (
    "steps",
    "prefilled_tokens",
    "sampled_tokens",
    "forced_tokens",
    "drafted_tokens",
    "accepted_tokens",
    "finished",
    "decode_s",
    "constraint_s",
    "step_s",
)


def measure(work: ModelWork, model: Path) -> Measurement:
    """Submit all jobs of a round and step until they are answered."""
    return measure_jobs(EnginePeer(open_for(model, work)), work)


def open_for(model: Path, work: ModelWork, speculate: Speculation | None = None) -> LanguageModel:
    """Open a model as the other peers do; where answers are endless, no token ends one."""
    config = EngineConfig(threads=THREADS, speculate=speculate)
    if not work.is_endless:
        return open_local_model(model, config)
    backend = LlamaBackend(model, config)
    backend.special = replace(backend.special, end_of_turn=())
    return Engine(backend, config)


def read_counters(statistics: ModelStatistics) -> dict[str, float]:
    """Return what a model has counted so far."""
    return {name: getattr(statistics, name) for name in COUNTERS}


class EnginePeer:
    """An engine that is driven step by step."""

    def __init__(self, model: LanguageModel) -> None:
        self._model = model

    def counts(self) -> tuple[int, int]:
        """Return the tokens computed of prompts, and of answers."""
        now = self._model.statistics()
        return now.prefilled_tokens, now.sampled_tokens + now.forced_tokens

    def parts(self) -> dict[str, float]:
        """Return the engine's counters."""
        return read_counters(self._model.statistics())

    def answer(self, jobs: list[Job]) -> list[str]:
        """Answer all jobs."""
        requests = [self._model.submit(_build_request(job)) for job in jobs]
        results: dict[int, GenerationResult] = {}
        while self._model.has_work:
            for event in self._model.step():
                match event:
                    case Finished(request, result):
                        results[request] = result
                    case Failed(_, message):
                        raise RuntimeError(message)
        return [results[request].text for request in requests]


def _build_request(job: Job) -> GenerationRequest:
    form, sampling = _form(job.form)
    return GenerationRequest(_build_prompt(job.prompt), form, sampling)


def _form(form: Form) -> tuple[OutputForm, SamplingParams]:
    match form:
        case Write(tokens, temperature, seed):
            params = SamplingParams(max_tokens=tokens, temperature=temperature, seed=seed)
            return FreeText(), params
        case Fill(schema, max_tokens):
            return JsonText(schema), SamplingParams(max_tokens=max_tokens)
        case Choose(options):
            return OneOf(options), SamplingParams()


def _build_prompt(prompt: SplitPrompt) -> Prompt:
    """Cut where the prompts differ: what is static before the first hole belongs to the prefix."""
    shared = Piece(prompt.shared + prompt.label, is_trusted=True)
    own = Piece(prompt.data, is_trusted=False)
    parts = (shared, Cut(), own) if prompt.data else (shared, Cut())
    return Prompt((Turn("system", (Piece(prompt.system, is_trusted=True),)), Turn("user", parts)))
