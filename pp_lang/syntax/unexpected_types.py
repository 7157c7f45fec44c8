"""Explanations of what Lark could not parse in types and parameters."""

import re
from collections.abc import Callable

from pp_lang.diagnostics import Problem
from pp_lang.syntax.problems import UnexpectedText
from pp_lang.syntax.situation import Situation
from pp_lang.syntax.words import name_expected, show_found

_RANGE = "Bounds are written `int(1..5)`; one alone is named: `int(min: 1)`."
_LENGTH = "A limit of a text is named: `text(max_chars: 40)`."
_SHOWN = 'A text after the type is shown to models: `name: text "the full name"`.'
_LIST = "A list's type is `list[…]`."
_FUNCTION = "A function's type is written `(text) -> int`."


def _find_range_mistake(here: Situation) -> Problem | None:
    if here.opened != "(" or here.expected != {".."} or not here.found:
        return None
    opening = here.brackets[-1][1].start
    is_text = here.source.text[max(0, opening - 20) : opening].rstrip().endswith("text")
    help_ = _LENGTH if is_text else _RANGE
    return UnexpectedText(show_found(here.found), here.span, ("`..`",), help_)


def _find_type_mistake(here: Situation) -> Problem | None:
    is_type = {"(", "NAME", "STRING", "{"} <= here.expected and "[" not in here.expected
    if here.opened == "(" and here.expected == {":"}:
        opening = here.brackets[-1][1]
        if here.source.text[max(0, opening.start - 20) : opening.start].rstrip().endswith("list"):
            return UnexpectedText("`(`", opening, ("`[`",), _LIST)
    if here.found == "[" and is_type and here.previous in (":", "->", "="):
        return UnexpectedText("`[`", here.span, ("a type",), _LIST)
    if here.found == "[" and is_type and here.holder[-1:] in (("Callable",), ("Function",)):
        return UnexpectedText("`[`", here.span, ("a type",), _FUNCTION)
    if re.match(r"\d+[^\W\d]", here.found) and "NAME" in here.expected and not here.wants_value:
        help_ = "A name begins with a letter or `_`."
        return UnexpectedText(f"`{here.found}`", here.span, ("a name",), help_)
    if here.found == "}" and here.previous == "{" and here.holder[:1] == ("type",):
        return UnexpectedText("`}`", here.span, ("a name",), "A record has at least one field.")
    if here.found == '"""' and is_type and here.previous == "->":
        help_ = "Say what the model answers: `-> text`; without `->` it is a text."
        return UnexpectedText('`"""`', here.span, ("a type",), help_)
    if here.found == "@" and here.opened == "{" and "STRING" in here.expected:
        return UnexpectedText("`@`", here.span, (), _SHOWN)
    if here.found == "@" and "type" in here.expected and not here.opened:
        help_ = "Declarations have no decorators: write the declaration alone."
        return UnexpectedText("`@`", here.span, (), help_)
    if here.found in ("*", "**") and here.opened == "(" and here.expected == {")", "NAME"}:
        help_ = "Each parameter has a name and a type: `(items: list[text])`."
        return UnexpectedText(show_found(here.found), here.span, name_expected(here), help_)
    return None


TYPES: tuple[Callable[[Situation], Problem | None], ...] = (
    _find_range_mistake,
    _find_type_mistake,
)
"""From the most telling to the least."""
