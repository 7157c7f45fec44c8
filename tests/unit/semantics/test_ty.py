import pytest

from pp_lang.semantics import AnswerTy, Ty, closed_options, is_assignable, plain
from pp_lang.semantics.subtypes import join
from pp_lang.semantics.ty import size_of
from tests.support.front import compiled

CONTEXTS = '''
context desk(a: text) """{{ a }}"""
context case(a: text) within desk """{{ a }}"""
'''


def ty(written: str) -> Ty:
    """Return the type that a program writes so."""
    return compiled(f"{CONTEXTS} type T = {written}").module.types["T"]


FITS = [
    ("text", "text"),
    ("text(max_chars: 3)", "text"),
    ("text(max_chars: 3)", "text(max_chars: 4)"),
    ('text(pattern: "a+")', "text"),
    ('"ab"', "text"),
    ('"ab"', "text(max_chars: 2)"),
    ('"ab"', 'text(pattern: "[a-z]+")'),
    ('"a"', '"a" | "b"'),
    ('"a" | "b"', "text"),
    ("int", "float"),
    ("int(1..5)", "int"),
    ("int(1..5)", "int(0..10)"),
    ("3", "int(1..5)"),
    ("3", "float"),
    ("1.5", "float(0..2)"),
    ("true", "bool"),
    ("bool", "true | false"),
    ("true | false", "bool"),
    ("none", "text?"),
    ("text", "text?"),
    ("text?", "text? | int"),
    ("list[int]", "list[float]"),
    ("list[int](min_items: 2, max_items: 3)", "list[int](min_items: 1)"),
    ("list[text]", "list[text?]"),
    ("{ a: int, b: text }", "{ b: text, a: float }"),
    ("{ a: { b: 1 } }", "{ a: { b: int } }"),
    ("case", "desk"),
]
FITS_NOT = [
    ("text", "text(max_chars: 3)"),
    ("text(max_chars: 4)", "text(max_chars: 3)"),
    ("text", 'text(pattern: "a+")'),
    ('"abc"', "text(max_chars: 2)"),
    ('"AB"', 'text(pattern: "[a-z]+")'),
    ('"abc"', 'text(pattern: "a")'),
    ("text", '"a" | "b"'),
    ('"c"', '"a" | "b"'),
    ("float", "int"),
    ("1.5", "int"),
    ("int", "int(min: 0)"),
    ("6", "int(1..5)"),
    ("true", "int"),
    ("1", "bool"),
    ("bool", "true"),
    ("text?", "text"),
    ("none", "text"),
    ("text", "int"),
    ("list[float]", "list[int]"),
    ("list[int]", "list[int](min_items: 1)"),
    ("list[int]", "list[int](max_items: 3)"),
    ("text", "list[text]"),
    ("{ a: int }", "{ a: int, b: text }"),
    ("{ a: int, b: text }", "{ a: int }"),
    ("{ a: text }", "{ a: int }"),
    ("desk", "case"),
    ("desk", "text"),
]


@pytest.mark.parametrize(("given", "wanted"), FITS)
def test_a_narrower_type_may_stand_for_a_wider(given: str, wanted: str) -> None:
    assert is_assignable(ty(given), ty(wanted))


@pytest.mark.parametrize(("given", "wanted"), FITS_NOT)
def test_nothing_else_may_stand_for_it(given: str, wanted: str) -> None:
    assert not is_assignable(ty(given), ty(wanted))


@pytest.mark.parametrize("written", sorted({one for pair in FITS + FITS_NOT for one in pair}))
def test_every_type_fits_itself(written: str) -> None:
    assert is_assignable(ty(written), ty(written))


@pytest.mark.parametrize(
    "written",
    ["text(max_chars: 3)", 'text(pattern: "a\\\\d")', '"a\\"b"', "int(1..5)", "int(min: 0)",
     "float(max: 1.5)", "list[text?](min_items: 2, max_items: 3)", '("a" | 1)?', "true | 2.5"],
)  # fmt: skip
def test_a_type_shows_as_it_is_written(written: str) -> None:
    assert str(ty(written)) == written


def test_closed_sets_have_options_in_order() -> None:
    assert closed_options(ty('"b" | "a" | 3')) == ("b", "a", 3)
    assert closed_options(ty("bool")) == (True, False)
    assert closed_options(AnswerTy(ty('"a"'))) == ("a",)
    assert closed_options(ty('"a" | int')) is None
    assert closed_options(ty('"a"?')) is None


def test_one_and_true_are_different_literals() -> None:
    assert ty("1") != ty("true")
    assert len({ty("1"), ty("true")}) == 2


def test_joined_types_are_as_simple_as_possible() -> None:
    assert join(ty("int"), ty("float")) == ty("float")
    assert join(ty('"a"'), ty('"b"')) == ty('"a" | "b"')
    assert str(join(ty("none"), ty("text"))) == "text?"


def test_unions_are_flat_and_without_repeats() -> None:
    assert ty('("a" | "b") | ("b" | "c")') == ty('"a" | "b" | "c"')
    assert ty("(text?)?") == ty("text?")


def test_an_answer_is_plain_underneath() -> None:
    assert plain(AnswerTy(ty("bool"))) == ty("bool")


def test_counting_parts_stops_above_the_limit() -> None:
    assert size_of(ty("{ a: list[int], b: text? }"), most=100) == 6
    assert size_of(ty("{ a: int, b: int, c: int }"), most=2) == 3
