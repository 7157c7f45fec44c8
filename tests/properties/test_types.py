"""Sub-typing is an order, `join` an upper bound, and both agree with what values are accepted."""

from functools import reduce

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from pp_lang.evaluation import PydanticTypes, Value
from pp_lang.semantics import (
    BOOL,
    NONE,
    AnswerTy,
    BoolTy,
    ContextTy,
    FieldTy,
    FloatTy,
    IntTy,
    ListTy,
    LiteralTy,
    NoneTy,
    RecordTy,
    TextTy,
    Ty,
    UnionTy,
    is_assignable,
    without_none,
)
from pp_lang.semantics.subtypes import join
from pp_lang.semantics.ty import NEVER, union_of

LOW = st.sampled_from([None, 0, 1])
HIGH = st.sampled_from([None, 1, 2])
SCALARS: st.SearchStrategy[Ty] = st.one_of(
    st.builds(TextTy, st.sampled_from([None, 1, 3]), st.sampled_from([None, "a+"])),
    st.builds(IntTy, LOW, HIGH),
    st.builds(FloatTy, LOW, HIGH),
    st.just(BOOL),
    st.just(NONE),
    st.sampled_from([LiteralTy(one) for one in ("a", "aa", "b", 0, 1, 0.5, True, False)]),
)
CONVERSATIONS = [(), ("draft",), ("again", "draft"), ("last", "again", "draft"), ("other",)]
CONTEXTS = st.sampled_from([ContextTy("desk"), ContextTy("case", ("desk",)), ContextTy("hall")])


def _compound(inner: st.SearchStrategy[Ty]) -> st.SearchStrategy[Ty]:
    fields = st.dictionaries(st.sampled_from("ab"), inner, max_size=2)
    return st.one_of(
        st.builds(ListTy, inner, LOW, HIGH),
        fields.map(lambda named: RecordTy(tuple(FieldTy(*one) for one in named.items()))),
        st.lists(inner, min_size=1, max_size=3).map(union_of),
    )


def _answer(value: Ty, conversation: tuple[str, ...]) -> Ty:
    return AnswerTy(value, conversation[0], conversation[1:]) if conversation else AnswerTy(value)


PLAIN: st.SearchStrategy[Ty] = st.recursive(SCALARS, _compound, max_leaves=5)
ANSWERS = st.builds(_answer, PLAIN, st.sampled_from(CONVERSATIONS))
TYPES: st.SearchStrategy[Ty] = st.recursive(
    st.one_of(PLAIN, ANSWERS, CONTEXTS), _compound, max_leaves=5
)


@given(TYPES)
def test_every_type_fits_itself(ty: Ty) -> None:
    assert is_assignable(ty, ty)


@given(TYPES, TYPES)
def test_both_sides_of_a_join_fit_it(left: Ty, right: Ty) -> None:
    joined = join(left, right)
    assert is_assignable(left, joined)
    assert is_assignable(right, joined)


@given(TYPES, TYPES, TYPES)
def test_what_fits_a_type_fits_every_wider_one(narrow: Ty, other: Ty, another: Ty) -> None:
    middle = join(narrow, other)
    wide = join(middle, another)
    assert is_assignable(narrow, wide)


def _pool() -> list[Ty]:
    """Return types that are close to each other: all unions of two of a few."""
    true, some = LiteralTy(True), LiteralTy("a")
    few: list[Ty] = [
        *(BOOL, true, LiteralTy(False), NONE, FloatTy(), IntTy(), IntTy(0, 1), LiteralTy(0)),
        *(TextTy(), TextTy(3), some, ListTy(IntTy()), ListTy(AnswerTy(IntTy()))),
        *(AnswerTy(BOOL), AnswerTy(true), AnswerTy(NONE), AnswerTy(union_of([BOOL, NONE]))),
        *(AnswerTy(TextTy()), AnswerTy(TextTy(), "draft"), AnswerTy(some, "again", ("draft",))),
        *(AnswerTy(true, is_written=True), AnswerTy(BOOL, "draft", (), is_written=True)),
        *(union_of([true, LiteralTy(False), AnswerTy(TextTy())]), NEVER, ListTy(NEVER)),
    ]
    return list(dict.fromkeys(union_of([one, other]) for one in few for other in few))


def test_what_fits_a_type_fits_all_that_the_type_fits() -> None:
    pool = _pool()
    fits = [
        frozenset(place for place, wanted in enumerate(pool) if is_assignable(one, wanted))
        for one in pool
    ]
    for place, wider in enumerate(fits):
        for middle in wider:
            missed = [pool[one] for one in fits[middle] - wider]
            assert not missed, (pool[place], pool[middle], missed[0])


@given(TYPES, TYPES)
def test_the_join_of_a_type_with_a_wider_one_is_as_wide(one: Ty, other: Ty) -> None:
    wide = join(one, other)
    assert is_assignable(join(one, wide), wide)
    assert is_assignable(join(wide, other), wide)


@given(st.lists(TYPES, min_size=1, max_size=4))
def test_members_of_a_union_fit_it(members: list[Ty]) -> None:
    assert all(is_assignable(one, union_of(members)) for one in members)


@given(TYPES)
def test_none_does_not_fit_what_is_without_it(ty: Ty) -> None:
    rest = without_none(ty)
    assume(rest != NONE and rest != AnswerTy(NONE))
    assert is_assignable(rest, ty)
    assert not is_assignable(NONE, rest) or not _has_none(ty)


def _has_none(ty: Ty) -> bool:
    match ty:
        case NoneTy():
            return True
        case AnswerTy(value):
            return _has_none(value)
        case UnionTy(members):
            return any(map(_has_none, members))
        case _:
            return False


def _values(ty: Ty) -> st.SearchStrategy[Value]:
    """Return values of a plain type."""
    match ty:
        case TextTy(max_chars, pattern):
            texts = ["a", "aa", "aaaa"] if pattern else ["", "b", "ab", "aa", "abcd"]
            return st.sampled_from([t for t in texts if max_chars is None or len(t) <= max_chars])
        case IntTy(low, high):
            return st.integers(low if low is not None else -9, high if high is not None else 9)
        case FloatTy(low_f, high_f):
            return st.floats(-9 if low_f is None else low_f, 9 if high_f is None else high_f)
        case BoolTy():
            return st.booleans()
        case NoneTy():
            return st.none()
        case LiteralTy(value):
            return st.just(value)
        case UnionTy(members):
            return st.one_of(list(map(_values, members)))
        case ListTy(element, low, high):
            return st.lists(
                _values(element), min_size=low or 0, max_size=2 if high is None else high
            )
        case RecordTy(fields):
            return st.fixed_dictionaries({one.name: _values(one.ty) for one in fields})
        case _:
            raise AssertionError(f"{ty} is not plain")


@given(PLAIN, PLAIN, st.data())
@settings(max_examples=200)
def test_values_of_a_type_are_accepted_wherever_it_fits(
    one: Ty, other: Ty, data: st.DataObject
) -> None:
    types = PydanticTypes()
    value = data.draw(_values(one))
    for wanted in (one, join(one, other), *([other] if is_assignable(one, other) else [])):
        try:
            types.read(wanted, value)
        except ValidationError as error:
            raise AssertionError(f"{value!r} of `{one}` is refused as `{wanted}`") from error


@given(st.lists(ANSWERS, min_size=2, max_size=4))
def test_answers_stay_answers_when_they_are_joined(answers: list[Ty]) -> None:
    assert isinstance(reduce(join, answers), AnswerTy)
