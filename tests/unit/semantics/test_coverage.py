"""What is known in each case of a match, and what finding it out costs."""

import pytest

from pp_lang.semantics.coverage import Coverage, cover
from pp_lang.semantics.ty import (
    BOOL,
    NONE,
    TEXT,
    FieldTy,
    IntTy,
    LiteralTy,
    RecordTy,
    Ty,
    UnknownTy,
    union_of,
)
from pp_lang.source import Span
from pp_lang.syntax import (
    FieldPattern,
    Ident,
    LiteralPattern,
    NamePattern,
    Pattern,
    RecordPattern,
)
from tests.support.front import codes, diagnose

HERE = Span(0, 0)


def constant(value: str | bool | int | None) -> Pattern:
    return LiteralPattern(value, HERE)


def having(**fields: str | bool | int | None) -> Pattern:
    return RecordPattern(
        tuple(
            FieldPattern(Ident(name, HERE), (constant(value),), HERE)
            for name, value in fields.items()
        ),
        HERE,
    )


def covered(ty: Ty, rows: list[Pattern]) -> Coverage:
    return cover(ty, rows, has_else=False, num_examples=5)


def options(count: int) -> Ty:
    return union_of([LiteralTy(f"option {number}") for number in range(count)])


@pytest.mark.parametrize("ty", [TEXT, options(2_000)])
def test_rows_looked_at_grow_with_the_cases(ty: Ty) -> None:
    rows = [constant(f"option {number}") for number in range(2_000)]
    assert covered(ty, rows).num_rows <= 4 * len(rows)


def test_rows_looked_at_grow_with_the_cases_of_records() -> None:
    kinds = [
        RecordTy((FieldTy("kind", LiteralTy(f"kind {number}")), FieldTy("n", TEXT)))
        for number in range(60)
    ]
    rows = [having(kind=f"kind {number}") for number in range(60)]
    coverage = covered(union_of([*kinds]), rows)
    assert coverage.missing == ()
    assert coverage.num_rows <= 2 * len(kinds) * len(rows)


def test_parts_that_ask_the_same_of_what_is_left_are_looked_at_once() -> None:
    fields = tuple(FieldTy(f"f{number}", BOOL) for number in range(40))
    rows = [having(**{f"f{at}": True, f"f{at + 1}": True}) for at in range(0, 40, 2)]
    coverage = covered(RecordTy(fields), rows)
    assert coverage.missing
    assert coverage.num_rows <= 2 * len(rows) ** 2


def test_a_match_that_is_too_intricate_needs_an_else() -> None:
    fields = tuple(FieldTy(f"f{number}", BOOL) for number in range(400))
    rows = [
        having(**{f"f{number}": True for number in range(400)}),
        NamePattern(Ident("_", HERE), HERE),
    ]
    assert covered(RecordTy(fields), rows).missing == ()
    assert covered(RecordTy(fields), rows[:1]).missing


def test_whole_numbers_within_bounds_can_all_have_a_case() -> None:
    rows = [constant(number) for number in (1, 2, 3)]
    assert covered(IntTy(1, 3), rows).missing == ()
    assert covered(IntTy(1, 4), rows).missing == (LiteralTy(4),)
    assert covered(IntTy(1), rows).missing == (IntTy(4),)


def test_of_an_unknown_type_nothing_is_missing() -> None:
    assert covered(UnknownTy(), [constant(1)]).missing == ()


VERDICT = """
type Verdict { mood: "a" | "b", order: int? }

program main(one: Verdict) {
  return match one: {
"""


@pytest.mark.parametrize(
    ("cases", "expected"),
    [
        ('case { mood: "a", order: none }: 0 case { mood: "a", order }: order + 1 else: 2', []),
        ('case { mood: "a" | "b", order: none }: 0 case { order }: order + 1', []),
        ("case { order: none }: 0 case _: one.order + 1", []),
        ('case { order: none, mood: "a" }: 0 case { order }: order + 1', ["possibly-none"]),
        ('case { mood: "a", order: none }: 0 case { mood: "b" }: 1', ["missing-cases"]),
        (
            'case { mood: "a" }: 0 case { mood: "b" }: 1 case { order: none }: 2',
            ["unreachable-case"],
        ),
        ('case { mood: "a" }: 0 case { mood: "a", order: 1 }: 1 else: 2', ["unreachable-case"]),
        ('case { mood: "a" }: 0 case { mood: "b" }: 1 else: 2', ["unreachable-case"]),
        ('case { mood: "a" } | { mood: "a", order: 2 }: 0 else: 2', ["unreachable-case"]),
    ],
)
def test_every_earlier_case_counts(cases: str, expected: list[str]) -> None:
    assert codes(f"{VERDICT}{cases} }}\n}}\n") == expected


def test_the_examples_are_what_cases_could_be_added_for() -> None:
    cases = 'case { mood: "a", order: none }: 0 case { mood: "b", order: 7 }: 1'
    found = [one for one in diagnose(f"{VERDICT}{cases} }}\n}}\n") if one.code == "missing-cases"]
    assert found[0].label.text == (
        'no case for `{ mood: "a", order: int }`, `{ mood: "b", order: none }`, '
        '`{ mood: "b", order: int }`'
    )


def test_none_and_a_constant_of_an_equal_number_are_told_apart() -> None:
    ty = union_of([LiteralTy(1), LiteralTy(1.0), LiteralTy(True), NONE])
    coverage = covered(ty, [constant(1), constant(True)])
    assert coverage.missing == (NONE,)
