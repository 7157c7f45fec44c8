import pytest

from pp_lang.source import Span
from pp_lang.syntax.problems import UnknownEscape
from pp_lang.syntax.strings import parse_string


@pytest.mark.parametrize(
    ("literal", "text"),
    [
        ('""', ""),
        ('"a b"', "a b"),
        (r'"\n\t\r\"\\"', '\n\t\r"\\'),
        (r'"\u00e9\u4e2d"', "é中"),
        (r'"\\n"', r"\n"),
        ('"😀 #not a comment"', "😀 #not a comment"),
    ],
)
def test_escapes_become_what_they_stand_for(literal: str, text: str) -> None:
    assert parse_string(literal, 0) == (text, [])


@pytest.mark.parametrize("written", [r"\q", r"\u", r"\x", r"\'"])
def test_an_unknown_escape_is_a_mistake_at_its_place(written: str) -> None:
    _, problems = parse_string(f'"a{written}"', 10)
    assert problems == [UnknownEscape(written, Span(12, 14))]


def test_half_of_a_surrogate_pair_is_no_character() -> None:
    _, problems = parse_string(r'"\ud800"', 0)
    assert len(problems) == 1
