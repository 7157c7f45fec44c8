"""Calls of Python functions: plain ones in threads, `async` ones in the event loop."""

import contextvars
import inspect
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import TypeAlias

import anyio
import anyio.from_thread
import anyio.lowlevel

ExternFunction: TypeAlias = Callable[..., object]


class RaisedError(Exception):
    """A function raised `error`."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(str(type(error)))
        self.error = error


async def call_function(function: ExternFunction, args: list[object]) -> object:
    """Return what `function` gives for `args`, awaited where it is awaitable.

    Raises `RaisedError` for whatever it raises. A caller that is cancelled does not wait for a
    plain function: nothing can stop its thread, which ends when the function does.
    """
    if _is_async(function):
        try:
            result = function(*args)
        except Exception as error:
            raise RaisedError(error) from error
    else:
        result = await _run_in_thread(partial(function, *args))
    return await _result_of(result) if inspect.isawaitable(result) else result


def _is_async(function: ExternFunction) -> bool:
    call = getattr(function, "__call__", None)  # noqa: B004  # of an object with `async __call__`
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(call)


class _Thread:
    """A thread for one call. It is a daemon: one that hangs does not keep the process alive."""

    def __init__(self, work: Callable[[], object]) -> None:
        self._work = work
        self._token = anyio.lowlevel.current_token()
        self._context = contextvars.copy_context()
        self.done = anyio.Event()
        self.result: object = None
        self.error: BaseException | None = None
        threading.Thread(target=self._run, name="pp-extern", daemon=True).start()

    def _run(self) -> None:
        try:
            self.result = self._context.run(self._work)
        except BaseException as error:  # told to the task that waits
            self.error = error
        with suppress(RuntimeError):  # the loop has ended: nobody waits any more
            anyio.from_thread.run_sync(self.done.set, token=self._token)


async def _run_in_thread(work: Callable[[], object]) -> object:
    thread = _Thread(work)
    await thread.done.wait()
    if thread.error is not None:
        raise RaisedError(thread.error) from thread.error
    return thread.result


async def _result_of(awaitable: Awaitable[object]) -> object:
    """Return what `awaitable` gives.

    It runs in a task of its own, so that one that cancels itself is not taken for a run that is
    cancelled from outside.
    """
    results: list[object] = []
    errors: list[BaseException] = []

    async def wait() -> None:
        try:
            results.append(await awaitable)
        except (Exception, SystemExit) as error:
            errors.append(error)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(wait)
    if errors:
        raise RaisedError(errors[0]) from errors[0]
    if not results:
        raise RaisedError(anyio.get_cancelled_exc_class()())
    return results[0]
