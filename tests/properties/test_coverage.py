"""What is said of a match agrees with trying all values of its type, one after the other."""

from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pp_lang.semantics.coverage import cover
from pp_lang.semantics.match_columns import members_of
from pp_lang.semantics.subtypes import literal_fits
from pp_lang.semantics.ty import (
    BOOL,
    NONE,
    FieldTy,
    IntTy,
    LiteralTy,
    NoneTy,
    RecordTy,
    Ty,
    union_of,
)
from pp_lang.source import Span
from pp_lang.syntax import FieldPattern, Ident, LiteralPattern, NamePattern, Pattern, RecordPattern

HERE = Span(0, 0)
ANYTHING = NamePattern(Ident("_", HERE), HERE)
NAMES = ("a", "b", "c")
Value = Any  # str | int | bool | None, or a dict of these


def either(*parts: Ty) -> Ty:
    return union_of(list(parts))


SCALARS = st.sampled_from(
    [
        BOOL,
        IntTy(1, 3),
        either(LiteralTy("x"), LiteralTy("y"), LiteralTy("z")),
        either(LiteralTy("x"), NONE),
        either(IntTy(0, 1), LiteralTy("x")),
    ]
)


def records(inner: st.SearchStrategy[Ty]) -> st.SearchStrategy[Ty]:
    fields = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True)
    return fields.flatmap(
        lambda names: st.tuples(*[inner for _ in names]).map(
            lambda types: RecordTy(
                tuple(FieldTy(name, ty) for name, ty in zip(names, types, strict=True))
            )
        )
    )


TYPES = st.one_of(
    SCALARS,
    records(SCALARS),
    st.tuples(records(SCALARS), records(SCALARS), SCALARS).map(lambda parts: either(*parts)),
    records(st.one_of(SCALARS, records(SCALARS))),
)
CONSTANTS = st.sampled_from(["x", "y", "z", 0, 1, 2, 3, True, False, None])


def field_pattern(name: str, patterns: list[Pattern]) -> FieldPattern:
    return FieldPattern(Ident(name, HERE), tuple(patterns), HERE)


def record_patterns(inner: st.SearchStrategy[Pattern]) -> st.SearchStrategy[Pattern]:
    fields = st.dictionaries(
        st.sampled_from(NAMES), st.lists(inner, min_size=1, max_size=2), min_size=1, max_size=3
    )
    return fields.map(
        lambda named: RecordPattern(
            tuple(field_pattern(name, patterns) for name, patterns in named.items()), HERE
        )
    )


LEAVES: st.SearchStrategy[Pattern] = st.one_of(
    st.just(ANYTHING), CONSTANTS.map(lambda value: LiteralPattern(value, HERE))
)
PATTERNS: st.SearchStrategy[Pattern] = st.one_of(
    LEAVES, record_patterns(st.one_of(LEAVES, record_patterns(LEAVES)))
)
ROWS = st.lists(PATTERNS, min_size=1, max_size=6)


def values_of(ty: Ty) -> list[Value]:
    found: list[Value] = []
    for member in members_of(ty):
        match member:
            case NoneTy():
                found.append(None)
            case LiteralTy(value):
                found.append(value)
            case IntTy(int() as low, int() as high):
                found += range(low, high + 1)
            case RecordTy(fields):
                each = product(*(values_of(one.ty) for one in fields))
                found += [
                    dict(zip([one.name for one in fields], values, strict=True)) for values in each
                ]
            case _:
                raise AssertionError(member)
    return found


def is_of(value: Value, ty: Ty) -> bool:
    for member in members_of(ty):
        if isinstance(member, RecordTy) and isinstance(value, dict):
            if value.keys() >= {one.name for one in member.fields} and all(
                is_of(value[one.name], one.ty) for one in member.fields
            ):
                return True
        elif value is None:
            if isinstance(member, NoneTy):
                return True
        elif not isinstance(value, dict) and literal_fits(value, member):
            return True
    return False


def matches(pattern: Pattern, value: Value) -> bool:
    match pattern:
        case NamePattern():
            return True
        case LiteralPattern(constant):
            return type(constant) is type(value) and constant == value
        case RecordPattern(fields):
            return isinstance(value, dict) and all(
                one.name.text in value
                and any(matches(each, value[one.name.text]) for each in one.patterns)
                for one in fields
            )


@given(TYPES, ROWS, st.booleans())
def test_a_row_takes_something_where_some_value_comes_to_it(
    ty: Ty, rows: list[Pattern], has_else: bool
) -> None:
    coverage = cover(ty, rows, has_else=has_else, num_examples=5)
    tried = [*rows, ANYTHING] if has_else else rows
    coming: dict[int | None, list[Value]] = {}
    for value in values_of(ty):
        place = next((at for at, one in enumerate(tried) if matches(one, value)), None)
        coming.setdefault(place, []).append(value)
    missing = coming.pop(None, [])
    assert coverage.taken.keys() == coming.keys()
    assert bool(coverage.missing) == bool(missing)
    for example in coverage.missing:
        assert any(is_of(value, example) for value in missing)


@given(TYPES, ROWS)
def test_the_values_that_come_to_a_row_are_of_the_type_that_it_has_there(
    ty: Ty, rows: list[Pattern]
) -> None:
    tried = [*rows, ANYTHING]
    coverage = cover(ty, rows, has_else=True, num_examples=5)
    for place, taken in coverage.taken.items():
        narrowed = coverage.column.type_in(taken)
        coming = [
            value
            for value in values_of(ty)
            if next(at for at, one in enumerate(tried) if matches(one, value)) == place
        ]
        assert all(is_of(value, narrowed) for value in coming)


@given(SCALARS, ROWS)
def test_a_type_without_fields_has_exactly_what_is_left(ty: Ty, rows: list[Pattern]) -> None:
    tried = [*rows, ANYTHING]
    coverage = cover(ty, rows, has_else=True, num_examples=5)
    for place, taken in coverage.taken.items():
        narrowed = coverage.column.type_in(taken)
        for value in values_of(ty):
            comes = next(at for at, one in enumerate(tried) if matches(one, value)) == place
            is_between = isinstance(value, int) and isinstance(narrowed, IntTy)
            assert is_of(value, narrowed) == comes or is_between
