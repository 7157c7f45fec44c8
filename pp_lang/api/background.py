"""A run in a thread with an event loop of its own: for callers that have none, or a busy one."""

import queue
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress
from typing import Generic, TypeVar

import anyio
import anyio.from_thread
import anyio.lowlevel
import anyio.to_thread

from pp_lang.errors import CancelledRunError

T = TypeVar("T")
E = TypeVar("E")

WAKE_S = 0.2
"""How often a waiting thread looks for Ctrl-C, which Windows does not bring to a blocked one."""


class Background(Generic[T]):
    """Work that runs in a thread of its own from the moment this is made."""

    def __init__(self, work: Callable[[], Awaitable[T]]) -> None:
        self._work = work
        self._value: T | None = None
        self._error: BaseException | None = None
        self._scope: anyio.CancelScope | None = None
        self._token: anyio.lowlevel.EventLoopToken | None = None
        self._is_ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="pp-run", daemon=True)
        self._thread.start()

    def wait_done(self) -> T:
        """Return what the work gave, or raise what it raised. Ctrl-C stops the work first."""
        try:
            while self._thread.is_alive():
                self._thread.join(WAKE_S)
        except BaseException:
            self.cancel()
            raise
        if self._error is not None:
            raise self._error
        return self._value  # type: ignore[return-value]  # set where there is no error

    def cancel(self) -> None:
        """Stop the work and wait until it has let go of everything."""
        self._is_ready.wait()
        if self._scope is not None:
            with suppress(RuntimeError):  # the loop has ended by itself
                anyio.from_thread.run_sync(self._scope.cancel, token=self._token)
        self._thread.join()

    def _run(self) -> None:
        try:
            self._value = anyio.run(self._main)
        except BaseException as error:  # raised again in the thread that waits
            self._error = error
        finally:
            self._is_ready.set()

    async def _main(self) -> T:
        with anyio.CancelScope() as scope:
            self._scope, self._token = scope, anyio.lowlevel.current_token()
            self._is_ready.set()
            return await self._work()
        raise CancelledRunError("the run was stopped")


class Feed(Generic[E]):
    """What background work tells, for a reader in another thread."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[E | None] = queue.SimpleQueue()

    def put(self, event: E) -> None:
        """Add an event."""
        self._queue.put(event)

    def end(self) -> None:
        """Say that nothing more comes."""
        self._queue.put(None)

    def __iter__(self) -> Iterator[E]:
        """Wait for each event in turn, until the end."""
        while True:
            try:
                event = self._queue.get(timeout=WAKE_S)
            except queue.Empty:
                continue
            if event is None:
                return
            yield event

    def take(self) -> list[E]:
        """Wait for events and return all that are there; an empty list means the end."""
        events: list[E] = []
        event = self._queue.get()
        while event is not None:
            events.append(event)
            if self._queue.empty():
                return events
            event = self._queue.get()
        if events:
            self._queue.put(None)  # the end is told at the next call
        return events


def stream_events(execute: Callable[[Callable[[E], None]], Awaitable[None]]) -> Iterator[E]:
    """Run `execute` in the background and yield what it tells."""
    feed: Feed[E] = Feed()
    background = Background(lambda: _feed(execute, feed))
    try:
        yield from feed
        background.wait_done()
    finally:
        background.cancel()


async def astream_events(
    execute: Callable[[Callable[[E], None]], Awaitable[None]],
) -> AsyncIterator[E]:
    """Run `execute` in the background and yield what it tells, without blocking the event loop."""
    feed: Feed[E] = Feed()
    background = Background(lambda: _feed(execute, feed))
    try:
        while events := await anyio.to_thread.run_sync(feed.take, abandon_on_cancel=True):
            for event in events:
                yield event
        await anyio.to_thread.run_sync(background.wait_done)
    finally:
        with anyio.CancelScope(shield=True):
            await anyio.to_thread.run_sync(background.cancel)


async def _feed(execute: Callable[[Callable[[E], None]], Awaitable[None]], feed: Feed[E]) -> None:
    try:
        await execute(feed.put)
    finally:
        feed.end()
