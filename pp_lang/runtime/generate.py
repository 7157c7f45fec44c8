"""One generation: prompt, attempts, fallback, value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

import anyio

from pp_lang.engine import GenerationRequest, GenerationResult, OneOf, Prompt
from pp_lang.errors import CancelledRunError, GenerationError, ModelError
from pp_lang.evaluation import (
    Answer,
    AnswerReader,
    ContextValue,
    Conversation,
    Environment,
    PydanticTypes,
    UnreadableAnswerError,
    Value,
    build_reader,
    evaluate,
    evaluate_parent,
    render_call,
    unwrap,
)
from pp_lang.graph import GenerateNode, Region
from pp_lang.planner import RecordLayout, RecordLayouts
from pp_lang.runtime.calibrator import Calibrator, Chosen
from pp_lang.runtime.engine_host import EngineHost
from pp_lang.runtime.event_log import EventLog
from pp_lang.runtime.events import GenerationRetried, TextDelta
from pp_lang.runtime.model_ref import ModelRef
from pp_lang.runtime.place import Place
from pp_lang.runtime.prefixes import Prefixes
from pp_lang.runtime.priors import PromptOf
from pp_lang.runtime.region_plan import build_plan
from pp_lang.runtime.settings import CallSettings, RunSettings, call_settings
from pp_lang.runtime.urgency import Urgency
from pp_lang.semantics import CheckedModule, Options, OptionValue

SHOWN_CHARS = 200
"""Most characters of a wrong answer that a message shows."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """One call with all its values: what each of its attempts asks for."""

    node: GenerateNode
    reader: AnswerReader
    parent: ContextValue | Answer | None
    prompt: Prompt
    prompt_of: PromptOf
    """The prompt with something else in place of its data."""
    begin: str
    answer: str | None
    """An answer that is scored instead of written."""
    given: dict[str, Value]
    """Settings that were computed for this call."""
    conversation: Conversation | None


@dataclass(frozen=True, slots=True)
class _Call:
    """What is fixed about the generations of one node."""

    reader: AnswerReader
    layout: RecordLayout
    settings: tuple[CallSettings, ...]


class Generator:
    """Makes the generations of a run."""

    def __init__(
        self,
        module: CheckedModule,
        types: PydanticTypes,
        settings: RunSettings,
        host: EngineHost,
        prefixes: Prefixes,
        calibrator: Calibrator,
        log: EventLog,
    ) -> None:
        self._module = module
        self._types = types
        self._settings = settings
        self._host = host
        self._prefixes = prefixes
        self._calibrator = calibrator
        self._log = log
        self._calls: dict[int, _Call] = {}
        self._layouts = RecordLayouts(module)
        self._compact: set[str] = set()
        self._continued = _continued(module)
        self.num_retries = 0
        self.urgency: Mapping[str, Urgency] = {}
        """How urgent each generation is, by its id in the graph."""

    async def generate(self, node: GenerateNode, env: Environment, place: Place) -> Value:
        """Return the value that the model answers with.

        Raises the `GenerationError` or `ModelError` of the last attempt when none gave a value.
        """
        call = self._call(node)
        asked = self._ask(node, env, place)
        levels = call.settings if not node.given else self._settings_of(node, asked.given)
        failure: GenerationError | ModelError | None = None
        attempt = 0
        for settings in levels:
            for _ in range(1 + settings.retries):
                if failure is not None:
                    self._note_retry(place, attempt, failure.message)
                try:
                    self._prefixes.use(asked.parent, settings.model, call.layout.module)
                    return await self._attempt(asked, settings, place, attempt)
                except (GenerationError, ModelError) as error:
                    if isinstance(error, CancelledRunError):
                        raise
                    failure = error
                attempt += 1
        assert failure is not None, "every call has at least one attempt"
        raise failure

    def prompt(self, node: GenerateNode, env: Environment, place: Place) -> Prompt:
        """Return the prompt of a generation."""
        return self._ask(node, env, place).prompt

    def settings(self, node: GenerateNode) -> CallSettings:
        """Return what is set for the first attempt of a generation."""
        return self._call(node).settings[0]

    def last_uses(self, region: Region) -> dict[ModelRef, int]:
        """Return where in a program each model is needed last, as the rank of the node."""
        nodes = build_plan(region).generate_nodes
        return {
            settings.model: rank
            for rank, node in enumerate(nodes)
            for settings in self._call(node).settings
        }

    def reader(self, node: GenerateNode) -> AnswerReader:
        """Return how the answers of a node are asked for and read."""
        return self._call(node).reader

    @property
    def compact(self) -> tuple[str, ...]:
        """The nodes whose records were written without names, in the order of their ids."""
        return tuple(sorted(self._compact))

    def _call(self, node: GenerateNode) -> _Call:
        call = self._calls.get(id(node))
        if call is None:
            output = self._module.templates[node.template].output
            settings = call_settings(self._module, node.options, self._settings, node.template)
            layout = self._layouts.of(node.template, Options(tuple(settings[0].options.items())))
            if layout.is_compact:
                self._compact.add(node.id)
            reader = build_reader(output, self._types, is_compact=layout.is_compact)
            call = self._calls[id(node)] = _Call(reader, layout, settings)
        return call

    def _ask(self, node: GenerateNode, env: Environment, place: Place) -> _Asked:
        """Return the call that `node` makes with the values in `env`."""
        parent = evaluate_parent(node.parent, env)
        args = {name: evaluate(value, env) for name, value in node.args}
        given = {name: unwrap(evaluate(value, env)) for name, value in node.given}
        begin = str(given.pop("begin", ""))
        call = self._call(node)
        module, reader = call.layout.module, call.reader
        template = module.templates[node.template]
        render = partial(render_call, module, template, parent, args, begin=begin)
        prompt = render(is_sampled=place.is_sampled)
        answer = reader.written(given.pop("answer")) if "answer" in given else None
        conversation = None
        if node.template in self._continued:
            conversation = Conversation(node.template, parent, tuple(args.items()))
        return _Asked(
            node, reader, parent, prompt, lambda shown: render(shown=shown), begin, answer, given,
            conversation,
        )  # fmt: skip

    def _settings_of(self, node: GenerateNode, given: dict[str, Value]) -> tuple[CallSettings, ...]:
        """Return the settings of a call some of whose options were computed."""
        computed = Options(tuple((name, _constant(value)) for name, value in given.items()))
        options = computed.over(node.options)
        return call_settings(self._module, options, self._settings, node.template)

    async def _attempt(
        self, asked: _Asked, settings: CallSettings, place: Place, attempt: int
    ) -> Value:
        urgency = self.urgency.get(asked.node.id, Urgency())
        request = GenerationRequest(
            asked.prompt,
            asked.reader.form_of(asked.answer),
            settings.sampling(place, attempt),
            asked.node.wants_entropy,
            asked.node.wants_logprobs,
            priority=urgency.chain,
            is_in_turn=urgency.is_in_turn,
            label=request_label(place, attempt),
        )
        result = await self._answer(request, settings, place)
        if isinstance(request.form, OneOf):
            chosen = Chosen(
                asked.node, place, settings.model, request.form, request.sampling,
                asked.prompt_of, settings.calibrate,
            )  # fmt: skip
            result = await self._calibrator.calibrated(chosen, result)
        return _read(asked, result)

    async def _answer(
        self, request: GenerationRequest, settings: CallSettings, place: Place
    ) -> GenerationResult:
        """Return the answer of the model. Raises `GenerationError` where it takes too long."""
        on_delta = self._on_delta(place)
        if settings.timeout_s is None:
            return await self._host.generate(settings.model, request, place.order, on_delta)
        with anyio.move_on_after(settings.timeout_s):
            return await self._host.generate(settings.model, request, place.order, on_delta)
        raise GenerationError(f"no answer within {settings.timeout_s:g} s")

    def _on_delta(self, place: Place) -> Callable[[str], None] | None:
        if not self._log.is_heard:
            return None
        return lambda text: self._log.tell(TextDelta(place.id, "generate", place.key, text))

    def _note_retry(self, place: Place, attempt: int, reason: str) -> None:
        self.num_retries += 1
        if self._log.is_heard:
            event = GenerationRetried(place.id, "generate", place.key, attempt, reason)
            self._log.add((*place.order, attempt), event)


def request_label(place: Place, attempt: int) -> str:
    """Return what a request is called: its place, and which attempt it is after the first."""
    return place.id if attempt == 0 else f"{place.id} attempt {attempt + 1}"


def _read(asked: _Asked, result: GenerationResult) -> Value:
    try:
        answer = asked.reader.read(result, asked.begin, asked.answer)
        return replace(answer, conversation=asked.conversation)
    except UnreadableAnswerError as error:
        text = result.text
        shown = text if len(text) <= SHOWN_CHARS else f"{text[:SHOWN_CHARS]}..."
        message = f"the answer is not of type {asked.reader.ty}: {error}"
        raise GenerationError(message, hint=f"The model answered: {shown!r}") from error


def _constant(value: Value) -> OptionValue:
    if isinstance(value, list):
        return tuple(map(str, value))
    assert isinstance(value, str | int | float), "the checker lets only settings through"
    return value


def _continued(module: CheckedModule) -> frozenset[str]:
    """Return the templates whose answers may be continued.

    Others are within them; or they continue one themselves, as their answers then may be too.
    """
    templates = module.templates.values()
    parents = {one.parent for one in templates if one.parent in module.templates}
    going_on = {one.name for one in templates if one.parent in parents}
    return frozenset(going_on.union(one for one in parents if one))
