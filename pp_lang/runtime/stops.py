"""Nodes that may end before all that is inside them has: by a limit, or because it is enough.

What to stop is decided between two steps of the models, when every task of the run waits, from what
has finished by then. So neither the order of tasks nor the length of a turn has a part in it; only
a deadline looks at a clock.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import NoReturn

import anyio
import anyio.abc

from pp_lang.errors import InternalError, PPError
from pp_lang.runtime.engine_host import EngineHost
from pp_lang.runtime.meters import Meter
from pp_lang.runtime.place import Place
from pp_lang.runtime.scheduler import Scheduler, failed_at
from pp_lang.runtime.statistics import ReachedLimit
from pp_lang.runtime.turnstile import Gate, Turnstile

Work = Callable[[Place], Awaitable[None]]
"""Starts all its tasks at the place that it is given, and waits for them."""
IsEnough = Callable[[], bool]
Progress = Callable[[], tuple[int, int]]
"""Returns how many of its items or rounds are done, and how many there are."""


@dataclass(slots=True, eq=False)
class _Stoppable:
    """A node that runs and may be stopped."""

    place: Place
    deadline: float | None
    meter: Meter | None
    is_enough: IsEnough | None
    progress: Progress
    crew: anyio.abc.TaskGroup
    is_stopped: bool = False

    def reached(self, now: float) -> ReachedLimit | None:
        """Return the limit that it has reached."""
        if self.deadline is not None and now >= self.deadline:
            return ReachedLimit(self.place.id, "deadline", *self.progress())
        if self.meter is not None and self.meter.is_spent:
            return ReachedLimit(self.place.id, "budget", *self.progress())
        return None

    def has_enough(self) -> bool:
        """Return whether nothing more is needed of it. Raises the `PPError` of its condition."""
        return self.is_enough is not None and self.is_enough()


class Stops:
    """The nodes of a run that may be stopped."""

    def __init__(self, turnstile: Turnstile, host: EngineHost, clock: Callable[[], float]) -> None:
        self._turnstile = turnstile
        self._host = host
        self._clock = clock
        self._running: list[_Stoppable] = []
        self.reached: list[ReachedLimit] = []
        """What was ended by a limit so far."""

    @property
    def next_deadline(self) -> float | None:
        """When the models have to pause at the latest, so that a deadline is kept."""
        return min((d for one in self._running if (d := one.deadline) is not None), default=None)

    async def run(
        self,
        place: Place,
        limits: Mapping[str, float],
        work: Work,
        progress: Progress,
        is_enough: IsEnough | None = None,
    ) -> None:
        """Run the work of the node at `place` until it ends, reaches a limit or is enough."""
        deadline, budget = limits.get("deadline"), limits.get("budget")
        ends_at = None if deadline is None else self._clock() + deadline
        meter = None
        if budget is not None:
            meter = self._host.meters.open(place.order, int(budget))
        is_held = False
        try:
            async with anyio.create_task_group() as crew:
                one = _Stoppable(place, ends_at, meter, is_enough, progress, crew)
                self._running.append(one)
                try:
                    await work(replace(place, crew=crew))
                finally:
                    is_held = one.is_stopped
                    self._running.remove(one)
        finally:
            if meter is not None:
                self._host.meters.close(meter)
            if is_held:
                self._turnstile.leave()

    def is_late(self, place: Place) -> bool:
        """Return whether a deadline has passed of a node that `place` is inside of."""
        deadlines = (one.deadline for one in self._running if place.is_inside(one.place))
        ends = [one for one in deadlines if one is not None]
        return bool(ends) and self._clock() >= min(ends)

    async def wait_stopped(self) -> NoReturn:
        """Wait for the end of a task that goes on no more because it is late."""
        await Gate(self._turnstile).wait_open()
        raise InternalError("what is late was not stopped")

    def decide(self, scheduler: Scheduler) -> bool:
        """Stop what has to stop, outer nodes first; return whether there was anything.

        A condition that fails fails its node. Only for when no task is active: the run must not go
        on to the next step before those that are stopped have ended, so each node counts as active
        until then.
        """
        now = self._clock() if self._running else 0.0
        stopped: list[Place] = []
        for one in sorted(self._running, key=lambda one: one.place.order):
            if any(one.place.is_inside(place) for place in stopped):
                continue
            limit = one.reached(now)
            if limit is not None:
                self.reached.append(limit)
            try:
                is_due = limit is not None or one.has_enough()
            except PPError as error:
                scheduler.note_failure(failed_at(one.place, error))
                return True
            if is_due:
                self._stop(one)
                stopped.append(one.place)
        return bool(stopped)

    def _stop(self, one: _Stoppable) -> None:
        one.is_stopped = True
        self._host.count_cancelled(one.place)
        self._turnstile.enter()
        one.crew.cancel_scope.cancel()
