"""Results of Python functions as values."""

from collections import namedtuple
from dataclasses import dataclass

import pytest
from pydantic import BaseModel

from pp_lang.evaluation import PydanticTypes, Value, WrongResultError, read_result
from tests.support.runtime_builders import type_of

Pair = namedtuple("Pair", ["a", "b"])  # the untyped kind is what people have


@dataclass
class Data:
    a: int
    b: str


class Record(BaseModel):
    a: int
    b: str


@pytest.mark.parametrize(
    ("ty", "result", "value"),
    [
        ("int", 3, 3),
        ("float", 3, 3.0),
        ("text?", None, None),
        ("list[int]", (1, 2), [1, 2]),
        ("list[list[int]]", [(1,), ()], [[1], []]),
        ("{ a: list[int] }", {"a": (1,)}, {"a": [1]}),
        ("{ a: int, b: text }", {"a": 1, "b": "x"}, {"a": 1, "b": "x"}),
        ("{ a: int, b: text }", Data(1, "x"), {"a": 1, "b": "x"}),
        ("{ a: int, b: text }", Record(a=1, b="x"), {"a": 1, "b": "x"}),
        ("{ a: int, b: text }", Pair(1, "x"), {"a": 1, "b": "x"}),
        ("list[{ a: int, b: text }]", [Data(1, "x")], [{"a": 1, "b": "x"}]),
        ('"yes" | "no"', "yes", "yes"),
    ],
)
def test_a_result_of_the_type_is_a_value(ty: str, result: object, value: Value) -> None:
    assert read_result(PydanticTypes(), type_of(ty), result) == value


@pytest.mark.parametrize(
    ("ty", "result", "words"),
    [
        ("int", "3", 'expected a whole number, found "3"'),
        ("int", None, "expected a whole number, found null"),
        ("int", True, "expected a whole number, found true"),
        ("text", b"x", "expected text, found a bytes"),
        ("list[int]", {1}, "expected a list, found a set"),
        ("list[int]", [1, "x"], '[1]: expected a whole number, found "x"'),
        ("{ a: int }", Data(1, "x"), None),
        ("{ a: int }", object(), "expected a record, found a object"),
        ('"yes" | "no"', "maybe", 'expected "yes" or "no", found "maybe"'),
    ],
)
def test_another_result_is_named_with_what_was_expected(
    ty: str, result: object, words: str | None
) -> None:
    if words is None:
        assert read_result(PydanticTypes(), type_of(ty), result) == {"a": 1}
        return
    with pytest.raises(WrongResultError) as caught:
        read_result(PydanticTypes(), type_of(ty), result)
    assert str(caught.value) == words


def test_a_result_that_holds_itself_is_no_value() -> None:
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(WrongResultError, match="nested too deep"):
        read_result(PydanticTypes(), type_of("list[list[int]]"), endless)
