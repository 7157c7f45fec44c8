"""Calls of a program to functions of Python: arguments, time, failures, result."""

import time
import traceback
from collections.abc import Mapping
from pathlib import Path

import anyio

from pp_lang.diagnostics import one_line, said_by
from pp_lang.errors import InternalError, RunError
from pp_lang.evaluation import (
    Environment,
    PydanticTypes,
    Value,
    WrongResultError,
    evaluate,
    read_result,
    unwrap,
)
from pp_lang.graph import ExternNode
from pp_lang.runtime.call_log import CallLog, FunctionCall
from pp_lang.runtime.place import Place
from pp_lang.runtime.python_calls import ExternFunction, RaisedError, call_function
from pp_lang.runtime.scripted_externs import ScriptedExterns
from pp_lang.runtime.stops import Stops
from pp_lang.semantics import CheckedExtern, CheckedModule

MOST_AT_A_TIME = 8
"""Calls of one run side by side: enough to wait for a network, few enough to be threads."""


class ExternCaller:
    """Calls the functions of one run."""

    def __init__(
        self,
        module: CheckedModule,
        types: PydanticTypes,
        functions: Mapping[str, ExternFunction],
        scripted: ScriptedExterns,
        stops: Stops,
        calls: CallLog | None = None,
    ) -> None:
        self._module = module
        self._types = types
        self._functions = functions
        self._scripted = scripted
        self._stops = stops
        self._calls = calls
        self._limiter = anyio.CapacityLimiter(MOST_AT_A_TIME)

    async def call(self, node: ExternNode, env: Environment, place: Place) -> Value:
        """Return the function's value. Raises `RunError` where it fails or takes too long.

        The task that calls stays active, so no model steps meanwhile: what a model is asked next
        cannot depend on how long the function takes. A call inside a node whose deadline has passed
        is not begun.
        """
        if self._scripted.has(node.extern):
            return await self._scripted.wait_answer(node.extern, place.order)
        declared = self._module.externs[node.extern]
        function = self._functions.get(node.extern)
        if function is None:
            raise InternalError(f"{node.id}: there is no function for `{node.extern}`")
        # `unwrap` copies: what a function does to its arguments stays with it.
        args: list[object] = [unwrap(evaluate(value, env)) for _, value in node.args]
        call = FunctionCall(place.id, declared.target, function, args)
        kept = None if self._calls is None else self._calls.find_call(call)
        try:
            if kept is not None:
                return read_result(self._types, declared.output, kept.value)
            began = time.monotonic()
            result = await self._result(declared, function, args, place)
            value = read_result(self._types, declared.output, result)
        except RaisedError as raised:
            raise _failure(declared, raised.error, len(args)) from raised.error
        except WrongResultError as error:
            raise RunError(
                f"{_shown(declared)} did not give `{declared.output}`: {one_line(str(error))}"
            ) from error
        if self._calls is not None:
            self._calls.note_call(call, value, time.monotonic() - began)
        return value

    async def _result(
        self,
        declared: CheckedExtern,
        function: ExternFunction,
        args: list[object],
        place: Place,
    ) -> object:
        async with self._limiter:
            is_late = self._stops.is_late(place)
            if not is_late:
                with anyio.move_on_after(declared.timeout_s):
                    return await call_function(function, args)
        if is_late:
            await self._stops.wait_stopped()
        raise RunError(
            f"{_shown(declared)} gave nothing within {declared.timeout_s:g} s",
            hint="Its declaration says how long it may take: `timeout`.",
        )


def _shown(declared: CheckedExtern) -> str:
    """Return the name as the program says it, with the target."""
    return f"`{declared.name.rpartition('.')[2]}` ({declared.target})"


def _failure(declared: CheckedExtern, error: BaseException, num_args: int) -> RunError:
    message = f"{_shown(declared)} raised {said_by(error)}"
    return RunError(message, hint=_hint(error, num_args))


def _hint(error: BaseException, num_args: int) -> str | None:
    """Return where in its own file the function failed, or how it is called if it never began."""
    ours = call_function.__code__.co_filename
    frames = [
        (frame.f_code.co_filename, line)
        for frame, line in traceback.walk_tb(error.__traceback__)
        if frame.f_code.co_filename != ours
    ]
    if frames:
        own = frames[0][0]
        line = [line for file, line in frames if file == own][-1]
        return f"It was raised in {Path(own).name}, line {line}."
    if isinstance(error, TypeError):
        values = f"{num_args} value{'s' if num_args != 1 else ''}"
        return f"It is called with {values}, in the order of its parameters in the program."
    return None
