from textwrap import dedent

import pytest

from pp_lang.semantics import TypedForPart, TypedHole, TypedIfPart, TypedPart, TypedText, TypedTurn
from tests.support.front import codes, compiled


def body(text: str) -> tuple[TypedPart, ...]:
    head = "template t(a: text, names: list[text], yes: bool) -> text"
    return compiled(f'{head} """{text}"""').module.templates["t"].body


def show(parts: tuple[TypedPart, ...]) -> str:
    shown = ""
    for part in parts:
        match part:
            case TypedText(text):
                shown += text
            case TypedHole():
                shown += "<hole>"
            case TypedTurn(role):
                shown += f"<{role}>"
            case TypedForPart():
                shown += f"<for {show(part.parts)}>"
            case TypedIfPart():
                shown += f"<if {show(part.then)} else {show(part.otherwise)}>"
    return shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one", "one"),
        ("\n  one\n  two\n", "one\ntwo"),
        ("\n  one\n    two\n  three\n", "one\n  two\nthree"),
        ("\n    one\n  two\n", "  one\ntwo".lstrip()),
        ("\n  one\n\n  two\n", "one\n\ntwo"),
        ("\n  one  \n  two\n", "one  \ntwo"),
        ("\n\tone\n\t\ttwo\n", "one\n\ttwo"),
        ("first\n  one\n  two\n", "first\none\ntwo"),
        ("\n  {{ a }}\n  two {{ a }}\n", "<hole>\ntwo <hole>"),
        ("\r\n  one\r\n  two\r\n", "one\ntwo"),
    ],
)
def test_the_margin_and_the_ends_are_taken_away(text: str, shown: str) -> None:
    assert show(body(text)) == shown


def test_lines_that_hold_only_tags_vanish() -> None:
    text = dedent("""
      Names:
      {% for name in names %}
      - {{ name }}
      {% end %}
      {% if yes %}
      Yes.
      {% else %}
      No.
      {% end %}
      Done.
    """)
    assert show(body(text)) == "Names:\n<for - <hole>\n><if Yes.\n else No.\n>Done."


def test_a_loop_at_an_end_of_the_body_keeps_the_line_breaks_between_its_items() -> None:
    text = "\n  {% for name in names %}\n  - {{ name }}\n  {% end %}\n"
    assert show(body(text)) == "<for - <hole>\n>"
    text = "\n  {% for name in names %}\n  {% if yes %}a{% else %}b{% end %}\n  {% end %}\n"
    assert show(body(text)) == "<for <if a else b>\n>"


def test_tags_inside_a_line_leave_it_as_it_is() -> None:
    text = "{% if yes %}Dear{% else %}Hi{% end %} {{ a }}, {% for n in names %}{{ n }} {% end %}!"
    assert show(body(text)) == "<if Dear else Hi> <hole>, <for <hole> >!"


def test_comments_show_nothing_and_their_lines_vanish() -> None:
    assert show(body("\n  one {# note #} two\n  {# a whole\n  line #}\n  three\n")) == (
        "one  two\nthree"
    )


def test_single_braces_quotes_and_hashes_are_text() -> None:
    text = '\n  { "a": 1, "b": {"c": "#2"} } } % " ""\n'
    assert show(body(text)) == '{ "a": 1, "b": {"c": "#2"} } } % " ""'


def test_records_end_inside_holes() -> None:
    assert show(body("{{ {b: {a}} }} {{ [1][0] }}{{a}}")) == "<hole> <hole><hole>"


def test_roles_are_turns() -> None:
    text = "\n  {% system %}\n  Be kind.\n  {% user %}\n  {{ a }}\n  {% assistant %}\n  Yes."
    assert show(body(text)) == "<system>Be kind.\n<user><hole>\n<assistant>Yes."


def test_arms_are_nested_in_the_other_side() -> None:
    text = "{% if yes %}1{% else if len(names) > 1 %}2{% else %}3{% end %}"
    assert show(body(text)) == "<if 1 else <if 2 else 3>>"


@pytest.mark.parametrize("text", ["", "  \n  \n", "{# only a note #}"])
def test_a_body_that_says_nothing_is_a_mistake(text: str) -> None:
    assert codes(f'template t() -> text """{text}"""') == ["empty-body"]
