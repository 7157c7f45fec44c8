"""A model that says again what a recording holds, and nothing else."""

from dataclasses import dataclass, replace

from pp_lang.engine.asked import digest_prompt, digest_request
from pp_lang.engine.instant_model import InstantModel
from pp_lang.engine.language_model import ModelInfo, PromptSize
from pp_lang.engine.prompt import Prompt
from pp_lang.engine.recorded_run import Failure, GivenUp, Places, RecordedAnswer, RecordedRun
from pp_lang.engine.request import (
    EngineEvent,
    Failed,
    Finished,
    GenerationRequest,
    RequestId,
    TextDelta,
)
from pp_lang.engine.scripted_answer import count_prompt
from pp_lang.errors import GenerationError

GAVE_UP = "it was given up without an answer when this was recorded"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A request that the recording cannot answer."""

    place: str
    changed: tuple[str, ...]
    """What is asked differently; empty where nothing was recorded at this place."""

    @property
    def message(self) -> str:
        """What is wrong, as a sentence without its place."""
        if not self.changed:
            return "no answer is recorded for this call"
        words = " and ".join(f"the {one}" for one in self.changed)
        verb = "has" if len(self.changed) == 1 and words != "the settings" else "have"
        return f"the recorded answer is stale: {words} {verb} changed"


class RecordedModel(InstantModel[RecordedAnswer]):
    """A `LanguageModel` that replays one run.

    Each step brings what one step brought when it was recorded, so races end as they did. A request
    that is another one than the recorded one, or that was never recorded, is refused.
    """

    def __init__(self, run: RecordedRun, root: str = "") -> None:
        """`root` is what the labels of all requests begin with."""
        super().__init__()
        self.info: ModelInfo = replace(run.model, name=f"{run.model.name} (recorded)")
        self.mismatches: list[Mismatch] = []
        self._answers = {one.place: one for one in run.answers}
        self._sizes = dict(run.sizes)
        self._places = Places(root)
        self._turn = 0
        self._is_stuck = False

    def count(self, prompt: Prompt) -> PromptSize:
        """Return the recorded size, or an estimate for a prompt that was not counted then."""
        size = self._sizes.get(digest_prompt(prompt))
        return count_prompt(prompt) if size is None else PromptSize((size,))

    def submit(self, request: GenerationRequest) -> RequestId:
        """Queue a generation. Raises `GenerationError` where it is not what was recorded."""
        place = self._places.take(request.label)
        answer = self._answers.get(place)
        changed = () if answer is None else answer.asked.differences(digest_request(request))
        if answer is None or changed:
            mismatch = Mismatch(place, changed)
            self.mismatches.append(mismatch)
            raise GenerationError(mismatch.message)
        if isinstance(answer.outcome, Failure) and answer.outcome.is_refusal:
            raise GenerationError(answer.outcome.message)
        return self._wait(answer)

    def answer_tokens(self, request: RequestId) -> int:
        """Return how far the answer was when it was given up, once the run has come that far.

        What has an answer has it at once.
        """
        waiting = self._waiting.get(request)
        if waiting is None or not isinstance(waiting.outcome, GivenUp):
            return 0
        return waiting.outcome.tokens if waiting.turn <= self._turn else 0

    def step(self) -> list[EngineEvent]:
        """Return the answers that came next when this was recorded.

        Requests that were given up then wait, until two steps in a row found nothing else.
        """
        self._num_steps += 1
        known = {n: one for n, one in self._waiting.items() if not isinstance(one.outcome, GivenUp)}
        if known:
            self._is_stuck = False
            turn = min(one.turn for one in known.values())
            due = [number for number, one in known.items() if one.turn == turn]
            self._turn = turn + 1
        else:
            due = list(self._waiting) if self._is_stuck else []
            self._is_stuck = bool(self._waiting)
        return [event for number in due for event in self._end(number)]

    def _end(self, number: RequestId) -> list[EngineEvent]:
        outcome = self._waiting.pop(number).outcome
        if isinstance(outcome, GivenUp):
            return [Failed(number, GAVE_UP)]
        if isinstance(outcome, Failure):
            return [Failed(number, outcome.message)]
        self._num_finished += 1
        self._num_read += outcome.tokens.prompt
        self._num_written += outcome.tokens.sampled + outcome.tokens.forced
        is_written = outcome.reason != "scored" and outcome.text
        delta = [TextDelta(number, outcome.text)] if is_written else []
        return [*delta, Finished(number, outcome)]
