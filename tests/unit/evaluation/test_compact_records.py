"""Records as lists of their values, there and back."""

import json
from collections.abc import Iterator

import jsonschema  # type: ignore[import-untyped]  # no stubs among our tools
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pp_lang.engine import GenerationResult, JsonText, TokenUse
from pp_lang.evaluation import (
    PydanticTypes,
    UnreadableAnswerError,
    Value,
    build_reader,
    can_lose_keys,
    describe_format,
    has_record,
    json_schema,
    write_compact,
)
from pp_lang.evaluation.compact_records import with_keys
from pp_lang.semantics import (
    BOOL,
    NONE,
    TEXT,
    FieldTy,
    IntTy,
    ListTy,
    RecordTy,
    Ty,
    UnionTy,
)
from tests.support.runtime_builders import type_of

TRIAGE = (
    '{ mood: "happy" | "angry" "how it sounds", page: int(min: 1)?, '
    "tags: list[text](max_items: 3) }"
)
ORDER = "{ customer: { name: text, age: int? }?, lines: list[{ what: text, count: int }] }"


def _record(types: list[Ty]) -> RecordTy:
    return RecordTy(tuple(FieldTy(f"f{place}", ty) for place, ty in enumerate(types)))


def _optional(ty: Ty) -> Ty:
    return ty if isinstance(ty, UnionTy) else UnionTy((ty, NONE))


TYPES = st.recursive(
    st.sampled_from((TEXT, IntTy(), BOOL)),
    lambda inner: st.one_of(
        inner.map(ListTy),
        inner.map(_optional),
        st.lists(inner, min_size=1, max_size=3).map(_record),
    ),
    max_leaves=6,
)


def values_of(ty: Ty) -> st.SearchStrategy[Value]:
    match ty:
        case RecordTy(fields):
            return st.fixed_dictionaries({field.name: values_of(field.ty) for field in fields})
        case ListTy(element):
            return st.lists(values_of(element), max_size=3)
        case UnionTy(members):
            return st.one_of(*map(values_of, members))
        case IntTy():
            return st.integers(-9, 9)
        case _:
            return st.none() if ty == NONE else st.booleans() if ty == BOOL else st.text(max_size=4)


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for one in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from _texts(one)


@given(st.data(), TYPES)
def test_what_is_written_compactly_is_read_back_as_the_same_value(
    data: st.DataObject, ty: Ty
) -> None:
    value = data.draw(values_of(ty))
    written = write_compact(ty, value)
    found = json.loads(written)
    assert with_keys(ty, found) == value
    jsonschema.validate(found, json_schema(ty, is_compact=True))
    assert "{" not in written or "{" in json.dumps(list(_texts(value)))


def test_a_record_is_written_as_its_values_in_order() -> None:
    value: Value = {"mood": "angry", "page": None, "tags": ["a", "b"]}
    assert write_compact(type_of(TRIAGE), value) == '["angry",null,["a","b"]]'


def test_records_inside_records_and_lists_lose_their_names_too() -> None:
    value: Value = {"customer": {"name": "Ann", "age": 3}, "lines": [{"what": "tea", "count": 2}]}
    assert write_compact(type_of(ORDER), value) == '[["Ann",3],[["tea",2]]]'
    assert write_compact(type_of(ORDER), {"customer": None, "lines": []}) == "[null,[]]"


def test_the_schema_holds_each_place_to_the_type_of_its_field() -> None:
    assert json_schema(type_of("{ ok: bool, why: text(max_chars: 9) }"), is_compact=True) == {
        "type": "array",
        "prefixItems": [{"type": "boolean"}, {"type": "string", "maxLength": 9}],
        "items": False,
        "minItems": 2,
    }


def test_the_words_name_each_value_behind_it() -> None:
    assert describe_format(type_of(TRIAGE), is_compact=True) == (
        'JSON like ["happy" | "angry" (mood: how it sounds), '
        "whole number of at least 1 | null (page), [text, ...] with at most 3 items (tags)]"
    )


@pytest.mark.parametrize(
    ("ty", "can"),
    [
        ("{ a: int }", True),
        ("{ a: int }?", True),
        ("list[{ a: int } | text]", True),
        ("{ a: int } | { b: int }", False),
        ("{ a: int } | list[int]", False),
        ("{ x: list[{ a: int } | { b: text, c: int }] }", False),
        ("list[int] | list[text]", True),
    ],
)
def test_names_go_only_where_a_list_can_be_one_thing(ty: str, can: bool) -> None:
    assert can_lose_keys(type_of(ty)) is can


@pytest.mark.parametrize(
    ("ty", "has"),
    [("{ a: int }", True), ("list[{ a: int }?]", True), ("list[int]", False), ("text", False)],
)
def test_what_has_no_record_has_no_names(ty: str, has: bool) -> None:
    assert has_record(type_of(ty)) is has


def answered(text: str, ty: str = TRIAGE) -> Value:
    reader = build_reader(type_of(ty), PydanticTypes(), is_compact=True)
    return reader.read(GenerationResult(text, "complete", TokenUse(5, 0, 3, 1), ())).value


def test_an_answer_comes_back_with_its_names() -> None:
    assert answered('["happy",2,[]]') == {"mood": "happy", "page": 2, "tags": []}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('["sad",2,[]]', 'mood: expected "happy" or "angry", found "sad"'),
        ('["happy",2]', "expected a record"),
        ('["happy",2,["a"', "not valid JSON"),
    ],
)
def test_an_answer_that_is_not_of_the_type_is_told_in_the_words_of_the_fields(
    text: str, said: str
) -> None:
    with pytest.raises(UnreadableAnswerError, match=said):
        answered(text)


def test_an_answer_that_is_scored_is_written_as_the_model_would() -> None:
    reader = build_reader(type_of(TRIAGE), PydanticTypes(), is_compact=True)
    assert isinstance(reader.form, JsonText)
    assert reader.written({"mood": "happy", "page": 2, "tags": ["x"]}) == '["happy",2,["x"]]'
