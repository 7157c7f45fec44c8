"""Types to pydantic."""

import pytest
from pydantic import BaseModel, ValidationError

from pp_lang.evaluation import (
    ContextValue,
    PydanticTypes,
    Value,
    attribute_name,
    describe_error,
)
from pp_lang.semantics import TEXT, ContextTy, FieldTy, LiteralTy, RecordTy, UnionTy
from tests.support.runtime_builders import type_of


@pytest.mark.parametrize(
    ("ty", "given", "read"),
    [
        ("text", "a", "a"),
        ("float", 3, 3.0),
        ("int?", None, None),
        ('"a" | 1 | true', True, True),
        ("list[int]", [1, 2], [1, 2]),
        ("{ a: int, b: list[{ c: text }] }", {"a": 1, "b": [{"c": "x"}]}, None),
        ('text(pattern: "a+|b")', "aa", "aa"),
    ],
)
def test_a_value_of_the_type_is_read_as_it_is(ty: str, given: Value, read: Value) -> None:
    found = PydanticTypes().read(type_of(ty), given)
    assert found == (given if isinstance(given, dict) else read)
    assert type(found) is type(given if isinstance(given, dict) else read)


@pytest.mark.parametrize(
    ("ty", "given", "words"),
    [
        ("text", 3, "expected text, found 3"),
        ("int", "3", 'expected a whole number, found "3"'),
        ("int", 1.5, "expected a whole number, found 1.5"),
        ("int", True, "expected a whole number, found true"),
        ("float", float("nan"), "expected a finite number, found NaN"),
        ("bool", 1, "expected true or false, found 1"),
        ("int(1..5)", 9, "expected a number of at most 5, found 9"),
        ('"a" | "b"', "c", 'expected "a" or "b", found "c"'),
        ('text(pattern: "a|b")', "ab", 'expected text that matches a|b, found "ab"'),
        ("text(max_chars: 2)", "abc", 'expected text of at most 2 characters, found "abc"'),
        ("list[text]", ["a", 1], "[1]: expected text, found 1"),
        ("list[{ a: int }]", [{"a": 1}, {"a": "x"}], '[1].a: expected a whole number, found "x"'),
        ("list[{ a: int }]", [{}], "[0]: the field `a` is missing"),
        ("{ a: int }", {"a": 1, "b": 2}, "there is no field `b`"),
        ("int?", "x", 'expected a whole number, found "x"'),
    ],
)
def test_a_wrong_value_is_named_with_its_place(ty: str, given: object, words: str) -> None:
    with pytest.raises(ValidationError) as caught:
        PydanticTypes().read(type_of(ty), given)
    assert describe_error(caught.value) == words


def test_a_record_type_is_the_same_model_each_time() -> None:
    types = PydanticTypes()
    ty = RecordTy((FieldTy("a", TEXT),), "Note")
    assert types.model(ty) is types.model(ty)
    assert types.model(ty).__name__ == "Note"


def test_fields_may_be_called_what_pydantic_or_python_has_taken() -> None:
    names = ("class", "json", "copy", "model_dump", "_hidden", "plain")
    ty = RecordTy(tuple(FieldTy(name, TEXT) for name in names))
    given: Value = dict.fromkeys(names, "x")
    types = PydanticTypes()
    assert types.read(ty, given) == given
    assert types.model(ty).model_validate(given).__getattribute__("class_") == "x"
    assert attribute_name("plain") == "plain"


def test_any_object_with_the_fields_is_a_record() -> None:
    class Note(BaseModel):
        a: str

    ty = RecordTy((FieldTy("a", TEXT),), "Other")
    assert PydanticTypes().read(ty, Note(a="x")) == {"a": "x"}


def test_literals_of_different_kinds_stay_apart() -> None:
    ty = UnionTy((LiteralTy(1), LiteralTy("1"), LiteralTy(0.5)))
    for value in (1, "1", 0.5):
        assert PydanticTypes().read(ty, value) == value
    with pytest.raises(ValidationError):
        PydanticTypes().read(ty, True)


def test_an_opened_context_is_itself_in_a_result() -> None:
    types = PydanticTypes()
    opened = ContextValue("desk", None, (("rules", ["be kind"]),))
    ty = RecordTy((FieldTy("desk", ContextTy("desk")),))
    assert types.model(ty).model_validate({"desk": opened}).__getattribute__("desk") is opened
    with pytest.raises(ValidationError):
        types.read(ContextTy("desk"), "desk")
