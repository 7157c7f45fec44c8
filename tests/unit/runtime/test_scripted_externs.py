"""Answers in place of functions of Python."""

import pytest

from pp_lang.engine import FakeSettings
from pp_lang.errors import RunError
from pp_lang.evaluation import Value
from tests.support.runtime_builders import PretendModels, run

SIZE = 'extern size(a: text) -> int = "words:size"\n'
ECHO = FakeSettings(answers=lambda prompt: prompt.split("Echo ")[1].split("<|")[0].strip())
T = 'template echo(a: text) -> text """Echo {{ a }}"""\n'
both = pytest.mark.parametrize("backend", ["asyncio", "trio"])


@both
def test_calls_that_are_ready_together_are_answered_in_the_order_of_the_program(
    backend: str,
) -> None:
    source = SIZE + (
        "program main(xs: list[text]) {\n"
        "  a = map x in xs: size(x)\n"
        '  b = size("b")\n'
        "  return { a, b }\n"
        "}"
    )
    xs: list[Value] = ["x"] * 30
    answers: list[Value] = list(range(31))
    value = run(source, extern_answers={"size": answers}, backend=backend, xs=xs).value
    assert value == {"a": list(range(30)), "b": 30}


@both
def test_answers_and_models_take_turns(backend: str) -> None:
    source = (
        SIZE
        + T
        + (
            "program main(xs: list[text]) {\n"
            "  return map x in xs: { n = size(echo(x))  return echo(text(n + size(x))) }\n"
            "}"
        )
    )
    answers: dict[str, list[Value]] = {"size": [1, 2, 3, 10, 20, 30]}
    value = run(source, PretendModels(ECHO), extern_answers=answers, backend=backend, xs=["a"] * 3)
    assert value.value == ["11", "22", "33"]


def test_a_record_is_answered_as_it_is() -> None:
    source = (
        'extern look(a: text) -> { b: int, c: text? } = "m:look"\n'
        'program main() { found = look("x")  return found.b }'
    )
    assert run(source, extern_answers={"look": [{"b": 3, "c": None}]}).value == 3


def test_a_call_for_which_no_answer_is_left_fails() -> None:
    source = SIZE + "program main(xs: list[text]) { return map x in xs: size(x) }"
    with pytest.raises(RunError) as caught:
        run(source, extern_answers={"size": [1]}, xs=["a", "b"])
    assert caught.value.message == "`size` is called more often than the test has answers (1)"
    assert caught.value.node == "main/result[1]"
