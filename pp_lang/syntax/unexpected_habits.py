"""Explanations of what Lark could not parse in values, where habits of other languages show."""

import re
from collections.abc import Callable

from pp_lang.diagnostics import Problem, did_you_mean, find_nearest
from pp_lang.source import Span
from pp_lang.syntax import habits
from pp_lang.syntax.problems import UnexpectedText, UnknownOperator
from pp_lang.syntax.situation import Situation
from pp_lang.syntax.words import name_expected, show_found

_BEGINNINGS = ("if", "map", "match", "not", "reduce", "repeat", "sample")
"""Words that begin values."""
_AFTER_VALUES = frozenset(("}", ")", "]", ",", ":", "%}", "else", "up to", "with", "by", "until"))
"""What stands after values where no operator can follow any more."""
_NEAR = 200
"""How far back what was found may hang together with what is before it."""
_UNIT = "A number has no unit: write it alone. Times are in seconds, lengths in tokens."
_NO_LIMITS = "Limits belong to a `map`, `sample`, `repeat` or `reduce`; a call has `timeout`."
_ONE_NAME = "One name stands here. Number items with `range(len(items))`."
_NAMES = re.compile(r"\(\s*\w+\s*(,\s*\w+\s*)+\)\s*in\b")
_ONE_OF_TWO = "One name stands here. Go over two lists by place: `map i in range(len(xs)): …`."
_PAIR = "A value has one name: `pair = …`, then `pair[0]` and `pair[1]`."


def _find_misspelt_word(here: Situation) -> Problem | None:
    """`mpa x in xs`, `retrun x`: a word of the language that was taken for a name."""
    is_own = here.previous.isidentifier() and here.previous not in habits.PREFIXES
    if not is_own or here.starts_line or not re.match(r'[\w"\[{]', here.found):
        return None
    if "=" in here.expected and here.opened == "{" and find_nearest(here.previous, ["return"]):
        return _misspelt(here, ("return",))
    return _misspelt(here, _BEGINNINGS) if _ends_value(here) else None


def _ends_value(here: Situation) -> bool:
    """Return whether the value before is complete, or may go on with an operator."""
    return "or" in here.expected or here.expected <= _AFTER_VALUES


def _misspelt(here: Situation, words: tuple[str, ...]) -> Problem | None:
    if here.previous in words:
        return None
    offer = did_you_mean(here.previous, words)
    if offer is None:
        return None
    return UnexpectedText(f"`{here.previous}`", here.previous_span, ("a value",), offer)


def _find_misspelt_clause(here: Situation) -> Problem | None:
    """`untill`: what stands in place of a word that only could come here."""
    is_name = here.found.isidentifier() and here.following not in ("(", ".", ":", "=", ",")
    if not is_name or ":" not in here.expected or here.found in here.expected:
        return None
    words = [one for one in here.expected if one.isalpha() and one.islower() and len(one) > 3]
    offer = did_you_mean(here.found, words)
    return UnexpectedText(f"`{here.found}`", here.span, (), offer) if offer else None


# Operators


def _find_foreign_operator(here: Situation) -> Problem | None:
    text, end = here.source.text, here.span.end
    if here.found == "is" and _ends_value(here):
        return _explain_is(here)
    if here.found in ("+", "-", "*", "/") and text[end : end + 1] == "=" and "=" in here.expected:
        help_ = "Values never change; name a new one: `b = a + 1`."
        return UnknownOperator(f"{here.found}=", Span(here.span.start, end + 1), help_)
    written = text[here.previous_span.start : end]
    if here.found == "=" and written == ":=" and here.previous == ":":
        help_ = "A value is named with `=` alone: `name = …`."
        return UnknownOperator(":=", here.previous_span | here.span, help_)
    if here.found == "<" and text[end : end + 1] == "-" and "=" in here.expected:
        help_ = "A value is named with `=`: `name = …`."
        return UnknownOperator("<-", Span(here.span.start, end + 1), help_)
    if here.found == "?" and text[end : end + 1] == "?":
        return UnknownOperator("??", Span(here.span.start, end + 1), habits.OPERATORS["??"])
    if here.found in ("as", "instanceof") and _ends_value(here):
        help_ = "A value keeps its type; a text becomes a number with `number(…)`."
        return UnexpectedText(f"`{here.found}`", here.span, (), help_)
    if here.found == ">" and here.following == "(" and _ends_value(here):
        help_ = "A call names no types: they follow from its arguments."
        return UnexpectedText("`>`", here.span, (), help_)
    return None


def _explain_is(here: Situation) -> Problem:
    written = re.compile(r"is(\s+not)?\b\s*(\w*)").match(here.source.text, here.span.start)
    assert written is not None, "the word was found there"
    span = Span(here.span.start, written.end(1) if written[1] else here.span.end)
    if written[2] in ("defined", "undefined"):
        word = "==" if bool(written[1]) is (written[2] == "defined") else "!="
        help_ = f"What may be missing is compared with none: `x {word} none`."
        return UnexpectedText("`is`", here.span, (), help_)
    word = "is not" if written[1] else "is"
    return UnknownOperator(word, span, habits.OPERATORS[word])


# Numbers


def _find_unit(here: Situation) -> Problem | None:
    """`5s`, `10k`, `50%`: a number with a unit."""
    is_next = here.previous_span.end == here.span.start and here.previous[-1:].isdigit()
    if is_next and re.fullmatch(r"[A-Za-z]+", here.found):
        return UnexpectedText(f"`{here.found}`", here.span, (), _UNIT)
    if here.previous == "%" and here.found in ("}", ",", ")", ":") and here.wants_value:
        help_ = "There are no percentages: write a share, such as `0.5`."
        return UnexpectedText("`%`", here.previous_span, (), help_)
    return None


# Several values where one stands


def _find_comma(here: Situation) -> Problem | None:
    if here.found != "," or "," in here.expected:
        return None
    if here.expected == {"in"}:
        return UnexpectedText("`,`", here.span, ("`in`",), _ONE_NAME)
    if here.opened == "{" and "=" in here.expected and here.clause[-1:] == (here.previous,):
        before = here.source.text[
            max(0, here.previous_span.start - _NEAR) : here.previous_span.start
        ]
        if re.search(r"[\n{}]\s*\Z", before) and re.match(r",\s*\w+\s*[,=]", _rest(here)):
            return UnexpectedText("`,`", here.span, ("`=`",), _PAIR)
    if here.opened == "{" and "return" in here.clause and "}" in here.expected:
        help_ = "Several values are given as a record or a list: `return { a, b }`."
        return UnexpectedText("`,`", here.span, ("`}`",), help_)
    is_call = here.holder[-1:] and re.fullmatch(r"\w+", here.holder[-1])
    if here.opened == "(" and ")" in here.expected and not is_call:
        help_ = "There are no tuples: write a list `[a, b]` or a record `{ a, b }`."
        return UnexpectedText("`,`", here.span, ("`)`",), help_)
    return None


def _rest(here: Situation) -> str:
    return here.source.text[here.span.start : here.line_end]


def _find_spread(here: Situation) -> Problem | None:
    """`...x`, `import ..shared`, `int[1..5]`: two dots where no range is."""
    is_dots = here.found == ".." or (here.found == "." and here.previous == "..")
    if not is_dots or here.clause[:1] == ("case",):
        return None
    if here.clause[:1] == ("import",):
        help_ = 'A file stands in quotes: `import "../voting.pp"`.'
    elif here.previous.isdigit() and here.clause[:1] != ("type",) and "or" in here.expected:
        help_ = "Numbers in a row are a list: `range(5)` is 0, 1, 2, 3, 4."
    elif here.opened == "{":
        help_ = "Name each field: `{ a: x.a, b: 2 }`."
    elif here.wants_value:
        help_ = habits.FOUND[".."]
    else:
        help_ = "Bounds are written `int(1..5)`."
    return UnexpectedText("`..`", here.span, (), help_)


# What belongs elsewhere


def _find_text_block(here: Situation) -> Problem | None:
    if here.found != '"""':
        return None
    if here.opened == "{" and here.holder[:1] in (("template",), ("context",)):
        help_ = "The prompt stands in triple quotes alone, without braces around it."
        return UnexpectedText('`"""`', here.span, (), help_)
    if here.wants_value and here.opened not in ("{{", "{%"):
        help_ = "A text stands on one line, with `\\n` for a line break. A prompt is a template."
        return UnexpectedText('`"""`', here.span, ("a value",), help_)
    return None


def _find_with_block(here: Situation) -> Problem | None:
    """`with desk(policy) as d {`: a context that is opened as in Python."""
    start = here.source.text.rfind("\n", 0, here.previous_span.start) + 1
    begins_line = not here.source.text[start : here.previous_span.start].strip()
    if here.previous != "with" or not begins_line or not here.found.isidentifier():
        return None
    help_ = f"A context is a value: `d = {here.found}(…)`, and what is within it `d.name(…)`."
    return UnexpectedText("`with`", here.previous_span, (), help_)


def _find_clause_elsewhere(here: Situation) -> Problem | None:
    if here.found == "if" and "map" in here.clause and ":" in here.clause and _ends_value(here):
        help_ = "The filter of a `map` stands before the `:`: `map x in xs if condition: value`."
        return UnexpectedText("`if`", here.span, (), help_)
    if here.found in ("with", "using") and here.following == "{" and _ends_value(here):
        help_ = "Options follow the call alone: `ask(…) { temperature: 0.7 }`."
        return UnexpectedText(f"`{here.found}`", here.span, (), help_)
    loops = {"map", "sample"} & set(here.clause)
    has_place = loops or {"repeat", "reduce"} & set(here.clause)
    if here.found == "within" and _ends_value(here) and not has_place:
        return UnexpectedText("`within`", here.span, (), _NO_LIMITS)
    if here.found == "if" and here.previous == "}" and here.expected == {":"} and loops:
        help_ = "The `if` stands before `within`: `map x in items if … within { … }: …`."
        return UnexpectedText("`if`", here.span, ("`:`",), help_)
    if here.found == "until" and loops and ":" in here.expected:
        help_ = "A list ends early for the program that takes it: `items: list[T] until …`."
        return UnexpectedText("`until`", here.span, ("`:`",), help_)
    if here.found in ("times", "time", "x") and "sample" in here.clause and ":" in here.expected:
        return UnexpectedText(f"`{here.found}`", here.span, ("`:`",), "Write `sample 5: …`.")
    return None


def _find_bare_call(here: Situation) -> Problem | None:
    """`ask q`, `map(f, xs)`: arguments without parentheses, and parentheses without a call."""
    if here.previous == "map" and _NAMES.match(here.source.text, here.span.start):
        return UnexpectedText("`(`", here.span, ("a name",), _ONE_OF_TWO)
    if here.previous in habits.CALLS and here.found == "(" and not here.wants_value:
        return UnexpectedText("`(`", here.span, name_expected(here), habits.CALLS[here.previous])
    before = here.source.text[max(0, here.span.start - _NEAR) : here.span.start]
    joined = re.search(r"([^\W\d]\w*)[ \t]+\Z", before)
    is_argument = re.match(r'[^\W\d]|"|\d', here.found) and here.found not in habits.FOUND
    if joined is None or joined[1] != here.previous or not is_argument or here.starts_line:
        return None
    if here.previous in habits.PREFIXES or here.opened in ("{{", "{%"):
        return None
    if (
        not _ends_value(here)
        or {",", "=", "as", ":", "up to", "with", "by", "else"} & here.expected
    ):
        return None
    help_ = f"Arguments stand in parentheses: `{joined[1]}({here.found})`."
    return UnexpectedText(show_found(here.found), here.span, name_expected(here), help_)


HABITS: tuple[Callable[[Situation], Problem | None], ...] = (
    _find_misspelt_word,
    _find_unit,
    _find_foreign_operator,
    _find_comma,
    _find_spread,
    _find_text_block,
    _find_with_block,
    _find_clause_elsewhere,
    _find_misspelt_clause,
    _find_bare_call,
)
"""From the most telling to the least."""
