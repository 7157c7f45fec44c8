"""Who is at work and who waits: so the runtime knows when nothing can happen before a step.

Every task of a run is either active or parked at a `Gate`. Opening a gate counts its waiters as
active at once, before they have run, and spawning counts at the spawn. So when no task is active,
all that the program can ask for now has been asked for, however the tasks were interleaved, and
the engine may step.
"""

import anyio


class Turnstile:
    """Counts the active tasks of one run."""

    def __init__(self) -> None:
        self._num_active = 0
        self._became_quiet: anyio.Event | None = None

    def enter(self, count: int = 1) -> None:
        """Count `count` more tasks as active."""
        self._num_active += count

    def leave(self) -> None:
        """Count one task less: it ended, or waits now."""
        self._num_active -= 1
        assert self._num_active >= 0, "a task left twice"
        if self._num_active == 0 and self._became_quiet is not None:
            self._became_quiet.set()

    async def wait_quiet(self) -> None:
        """Wait until no task is active."""
        while self._num_active:
            self._became_quiet = anyio.Event()
            await self._became_quiet.wait()
        self._became_quiet = None


class Gate:
    """Closed until it is opened once; the only thing that a task of a run may wait at."""

    def __init__(self, turnstile: Turnstile) -> None:
        self._turnstile = turnstile
        self._event: anyio.Event | None = None
        self._num_waiting = 0
        self.is_open = False

    def open(self) -> None:
        """Let everyone through from now on."""
        if self.is_open:
            return
        self.is_open = True
        self._turnstile.enter(self._num_waiting)
        if self._event is not None:
            self._event.set()

    async def wait_open(self) -> None:
        """Wait until the gate is open."""
        if self.is_open:
            return
        if self._event is None:
            self._event = anyio.Event()
        self._num_waiting += 1
        self._turnstile.leave()
        try:
            await self._event.wait()
        finally:
            if not self.is_open:  # cancelled: nobody counted this task as active again
                self._num_waiting -= 1
                self._turnstile.enter()
