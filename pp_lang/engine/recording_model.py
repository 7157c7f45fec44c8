"""A model that keeps what another one says."""

from dataclasses import replace

from pp_lang.engine.asked import Asked, digest_prompt, digest_request
from pp_lang.engine.language_model import LanguageModel, ModelInfo, ModelStatistics, PromptSize
from pp_lang.engine.prompt import Prompt
from pp_lang.engine.recorded_run import (
    Failure,
    GivenUp,
    Places,
    RecordedAnswer,
    RecordedRun,
    place_key,
    rounded,
)
from pp_lang.engine.request import (
    EngineEvent,
    Failed,
    Finished,
    GenerationRequest,
    GenerationResult,
    HoldId,
    RequestId,
    TextDelta,
)
from pp_lang.errors import GenerationError


class RecordingModel:
    """Passes all on to the model inside and remembers the answers of one run.

    Scores are rounded on their way, so that a run hears now what a replay will say. The
    log-probabilities are kept whether they are wanted or not.
    """

    def __init__(self, model: LanguageModel, root: str = "") -> None:
        """`root` is what the labels of all requests begin with."""
        self._model = model
        self._places = Places(root)
        self._open: dict[RequestId, tuple[str, Asked]] = {}
        self._answers: list[RecordedAnswer] = []
        self._sizes: dict[str, int] = {}
        self._turn = 0

    @property
    def info(self) -> ModelInfo:
        """Facts about the model inside."""
        return self._model.info

    def recorded(self) -> RecordedRun:
        """Return what was said so far, places in order."""
        answers = sorted(self._answers, key=lambda one: place_key(one.place))
        return RecordedRun(self.info, tuple(answers), tuple(sorted(self._sizes.items())))

    def count(self, prompt: Prompt) -> PromptSize:
        """Return the size of `prompt`, and remember it: merges are grouped by it."""
        size = self._model.count(prompt)
        self._sizes[digest_prompt(prompt)] = size.total
        return size

    def submit(self, request: GenerationRequest) -> RequestId:
        """Queue a generation. Raises what the model inside raises, which is remembered too."""
        place, asked = self._places.take(request.label), digest_request(request)
        try:
            number = self._model.submit(replace(request, wants_logprobs=True))
        except GenerationError as error:
            refusal = Failure(error.message, is_refusal=True)
            self._answers.append(RecordedAnswer(place, asked, refusal, self._turn))
            raise
        self._open[number] = place, asked
        return number

    def cancel(self, request: RequestId) -> None:
        """Drop a generation, and remember that it has no answer."""
        if request in self._open:
            place, asked = self._open.pop(request)
            given_up = GivenUp(self._model.answer_tokens(request))
            self._answers.append(RecordedAnswer(place, asked, given_up, self._turn))
        self._model.cancel(request)

    def answer_tokens(self, request: RequestId) -> int:
        """Return what the model inside says."""
        return self._model.answer_tokens(request)

    def hold(self, prompt: Prompt) -> HoldId:
        """Keep the shared part of `prompt` in the model inside."""
        return self._model.hold(prompt)

    def release(self, hold: HoldId) -> None:
        """Give back a hold."""
        self._model.release(hold)

    @property
    def has_work(self) -> bool:
        """Whether the model inside has work."""
        return self._model.has_work

    def step(self) -> list[EngineEvent]:
        """Let the model inside run one batch; return what it brought and keep what it ended."""
        events = [self._keep(event) for event in self._model.step()]
        self._turn += any(isinstance(event, Finished | Failed) for event in events)
        return events

    def statistics(self) -> ModelStatistics:
        """Return the counters of the model inside."""
        return self._model.statistics()

    def close(self) -> None:
        """Free the model inside."""
        self._model.close()

    def _keep(self, event: EngineEvent) -> EngineEvent:
        match event:
            case TextDelta():
                return event
            case Finished(number, result):
                said = rounded(result)
                self._end(number, said)
                return Finished(number, said)
            case Failed(number, message):
                self._end(number, Failure(message))
                return event

    def _end(self, number: RequestId, outcome: GenerationResult | Failure) -> None:
        if number in self._open:
            place, asked = self._open.pop(number)
            self._answers.append(RecordedAnswer(place, asked, outcome, self._turn))
