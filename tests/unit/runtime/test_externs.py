"""Calls of Python functions from a program that runs."""

import asyncio
import contextvars
import json
import threading
from collections.abc import Callable
from functools import partial

import anyio
import anyio.lowlevel
import anyio.to_thread
import pytest

from pp_lang.engine import FakeSettings
from pp_lang.errors import InternalError, RunError
from pp_lang.evaluation import Value
from pp_lang.runtime import NodeFinished, NodeStarted, RunEvent, run_program
from pp_lang.runtime.externs import MOST_AT_A_TIME
from tests.support.runtime_builders import PretendModels, compile_text, run

PATIENCE_S = 30
"""How long a function of a test waits for what is sure to come."""

SIZE = 'extern size(a: text) -> int = "words:size"\n'
ECHO = FakeSettings(answers=lambda prompt: prompt.split("Echo ")[1].split("<|")[0].strip())
T = 'template echo(a: text) -> text """Echo {{ a }}"""\n'
both = pytest.mark.parametrize("backend", ["asyncio", "trio"])


ONE_CALL = SIZE + "program main(a: text) { return size(a) }"


class Noted:
    """A function that notes what it was called with."""

    def __init__(self, function: Callable[..., object]) -> None:
        self._function = function
        self.seen: list[tuple[object, ...]] = []
        self.threads: list[threading.Thread] = []

    def __call__(self, *args: object) -> object:
        self.seen.append(args)
        self.threads.append(threading.current_thread())
        return self._function(*args)


def call(function: Callable[..., object], backend: str = "asyncio") -> Value:
    """Return what a program gives that calls the function on "tea"."""
    return run(ONE_CALL, functions={"size": function}, backend=backend, a="tea").value


def fail(function: Callable[..., object]) -> RunError:
    """Return how a call of the function fails."""
    with pytest.raises(RunError) as caught:
        call(function)
    return caught.value


@both
def test_a_call_gives_what_the_function_gives(backend: str) -> None:
    assert call(len, backend) == 3


@both
def test_a_plain_function_runs_outside_the_event_loop(backend: str) -> None:
    noted = Noted(len)
    call(noted, backend)
    assert threading.current_thread() not in noted.threads


@both
def test_an_async_function_runs_in_the_event_loop(backend: str) -> None:
    async def size(a: str) -> int:
        await anyio.lowlevel.checkpoint()
        return len(a)

    assert call(size, backend) == 3
    assert call(partial(size), backend) == 3
    assert call(Noted(size), backend) == 3


def test_an_object_with_an_async_call_is_an_async_function() -> None:
    class Size:
        async def __call__(self, a: str) -> int:
            assert threading.current_thread() is here
            return len(a)

    here = threading.current_thread()
    assert call(Size()) == 3


def test_values_arrive_as_plain_python_values() -> None:
    source = (
        'extern show(a: text, b: list[{ c: int }], d: float?, e: "x" | "y") -> text = "m:show"\n'
        'template choose() -> "x" | "y" """Echo x"""\n'
        'program main(b: list[{ c: int }]) { return show(e: choose(), a: "t", b: b, d: none) }'
    )
    show = Noted(lambda *_args: "done")
    assert run(source, PretendModels(ECHO), functions={"show": show}, b=[{"c": 1}]).value == "done"
    assert show.seen == [("t", [{"c": 1}], None, "x")]
    assert type(show.seen[0][3]) is str


def test_what_a_function_does_to_its_arguments_stays_with_it() -> None:
    source = (
        'extern eat(xs: list[int]) -> int = "m:eat"\n'
        "program main(xs: list[int]) { n = eat(xs)  return { n, left: len(xs) + 0 * n } }"
    )
    functions = {"eat": lambda xs: xs.pop() and len(xs)}
    assert run(source, functions=functions, xs=[1, 2, 3]).value == {"n": 2, "left": 3}


def test_defaults_are_filled_in_and_names_are_put_in_place() -> None:
    source = (
        'extern join_up(a: text, b: text = "B", c: text = "C") -> text = "m:join_up"\n'
        'program main() { return join_up("A", c: "D") }'
    )
    assert run(source, functions={"join_up": lambda *all_: "".join(all_)}).value == "ABD"


def test_a_function_sees_the_context_variables_of_its_caller() -> None:
    user = contextvars.ContextVar("user", default="nobody")
    user.set("ada")
    assert call(lambda _a: len(user.get())) == 3


def test_an_exception_fails_the_node_in_one_sentence() -> None:
    def size(_a: str) -> int:
        raise ValueError("no\x1b[31m words\nhere")

    error = fail(size)
    assert error.message == "`size` (words:size) raised ValueError: no�[31m words here"
    assert error.hint is not None
    assert error.hint.startswith("It was raised in test_externs.py, line ")
    assert error.node == "main/result"
    assert isinstance(error.__cause__, ValueError)


def test_an_exception_of_an_async_function_is_told_in_the_same_way() -> None:
    async def size(_a: str) -> int:
        raise KeyError("tea")

    assert fail(size).message == "`size` (words:size) raised KeyError: 'tea'"


def test_an_exception_from_deep_below_is_told_by_the_line_of_the_function() -> None:
    def size(_a: str) -> int:
        return len(json.loads("{"))

    line = size.__code__.co_firstlineno + 1
    assert fail(size).hint == f"It was raised in test_externs.py, line {line}."


def test_a_function_of_other_parameters_is_told_how_it_is_called() -> None:
    async def size() -> int:
        return 1

    for function in (lambda: 1, size):
        error = fail(function)
        assert "takes 0 positional arguments but 1 was given" in error.message
        assert error.hint == (
            "It is called with 1 value, in the order of its parameters in the program."
        )


@pytest.mark.parametrize("kind", [SystemExit, KeyboardInterrupt, GeneratorExit, StopIteration])
def test_a_function_cannot_end_the_process(kind: type[BaseException]) -> None:
    def size(_a: str) -> int:
        raise kind

    assert f"raised {kind.__name__}" in fail(size).message


def test_an_async_function_cannot_end_the_process_or_the_run() -> None:
    async def leaves(_a: str) -> int:
        raise SystemExit(3)

    async def cancels(_a: str) -> int:
        raise asyncio.CancelledError

    assert "raised SystemExit: 3" in fail(leaves).message
    assert "raised CancelledError" in fail(cancels).message


def test_a_result_of_another_type_fails_the_node() -> None:
    error = fail(lambda _a: "three")
    assert error.message == (
        '`size` (words:size) did not give `int`: expected a whole number, found "three"'
    )


def test_the_first_failure_of_a_map_is_the_one_that_is_told() -> None:
    source = SIZE + "program main(xs: list[text]) { return map x in xs: size(x) }"
    with pytest.raises(RunError) as caught:
        run(source, functions={"size": lambda a: 1 // len(a)}, xs=["a", "", "b", ""])
    assert caught.value.node == "main/result[1]"


@both
@pytest.mark.parametrize("is_async", [True, False])
def test_a_function_that_hangs_fails_at_its_timeout(backend: str, is_async: bool) -> None:
    source = (
        'extern size(a: text) -> int = "words:size" { timeout: 0.05 }\n'
        "program main(a: text) { return size(a) }"
    )
    end = threading.Event()

    async def waits(_a: str) -> None:
        await anyio.sleep_forever()

    function = waits if is_async else lambda _a: end.wait(PATIENCE_S)
    try:
        with pytest.raises(RunError) as caught:
            run(source, functions={"size": function}, backend=backend, a="x")
    finally:
        end.set()
    assert caught.value.message == "`size` (words:size) gave nothing within 0.05 s"


@both
def test_a_run_that_is_cancelled_does_not_wait_for_a_function(backend: str) -> None:
    end, begun = threading.Event(), threading.Event()

    def size(_a: str) -> bool:
        begun.set()
        return end.wait(PATIENCE_S)

    work = partial(
        run_program,
        compile_text(ONE_CALL),
        "main",
        {"a": "tea"},
        PretendModels(),
        functions={"size": size},
    )

    async def main() -> None:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(work)
            await anyio.to_thread.run_sync(begun.wait, PATIENCE_S)
            tasks.cancel_scope.cancel()
        assert not end.is_set()

    try:
        anyio.run(main, backend=backend)
    finally:
        end.set()


def test_a_few_calls_run_side_by_side_and_never_more() -> None:
    source = SIZE + "program main(xs: list[text]) { return map x in xs: size(x) }"
    together = threading.Barrier(MOST_AT_A_TIME)
    lock, active, most = threading.Lock(), 0, 0

    def size(a: str) -> int:
        nonlocal active, most
        with lock:
            active += 1
            most = max(most, active)
        together.wait(PATIENCE_S)
        with lock:
            active -= 1
        return len(a)

    texts: list[Value] = ["x" * n for n in range(3 * MOST_AT_A_TIME)]
    assert run(source, functions={"size": size}, xs=texts).value == list(range(len(texts)))
    assert most == MOST_AT_A_TIME


class InOrder:
    """Lets the calls for `texts` end in just this order."""

    def __init__(self, texts: list[str]) -> None:
        self._ended = {text: threading.Event() for text in texts}
        self._before = dict(zip(texts[1:], texts, strict=False))

    def __call__(self, text: str) -> int:
        if text in self._before:
            assert self._ended[self._before[text]].wait(PATIENCE_S)
        self._ended[text].set()
        return len(text)


@both
def test_the_order_in_which_functions_end_changes_nothing(backend: str) -> None:
    body = "{ n = size(x)  loud = echo(x)  return [loud, echo(x + text(n))] }"
    source = SIZE + T + f"program main(xs: list[text]) {{ return map x in xs: {body} }}"
    texts = ["a", "bb", "ccc", "dddd", "eeeee"]
    told: list[tuple[list[RunEvent], list[str], Value]] = []
    for order in (texts, texts[::-1], [*texts[1:], texts[0]]):
        models, events = PretendModels(ECHO), list[RunEvent]()
        outcome = run(
            source,
            models,
            functions={"size": InOrder(order)},
            on_event=events.append,
            backend=backend,
            xs=list[Value](texts),
        )
        told.append((events[:-1], models.only.calls, outcome.value))
    assert told[0] == told[1] == told[2]


def test_a_map_of_calls_alone_runs_side_by_side() -> None:
    source = SIZE + "program main(xs: list[text]) { return map x in xs if size(x) > 1: x }"
    together = threading.Barrier(2)

    def size(a: str) -> int:
        together.wait(PATIENCE_S)
        return len(a)

    assert run(source, functions={"size": size}, xs=["aa", "b"]).value == ["aa"]


def test_a_reduce_merges_by_a_function() -> None:
    source = (
        'extern pick(texts: list[text]) -> text = "m:pick"\n'
        'extern add(a: int, b: int) -> int = "m:add"\n'
        "program main(xs: list[text], ns: list[int]) {\n"
        "  return { a: reduce xs with pick by tree, b: reduce ns with add by fold }\n"
        "}"
    )
    functions: dict[str, Callable[..., object]] = {"pick": max, "add": lambda a, b: a + b}
    xs: list[Value] = [f"{n:02}" for n in range(40)]
    value = run(source, functions=functions, xs=xs, ns=[1, 2, 3]).value
    assert value == {"a": "39", "b": 6}


def test_a_condition_a_branch_and_a_repeat_may_call_a_function() -> None:
    source = SIZE + (
        "program main(a: text) {\n"
        "  long = if size(a) > 2: size(a + a) else: 0\n"
        '  grown = repeat x = a up to 9 until size(x) > 5: x + "!"\n'
        '  said = match size(a): { case 1: "one" else: "many" }\n'
        "  return { long, grown, said }\n"
        "}"
    )
    size = Noted(len)
    value = run(source, functions={"size": size}, a="x").value
    assert value == {"long": 0, "grown": "x!!!!!", "said": "one"}
    assert ("xx",) not in size.seen


def test_a_call_tells_of_itself() -> None:
    events: list[RunEvent] = []
    source = SIZE + "program main(a: text) { n = size(a)  return n }"
    run(source, functions={"size": len}, on_event=events.append, a="tea")
    assert [e for e in events if isinstance(e, NodeStarted | NodeFinished)] == [
        NodeStarted("main/n", "extern"),
        NodeFinished("main/n", "extern", None, 3),
    ]


def test_a_run_without_the_function_is_a_fault_of_whoever_runs_it() -> None:
    with pytest.raises(InternalError, match="there is no function for `size`"):
        run(SIZE + "program main(a: text) { return size(a) }", a="x")
