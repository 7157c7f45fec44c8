"""Explanations of what Lark could not parse in tests."""

import re

from pp_lang.diagnostics import Problem, did_you_mean
from pp_lang.syntax.problems import TEST_LINES, MissingMark, UnexpectedText
from pp_lang.syntax.situation import Situation
from pp_lang.syntax.words import show_found

_RUN = "Run it and name the result: `given main(…) as result`."
_TEST_HABITS = {
    "mock": 'Answers are written `answers ask: ["…"]`, one for each call.',
    "when": 'Answers are written `answers ask: ["…"]`, one for each call.',
    "return": "A test says what it expects: `expect result == …`.",
    "assert": "Write `expect …`.",
    "to": "Compare two values: `expect a == b`.",
    "toBe": "Compare two values: `expect a == b`.",
}


def find_test_mistake(here: Situation) -> Problem | None:
    """Explain what is no line of a test, or a test without its name."""
    if here.expected == {"STRING"} and here.clause == ("test",):
        help_ = 'A test has a name in quotes: `test "greets everybody" { … }`.'
        return UnexpectedText(show_found(here.found), here.span, ("a text in quotes",), help_)
    if here.opened != "{" or here.holder[:1] != ("test",) or not here.found:
        return None
    word = here.clause[0] if here.clause else ""
    if "as" in here.expected and (here.found in TEST_LINES or here.found == "}"):
        what = "row" if word == "cases" else "result"
        return MissingMark("as", here.span, f"Name it: `{word} … as {what}`.")
    if here.found == "=" and word == "given":
        help_ = "The name comes last: `given main(…) as result`."
        return UnexpectedText("`=`", here.span, (), help_)
    if here.found == "(" and word == "answers":
        help_ = 'The answers are those to all calls, one after the other: `answers ask: ["…"]`.'
        return UnexpectedText("`(`", here.span, ("`:`",), help_)
    if "given" in here.expected and re.match(r"\w", here.found):
        return _explain_test_line(here)
    return None


def _explain_test_line(here: Situation) -> Problem:
    listed = ", ".join(f"`{word}`" for word in TEST_LINES[:-1])
    help_ = did_you_mean(here.found, TEST_LINES)
    help_ = help_ or f"A line of a test begins with {listed} or `{TEST_LINES[-1]}`."
    if here.following == "=":
        help_ = f"A value gets its name last: `given … as {here.found}`."
    elif here.following == "(" and here.found not in _TEST_HABITS:
        help_ = _RUN
    expected = ("a line of a test",)
    return UnexpectedText(
        f"`{here.found}`", here.span, expected, _TEST_HABITS.get(here.found, help_)
    )
