"""All that a run does to models: plain and blocking, called from one thread."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NewType, Protocol, TypeAlias, assert_never

from pp_lang.engine import (
    Failed,
    Finished,
    GenerationRequest,
    GenerationResult,
    HoldId,
    LanguageModel,
    ModelStatistics,
    Prompt,
    RequestId,
    TextDelta,
)
from pp_lang.errors import GenerationError, PPError
from pp_lang.runtime.meters import Meter
from pp_lang.runtime.model_memory import ModelMemory
from pp_lang.runtime.model_ref import ModelRef
from pp_lang.runtime.statistics import ModelUse, model_use

Ticket = NewType("Ticket", int)
"""A request or a hold, as the run calls it."""


@dataclass(frozen=True, slots=True)
class OpenedModel:
    """A model lent to a run."""

    model: LanguageModel
    give_back: Callable[[], None]
    """Closes the model, or tells its owner that the run needs it no longer."""


class ModelOpener(Protocol):
    """Finds and opens the models that a run names."""

    def open(self, ref: ModelRef, stop: threading.Event) -> OpenedModel:
        """Return the model. Called in the thread that will use it.

        Gives up waiting for a model that others use when `stop` is set. Raises `ModelError`.
        """
        ...


@dataclass(frozen=True, slots=True)
class Submit:
    """Ask for a generation."""

    ticket: Ticket
    model: ModelRef
    request: GenerationRequest
    meters: tuple[Meter, ...] = ()
    """Those that count its tokens."""


@dataclass(frozen=True, slots=True)
class Cancel:
    """Drop a generation."""

    ticket: Ticket


@dataclass(frozen=True, slots=True)
class Hold:
    """Keep a prefix."""

    ticket: Ticket
    model: ModelRef
    prompt: Prompt


@dataclass(frozen=True, slots=True)
class Release:
    """Give a prefix back."""

    ticket: Ticket


Command: TypeAlias = Submit | Cancel | Hold | Release
Outcome: TypeAlias = GenerationResult | PPError
Delta: TypeAlias = tuple[Ticket, str]


class _OpenModel:
    """One model of the run and what the run has asked of it."""

    def __init__(self, opened: OpenedModel) -> None:
        self.model = opened.model
        self.give_back = opened.give_back
        self.before: ModelStatistics = opened.model.statistics()
        self.tickets: dict[RequestId, Ticket] = {}
        self.holds: dict[Ticket, HoldId] = {}


class ModelOwner:
    """The models of one run."""

    def __init__(
        self,
        opener: ModelOpener,
        stop: threading.Event,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._opener = opener
        self._stop = stop
        self._clock = clock
        self._models: dict[ModelRef, _OpenModel] = {}
        self._requests: dict[Ticket, tuple[_OpenModel, RequestId]] = {}
        self._metered: dict[Ticket, tuple[Meter, ...]] = {}
        self._holds: dict[Ticket, Hold] = {}
        self._delayed: list[Submit] = []
        """What waits for room for its model."""
        self._uses: dict[ModelRef, ModelUse] = {}
        """What models did, in the order of opening, as far as they are closed."""
        self.memory = ModelMemory()
        self.open_s = 0.0

    def open(self, ref: ModelRef) -> LanguageModel:
        """Return the model, opened at its first use. Raises `ModelError`.

        Where others that have work leave no room for it, it is opened beside them.
        """
        self._find_room(ref)
        return self._open(ref).model

    def turn(
        self,
        commands: Iterable[Command],
        on_deltas: Callable[[list[Delta]], None] | None,
        deadline: float | None = None,
    ) -> list[tuple[Ticket, Outcome]]:
        """Carry out the commands, then step until an answer is there or nothing is left to do.

        Ends early after a step when `stop` is set, a budget is spent or `deadline` has come.
        """
        outcomes = [outcome for command in commands for outcome in self._execute(command)]
        while not outcomes and not self._is_over(deadline):
            if outcomes := self._submit_delayed():
                break
            busy = [ref for ref, opened in self._models.items() if opened.model.has_work]
            if not busy:
                break
            for ref in sorted(busy, key=lambda ref: ref.sort_key):
                outcomes += self._step(self._models[ref], on_deltas)
        return outcomes

    def _is_over(self, deadline: float | None) -> bool:
        return (
            self._stop.is_set()
            or (deadline is not None and self._clock() >= deadline)
            or any(one.is_spent for meters in self._metered.values() for one in meters)
        )

    def close(self) -> tuple[ModelUse, ...]:
        """Drop all that the run asked for and give the models back.

        Return what each model did for this run, dropped answers included, in the order of opening.
        """
        for opened, request in self._requests.values():
            opened.model.cancel(request)
        for ref in list(self._models):
            self._close(ref)
        self._requests, self._metered, self._holds, self._delayed = {}, {}, {}, []
        uses, self._uses = self._uses, {}
        return tuple(uses.values())

    def _close(self, ref: ModelRef) -> None:
        """Give a model back. What it holds is held again when it is opened again."""
        opened = self._models.pop(ref)
        for hold in opened.holds.values():
            opened.model.release(hold)
        use = model_use(opened.model.info, opened.before, opened.model.statistics())
        known = self._uses.get(ref)
        self._uses[ref] = use if known is None else known.plus(use)
        opened.give_back()

    def _find_room(self, ref: ModelRef) -> bool:
        """Close what has to leave so that `ref` fits; return whether it does."""
        if ref in self._models:
            return True
        opened = {one: bool(each.tickets) for one, each in self._models.items()}
        leaving = self.memory.find_leaving(ref, opened)
        for one in leaving or ():
            self._close(one)
        return leaving is not None

    def _submit_delayed(self) -> list[tuple[Ticket, Outcome]]:
        """Submit what waited for room and has it now."""
        delayed, self._delayed = self._delayed, []
        return [outcome for command in delayed for outcome in self._execute(command)]

    def _open(self, ref: ModelRef) -> _OpenModel:
        if ref not in self._models:
            began = time.perf_counter()
            self._models[ref] = _OpenModel(self._opener.open(ref, self._stop))
            self.open_s += time.perf_counter() - began
            for hold in self._holds.values():
                if hold.model == ref:
                    self._hold(hold)
        return self._models[ref]

    def _execute(self, command: Command) -> Iterator[tuple[Ticket, Outcome]]:
        match command:
            case Submit(ticket, ref, request, meters):
                try:
                    if not self._find_room(ref):
                        self._delayed.append(command)
                        return
                    opened = self._open(ref)
                    number = opened.model.submit(request)
                except PPError as error:
                    yield ticket, error
                else:
                    opened.tickets[number] = ticket
                    self._requests[ticket] = opened, number
                    if meters:
                        self._metered[ticket] = meters
            case Cancel(ticket):
                self._delayed = [one for one in self._delayed if one.ticket != ticket]
                if ticket in self._requests:
                    self._metered.pop(ticket, None)
                    opened, number = self._requests.pop(ticket)
                    opened.tickets.pop(number)
                    opened.model.cancel(number)
            case Hold(ticket):
                self._holds[ticket] = command
                self._hold(command)
            case Release(ticket):
                hold = self._holds.pop(ticket, None)
                holder = self._models.get(hold.model) if hold is not None else None
                if holder is not None and ticket in holder.holds:
                    holder.model.release(holder.holds.pop(ticket))
            case _:
                assert_never(command)

    def _hold(self, hold: Hold) -> None:
        try:
            if not self._find_room(hold.model):
                return  # held when the model is opened
            opened = self._open(hold.model)
            if hold.ticket not in opened.holds:
                opened.holds[hold.ticket] = opened.model.hold(hold.prompt)
        except PPError:
            # The generations in this context meet the same error and tell it at their own node.
            return

    def _step(
        self, opened: _OpenModel, on_deltas: Callable[[list[Delta]], None] | None
    ) -> list[tuple[Ticket, Outcome]]:
        deltas: list[Delta] = []
        outcomes: list[tuple[Ticket, Outcome]] = []
        for event in opened.model.step():
            match event:
                case TextDelta(number, text):
                    if number in opened.tickets:
                        deltas.append((opened.tickets[number], text))
                case Finished(number, result):
                    outcomes += self._end(opened, number, result)
                case Failed(number, message):
                    outcomes += self._end(opened, number, GenerationError(message))
                case _:
                    assert_never(event)
        self._count_tokens()
        if deltas and on_deltas is not None:
            on_deltas(deltas)
        return outcomes

    def _count_tokens(self) -> None:
        for ticket, meters in self._metered.items():
            opened, number = self._requests[ticket]
            for meter in meters:
                meter.note(ticket, opened.model.answer_tokens(number))

    def _end(
        self, opened: _OpenModel, number: RequestId, outcome: Outcome
    ) -> list[tuple[Ticket, Outcome]]:
        ticket = opened.tickets.pop(number, None)
        if ticket is None:
            return []
        del self._requests[ticket]
        meters = self._metered.pop(ticket, ())
        if isinstance(outcome, GenerationResult):
            for meter in meters:
                meter.note(ticket, outcome.tokens.sampled + outcome.tokens.forced)
        return [(ticket, outcome)]
