"""Short ways to compute values and run programs on pretend models in tests."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

import anyio

from pp_lang.api import FileImporter
from pp_lang.compiler import Compilation, compile_source
from pp_lang.engine import (
    EngineConfig,
    EngineEvent,
    FakeSettings,
    GenerationRequest,
    HoldId,
    LanguageModel,
    ModelInfo,
    ModelStatistics,
    Prompt,
    PromptSize,
    RequestId,
    open_fake_model,
)
from pp_lang.errors import ModelError
from pp_lang.evaluation import Environment, Value, evaluate
from pp_lang.graph import ComputeNode
from pp_lang.runtime import (
    ModelRef,
    OpenedModel,
    RunEvent,
    RunOutcome,
    RunSettings,
    run_program,
)
from pp_lang.semantics import Options, OptionValue, Ty
from pp_lang.source import SourceFile


def compile_text(text: str) -> Compilation:
    """Return the compiled program text, which may import the standard library."""
    return compile_source(SourceFile("test.pp", text), FileImporter(None))


def type_of(text: str) -> Ty:
    """Return the type that `text` writes."""
    return compile_text(f'template t() -> {text} """x"""').module.templates["t"].output


def value_of(body: str, parameters: str = "", **inputs: Value) -> Value:
    """Return what the body of a program without a model gives."""
    region = compile_text(f"program main({parameters}) {{\n{body}\n}}").region("main")
    env = Environment(dict(inputs))
    for node in region.nodes:
        if isinstance(node, ComputeNode):
            env.bind(node.name, evaluate(node.expr, env))
    return evaluate(region.result, env)


class WatchedModel:
    """A model that keeps count of what is asked of it, and answers as the one inside does."""

    def __init__(self, model: LanguageModel) -> None:
        self._model = model
        self._in_flight: set[RequestId] = set()
        self.most_in_flight = 0
        self.requests: list[GenerationRequest] = []
        self.held: set[HoldId] = set()
        self.num_holds = 0
        self.calls: list[str] = []
        self.is_closed = False

    @property
    def info(self) -> ModelInfo:
        return self._model.info

    @property
    def has_work(self) -> bool:
        return self._model.has_work

    @property
    def in_flight(self) -> int:
        """Requests that have neither ended nor been cancelled."""
        return len(self._in_flight)

    def count(self, prompt: Prompt) -> PromptSize:
        return self._model.count(prompt)

    def submit(self, request: GenerationRequest) -> RequestId:
        number = self._model.submit(request)
        self.calls.append("submit")
        self.requests.append(request)
        self._in_flight.add(number)
        self.most_in_flight = max(self.most_in_flight, len(self._in_flight))
        return number

    def cancel(self, request: RequestId) -> None:
        self.calls.append("cancel")
        self._in_flight.discard(request)
        self._model.cancel(request)

    def answer_tokens(self, request: RequestId) -> int:
        return self._model.answer_tokens(request)

    def hold(self, prompt: Prompt) -> HoldId:
        hold = self._model.hold(prompt)
        self.calls.append("hold")
        self.held.add(hold)
        self.num_holds += 1
        return hold

    def release(self, hold: HoldId) -> None:
        self.calls.append("release")
        self.held.remove(hold)
        self._model.release(hold)

    def step(self) -> list[EngineEvent]:
        events = self._model.step()
        self.calls.append("step")
        for event in events:
            if type(event).__name__ in ("Finished", "Failed"):
                self._in_flight.discard(event.request)
        return events

    def statistics(self) -> ModelStatistics:
        return self._model.statistics()

    def close(self) -> None:
        self.is_closed = True
        self._model.close()


@dataclass
class PretendModels:
    """Opens pretend models, each name once, and remembers them."""

    settings: FakeSettings = field(default_factory=FakeSettings)
    config: EngineConfig = field(default_factory=EngineConfig)
    missing: frozenset[str] = frozenset()
    """Names that cannot be opened."""
    by_name: Mapping[str, FakeSettings] = field(default_factory=dict)
    opened: dict[str | None, WatchedModel] = field(default_factory=dict)

    @property
    def only(self) -> WatchedModel:
        """The one model that was opened."""
        (model,) = self.opened.values()
        return model

    def open(self, ref: ModelRef, stop: threading.Event) -> OpenedModel:
        assert not stop.is_set()
        if ref.location in self.missing:
            raise ModelError(f"there is no model `{ref.location}`")
        settings = self.by_name.get(ref.location or "", self.settings)
        model = WatchedModel(open_fake_model(settings, ref.config or self.config))
        self.opened[ref.location] = model
        return OpenedModel(model, model.close)


def run(
    source: str,
    models: PretendModels | None = None,
    *,
    program: str = "main",
    options: Mapping[str, OptionValue] | None = None,
    seed: int = 0,
    window: int | None = None,
    on_event: Callable[[RunEvent], None] | None = None,
    wants_deltas: bool = False,
    backend: str = "asyncio",
    functions: Mapping[str, Callable[..., object]] | None = None,
    extern_answers: Mapping[str, list[Value]] | None = None,
    clock: Callable[[], float] = time.monotonic,
    **inputs: Value,
) -> RunOutcome:
    """Run a program on pretend models."""
    settings = RunSettings(
        Options(tuple((options or {}).items())), seed, window, extern_answers=extern_answers or {}
    )
    return anyio.run(
        partial(
            run_program,
            compile_text(source),
            program,
            inputs,
            models or PretendModels(),
            settings,
            on_event,
            wants_deltas=wants_deltas,
            functions=functions,
            clock=clock,
        ),
        backend=backend,
    )


def texts(prompt: Prompt) -> str:
    """Return all text of a prompt."""
    return "".join(getattr(part, "text", "") for turn in prompt.turns for part in turn.parts)
