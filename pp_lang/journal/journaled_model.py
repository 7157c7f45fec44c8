"""A model whose answers are kept, and which says again what it has said before."""

import time
from dataclasses import dataclass

from pp_lang.engine import (
    EngineEvent,
    Failed,
    Finished,
    GenerationRequest,
    GenerationResult,
    HoldId,
    LanguageModel,
    ModelInfo,
    ModelStatistics,
    Prompt,
    PromptSize,
    RequestId,
    TextDelta,
)
from pp_lang.errors import GenerationError
from pp_lang.journal.answers import How, KeptAnswer, NewAnswer, asked_of
from pp_lang.journal.replay import Replay


@dataclass(frozen=True, slots=True)
class _Open:
    """A request that the model inside works on."""

    number: RequestId
    request: GenerationRequest
    asked: str
    began: int
    began_s: float
    expected: int | None
    """The step in which it got its first token before; None where that is not known."""


@dataclass(frozen=True, slots=True)
class _Late:
    """A request that the model inside has not been given yet."""

    request: GenerationRequest
    asked: str
    expected: int | None
    """The step in which it got its first token before; None where it got none."""
    begins: int
    """The step of the run after which it is given."""
    kept: KeptAnswer | None
    """How it was given up before; it is asked again only if it is not now."""


class JournaledModel:
    """Passes on to the model inside what the journal does not answer, and keeps what comes of it.

    While the journal has answers that are asked for, the model inside stands still.
    """

    def __init__(self, model: LanguageModel, content: str, number: int, replay: Replay) -> None:
        """`content` tells the model from others, `number` from others of the run."""
        self._model = model
        self._content = content
        self._number = number
        self._replay = replay
        self._next = 0
        self._open: dict[RequestId, _Open] = {}
        """By the numbers of the model inside."""
        self._inside: dict[RequestId, RequestId] = {}
        self._queued: dict[RequestId, None] = {}
        """Those that have no token yet, in order."""
        self._late: dict[RequestId, _Late] = {}
        self._has_waited = False
        replay.models.append(self)

    @property
    def info(self) -> ModelInfo:
        """Facts about the model inside."""
        return self._model.info

    def count(self, prompt: Prompt) -> PromptSize:
        """Return the size of `prompt` under the model inside."""
        return self._model.count(prompt)

    def submit(self, request: GenerationRequest) -> RequestId:
        """Queue a generation. Raises what the model inside raises."""
        asked = asked_of(request, self._content)
        journal = self._replay.journal
        kept = journal.find_answer(request, asked)
        begun = None if kept else journal.find_begun(request.label, asked)
        self._next += 1
        number = RequestId(self._next)
        if kept is not None and kept.is_final:
            self._replay.waiting[self._number, number] = kept
        elif kept is None and begun is None and not self._replay.is_behind:
            self._submit(number, request, asked)
        else:
            begins = journal.last_step if begun is None else begun - 1
            self._late[number] = _Late(request, asked, begun, begins, kept)
        return number

    def cancel(self, request: RequestId) -> None:
        """Drop a generation."""
        self._replay.waiting.pop((self._number, request), None)
        self._late.pop(request, None)
        inside = self._inside.pop(request, None)
        if inside is not None:
            tokens = self._model.answer_tokens(inside)
            self._model.cancel(inside)
            self._queued.pop(inside, None)
            dropped = self._answer(self._open.pop(inside), "given up", "it was given up", tokens)
            self._replay.note_dropped(dropped)

    def answer_tokens(self, request: RequestId) -> int:
        """Return how many tokens its answer has, or had when it was given up."""
        if request in self._late:
            kept = self._late[request].kept
            is_due = kept is not None and kept.turn <= self._replay.delivered + 1
            return kept.tokens if kept is not None and is_due else 0
        inside = self._inside.get(request)
        return 0 if inside is None else self._model.answer_tokens(inside)

    def hold(self, prompt: Prompt) -> HoldId:
        """Keep the shared part of `prompt` in the model inside."""
        return self._model.hold(prompt)

    def release(self, hold: HoldId) -> None:
        """Give back a hold."""
        self._model.release(hold)

    @property
    def is_computing(self) -> bool:
        """Whether the model inside has work."""
        return self._model.has_work

    @property
    def is_awaited(self) -> bool:
        """Whether a request has no token yet that had one by this step."""
        expected = [self._open[one].expected for one in self._queued]
        return any(step is not None and step <= self._replay.step for step in expected)

    @property
    def late(self) -> tuple[int, ...]:
        """The steps after which the requests begin that the model inside has not been given."""
        return tuple(one.begins for one in self._late.values())

    @property
    def has_work(self) -> bool:
        """Whether a generation has not ended."""
        is_waiting = any(model == self._number for model, _ in self._replay.waiting)
        return is_waiting or bool(self._late) or self._model.has_work

    def step(self) -> list[EngineEvent]:
        """Return what is kept and comes next, or what the model inside brings.

        Raises `RunError` where what it brought before cannot be kept.
        """
        self._replay.journal.verify_written()
        if self._waits_for_decision():
            return []
        if self._replay.begin_step(self._number) is not None:
            due = self._replay.take_due(self._number)
            return [event for number, kept in due for event in _said(number, kept)]
        failed = self._submit_late()
        events = self._model.step()
        self._note_begun()
        return [*failed, *(one for event in events for one in self._note(event))]

    def statistics(self) -> ModelStatistics:
        """Return the counters of the model inside."""
        return self._model.statistics()

    def close(self) -> None:
        """Free the model inside."""
        self._model.close()

    def _waits_for_decision(self) -> bool:
        """Return whether the run may first give up again, from what it knows now, what it had."""
        is_replaying = bool(self._replay.waiting)
        had_time, self._has_waited = self._has_waited, not is_replaying
        return not (is_replaying or had_time) and any(one.kept for one in self._late.values())

    def _submit(
        self,
        number: RequestId,
        request: GenerationRequest,
        asked: str,
        expected: int | None = None,
    ) -> None:
        inside = self._model.submit(request)
        self._inside[number] = inside
        now = self._replay.step
        self._open[inside] = _Open(number, request, asked, now, time.monotonic(), expected)
        self._queued[inside] = None

    def _submit_late(self) -> list[EngineEvent]:
        """Give the model inside what it had after as many steps; return what it refuses."""
        failed: list[EngineEvent] = []
        due = {n: one for n, one in self._late.items() if one.begins < self._replay.step}
        for number, one in due.items():
            del self._late[number]
            try:
                self._submit(number, one.request, one.asked, one.expected)
            except GenerationError as error:
                failed.append(Failed(number, error.message))
        return failed

    def _note_begun(self) -> None:
        """Keep which requests have got their first token in this step: until then they queue."""
        for inside in [one for one in self._queued if self._model.answer_tokens(one)]:
            del self._queued[inside]
            one = self._open[inside]
            self._replay.journal.note_begun(one.request.label, one.asked, self._replay.step)

    def _note(self, event: EngineEvent) -> list[EngineEvent]:
        """Return the event under the asker's number, and keep what ends a request."""
        one = self._open.get(event.request)
        if one is None:
            return []
        match event:
            case TextDelta(_, text):
                return [TextDelta(one.number, text)]
            case Finished(_, result):
                use = result.tokens
                self._end(one, event.request, "finished", result, use.sampled + use.forced)
                return [Finished(one.number, result)]
            case Failed(_, message):
                self._end(one, event.request, "failed", message, 0)
                return [Failed(one.number, message)]

    def _end(
        self, one: _Open, inside: RequestId, how: How, said: GenerationResult | str, tokens: int
    ) -> None:
        self._replay.note(self._answer(one, how, said, tokens))
        del self._open[inside], self._inside[one.number]
        self._queued.pop(inside, None)

    def _answer(self, one: _Open, how: How, said: GenerationResult | str, tokens: int) -> NewAnswer:
        return NewAnswer(
            session=self._replay.journal.session,
            label=one.request.label,
            asked=one.asked,
            how=how,
            outcome=said,
            tokens=tokens,
            seed=one.request.sampling.seed,
            model=self._content,
            began=one.began,
            step=self._replay.step,
            turn=self._replay.next_turn if how == "given up" else self._replay.turn,
            beside=len(self._open) + (how == "given up"),
            seconds=time.monotonic() - one.began_s,
        )


def _said(number: RequestId, kept: KeptAnswer) -> list[EngineEvent]:
    if isinstance(kept.outcome, str):
        return [Failed(number, kept.outcome)]
    result = kept.outcome
    is_written = result.reason != "scored" and result.text
    delta: list[EngineEvent] = [TextDelta(number, result.text)] if is_written else []
    return [*delta, Finished(number, result)]
