"""The door between the async side of a run and the one thread that owns its models."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Generic, TypeVar

import anyio
import anyio.from_thread
import anyio.lowlevel

from pp_lang.engine import GenerationRequest, GenerationResult, LanguageModel, Prompt
from pp_lang.errors import PPError
from pp_lang.runtime.meters import Meters
from pp_lang.runtime.model_owner import (
    Cancel,
    Command,
    Delta,
    Hold,
    ModelOpener,
    ModelOwner,
    Outcome,
    Release,
    Submit,
    Ticket,
)
from pp_lang.runtime.model_ref import ModelRef
from pp_lang.runtime.place import Place
from pp_lang.runtime.statistics import ModelUse
from pp_lang.runtime.turnstile import Gate, Turnstile

T = TypeVar("T")
OnDelta = Callable[[str], None]

# Within a turn: what is shared is held before it is used, and used again before it is let go.
_CANCEL, _HOLD, _SUBMIT, _RELEASE = range(4)


class _Job(Generic[T]):
    """A call that the owner thread makes for the async side."""

    def __init__(self, work: Callable[[ModelOwner], T]) -> None:
        self._work = work
        self._value: T | None = None
        self._error: BaseException | None = None
        self.done = anyio.Event()

    def run(self, owner: ModelOwner) -> None:
        try:
            self._value = self._work(owner)
        except BaseException as error:  # raised again on the other side
            self._error = error

    def result(self) -> T:
        if self._error is not None:
            raise self._error
        return self._value  # type: ignore[return-value]  # set where there is no error


@dataclass(slots=True)
class _Waiting:
    """A task that waits for an answer."""

    gate: Gate
    order: tuple[int, ...]
    on_delta: OnDelta | None
    outcome: Outcome | None = None


class EngineHost:
    """Runs the models of one run in a thread of their own; used from one event loop."""

    def __init__(
        self,
        opener: ModelOpener,
        turnstile: Turnstile,
        *,
        wants_deltas: bool,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stop = threading.Event()
        self._owner = ModelOwner(opener, self._stop, clock)
        self.memory = self._owner.memory
        """Decides which models stay open; set before the run."""
        self.meters = Meters()
        """Count the answer tokens inside nodes with a budget."""
        self._turnstile = turnstile
        self._wants_deltas = wants_deltas
        self._jobs: SimpleQueue[_Job[object] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._token = anyio.lowlevel.current_token()
        self._commands: list[tuple[int, tuple[int, ...], Command]] = []
        self._waiting: dict[Ticket, _Waiting] = {}
        self._num_tickets = 0
        self.num_cancelled = 0
        """Answers that were given up because nothing needed them any more."""

    @property
    def has_work(self) -> bool:
        """True while a task waits for an answer."""
        return bool(self._waiting)

    def is_asked_inside(self, order: tuple[int, ...]) -> bool:
        """Return whether a task waits for an answer at or below the rank `order`."""
        num = len(order)
        return any(one.order[:num] == order for one in self._waiting.values())

    @property
    def open_s(self) -> float:
        """Seconds spent on opening models."""
        return self._owner.open_s

    async def generate(
        self,
        ref: ModelRef,
        request: GenerationRequest,
        order: tuple[int, ...],
        on_delta: OnDelta | None = None,
    ) -> GenerationResult:
        """Return the answer to `request`.

        Raises the `PPError` that the model failed with. A caller that is cancelled takes its
        request with it.
        """
        ticket = self._take_ticket()
        waiting = _Waiting(Gate(self._turnstile), order, on_delta)
        self._waiting[ticket] = waiting
        command = Submit(ticket, ref, request, self.meters.around(order))
        self._commands.append((_SUBMIT, order, command))
        try:
            await waiting.gate.wait_open()
        finally:
            if self._waiting.pop(ticket, None) is not None:
                self._cancel(ticket, order)
        outcome = waiting.outcome
        if isinstance(outcome, PPError):
            raise outcome
        assert outcome is not None, "the gate opened without an outcome"
        return outcome

    def hold(self, ref: ModelRef, prompt: Prompt, order: tuple[int, ...]) -> Ticket:
        """Keep the shared part of `prompt` from the next turn on."""
        ticket = self._take_ticket()
        self._commands.append((_HOLD, order, Hold(ticket, ref, prompt)))
        return ticket

    def release(self, ticket: Ticket, order: tuple[int, ...]) -> None:
        """Give back what `hold` keeps."""
        self._commands.append((_RELEASE, order, Release(ticket)))

    def count_cancelled(self, place: Place) -> None:
        """Count the answers that are waited for inside `place` as given up."""
        num = len(place.order)
        inside = (one.order[:num] == place.order for one in self._waiting.values())
        self.num_cancelled += sum(inside)

    async def turn(self, deadline: float | None = None) -> None:
        """Hand over what was asked for, and let the models step until a task can go on.

        They pause when a budget is spent or, by the clock, at `deadline`.
        """
        commands = [command for _, _, command in sorted(self._commands, key=lambda c: c[:2])]
        self._commands.clear()
        self._stop.clear()
        on_deltas = self._forward if self._wants_deltas else None
        for ticket, outcome in await self._call(
            lambda owner: owner.turn(commands, on_deltas, deadline)
        ):
            waiting = self._waiting.pop(ticket, None)
            if waiting is not None:
                waiting.outcome = outcome
                waiting.gate.open()

    async def use(self, ref: ModelRef, work: Callable[[LanguageModel], T]) -> T:
        """Return what `work` gives for the model: counts and facts, in whatever order asked."""
        return await self._call(lambda owner: work(owner.open(ref)))

    async def close(self) -> tuple[ModelUse, ...]:
        """Drop all requests, give the models back, end the thread; return what the models did."""
        self._stop.set()
        if self._thread is None:
            return ()
        try:
            return await self._call(ModelOwner.close)
        finally:
            self._jobs.put(None)

    def _cancel(self, ticket: Ticket, order: tuple[int, ...]) -> None:
        kept = [c for c in self._commands if not (c[0] == _SUBMIT and c[2].ticket == ticket)]
        if len(kept) == len(self._commands):
            kept.append((_CANCEL, order, Cancel(ticket)))
            self._stop.set()  # the turn under way ends after its step, so that this is seen
        self._commands = kept

    def _take_ticket(self) -> Ticket:
        self._num_tickets += 1
        return Ticket(self._num_tickets)

    async def _call(self, work: Callable[[ModelOwner], T]) -> T:
        job = _Job(work)
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="pp-models", daemon=True)
            self._thread.start()
        self._jobs.put(job)  # type: ignore[arg-type]  # the queue never looks at the value
        try:
            await job.done.wait()
        finally:
            if not job.done.is_set():  # cancelled: the thread ends its step before we go
                self._stop.set()
                with anyio.CancelScope(shield=True):
                    await job.done.wait()
        return job.result()

    def _serve(self) -> None:
        while (job := self._jobs.get()) is not None:
            job.run(self._owner)
            anyio.from_thread.run_sync(job.done.set, token=self._token)

    def _forward(self, deltas: list[Delta]) -> None:
        """Bring deltas to the loop; called in the owner thread."""
        anyio.from_thread.run_sync(self._deliver, deltas, token=self._token)

    def _deliver(self, deltas: list[Delta]) -> None:
        for ticket, text in deltas:
            waiting = self._waiting.get(ticket)
            if waiting is not None and waiting.on_delta is not None:
                waiting.on_delta(text)
