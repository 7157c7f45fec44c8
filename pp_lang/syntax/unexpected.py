"""Turns what Lark could not parse into a named mistake: the first explanation that fits."""

import re
from collections.abc import Callable

from lark.exceptions import UnexpectedInput

from pp_lang.diagnostics import Problem, did_you_mean, find_nearest
from pp_lang.source import SourceFile, Span
from pp_lang.syntax import habits
from pp_lang.syntax.grammar import reserved_words
from pp_lang.syntax.problems import (
    DECLARATIONS,
    MissingElse,
    MissingMark,
    MissingReturn,
    ReservedWord,
    Unclosed,
    UnexpectedEnd,
    UnexpectedText,
    UnknownOperator,
    Unmatched,
    UnnamedValue,
    ValueAfterReturn,
    WrongMark,
)
from pp_lang.syntax.situation import CLOSINGS, Situation, look_at
from pp_lang.syntax.unexpected_bodies import BODIES
from pp_lang.syntax.unexpected_habits import HABITS
from pp_lang.syntax.unexpected_heads import HEADS, INSIDES
from pp_lang.syntax.unexpected_types import TYPES
from pp_lang.syntax.unexpected_values import VALUES
from pp_lang.syntax.words import name_expected, show_found

_IF = "An `if` is a value with two sides: `name = if condition: one else: other`."


def explain(error: UnexpectedInput, source: SourceFile) -> Problem:
    """Return the mistake behind `error`."""
    here = look_at(error, source)
    for explanation in _EXPLANATIONS:
        problem = explanation(here)
        if problem is not None:
            return problem
    help_ = habits.FOUND.get(here.found) or _nearest_word(here)
    if help_ is None and not here.found.isprintable():
        help_ = "It cannot be seen; remove it."
    return UnexpectedText(show_found(here.found), here.span, name_expected(here), help_)


def _nearest_word(here: Situation) -> str | None:
    """Offer the word of the language that the one found is like."""
    words = [one for one in here.expected if one.isalpha() and one.islower()]
    return did_you_mean(here.found, words) if here.found.isalpha() else None


# Blocks


def _find_missing_brace(here: Situation) -> Problem | None:
    """A declaration that begins where a block, or something in it, is still open."""
    if not here.brackets or here.opened in ('"""', "{{", "{%"):
        return None
    at = here.previous_span if here.previous in DECLARATIONS else here.span
    word = here.source.text[at.start : at.end]
    begins = word in DECLARATIONS and here.source.text[at.start - 1 : at.start] == "\n"
    if here.found and not begins:
        return None
    opening, span = here.brackets[-1]
    return Unclosed(opening, CLOSINGS[opening], span, at if here.found else None)


def _find_unclosed_bracket(here: Situation) -> Problem | None:
    """A bracket that is open where the next value of a block begins, or where another closes."""
    closes = here.found in (")", "]", "}")
    if closes and not here.brackets:
        return Unmatched(here.found, here.span)
    if here.opened not in ("(", "[") or CLOSINGS[here.opened] not in here.expected:
        return None
    opening, span = here.brackets[-1]
    if here.found == "=" and _begins_line(here) and _lacks_partner(here):
        return Unclosed(opening, CLOSINGS[opening], span, here.previous_span)
    is_item = "," in here.expected and here.is_value
    begins = here.found == "return" or (
        here.starts_line and (here.following == "=" or (is_item and _lacks_partner(here)))
    )
    if begins or (closes and here.found != CLOSINGS[here.opened]):
        return Unclosed(opening, CLOSINGS[opening], span, here.span)
    return None


def _begins_line(here: Situation) -> bool:
    """Return whether the token before is the first on its line."""
    at = here.previous_span.start
    return not here.source.text[here.source.text.rfind("\n", 0, at) + 1 : at].strip()


def _lacks_partner(here: Situation) -> bool:
    """Return whether nothing in what is left of its block closes the innermost bracket."""
    text = here.source.text
    opening, span = here.brackets[-1]
    end = text.find("\n}", span.start)
    rest = re.sub(r'"(?:[^"\\\n]|\\.)*"', "", text[span.start : end if end >= 0 else len(text)])
    return rest.count(opening) > rest.count(CLOSINGS[opening])


def _find_block_mistake(here: Situation) -> Problem | None:
    is_block = here.opened == "{" and "return" in here.expected
    if is_block and here.found == "=" and here.following != "=" and here.previous != "}":
        return None
    if is_block and here.found == "}":
        return MissingReturn(here.span, is_inside=len(here.brackets) > 1)
    if is_block and here.found in reserved_words() and here.following in ("=", ":"):
        return ReservedWord(here.found, here.span)
    if here.opened == "{" and "=" in here.expected and here.previous in habits.STATEMENTS:
        help_ = habits.STATEMENTS[here.previous]
        return UnexpectedText(f"`{here.previous}`", here.previous_span, (), help_)
    if is_block and here.found == "if" and here.starts_line:
        return UnexpectedText("`if`", here.span, (), _IF)
    if is_block and here.is_value and here.starts_line:
        return UnnamedValue(Span(here.span.start, here.line_end))
    if here.opened == "{" and "=" in here.expected and here.found == "==":
        return WrongMark("==", "=", here.span, "A value is named with `=`: `name = …`.")
    if here.opened == "{" and here.expected == {"="}:
        before = re.compile(r"(\w+)[ \t]+\Z").search(here.source.text, 0, here.previous_span.start)
        if before and before[1] in habits.PREFIXES:
            span = Span(before.start(1), before.end(1))
            help_ = habits.FOUND.get(before[1], habits.PREFIXES[before[1]])
            return UnexpectedText(f"`{before[1]}`", span, ("a value",), help_)
        if here.previous in habits.PREFIXES and re.match(r"[\w\"]", here.found):
            help_ = habits.PREFIXES[here.previous]
            return UnexpectedText(f"`{here.previous}`", here.previous_span, (), help_)
        if here.found == ":":
            return WrongMark(":", "=", here.span, "A value is named with `=`: `name = …`.")
        if find_nearest(here.previous, ["return"]) is not None and here.is_value:
            help_ = "Did you mean `return`?"
            return UnexpectedText(f"`{here.previous}`", here.previous_span, ("`return`",), help_)
        if here.found not in ("=", ""):
            return UnnamedValue(here.previous_span)
    return None


def _find_value_after_return(here: Situation) -> Problem | None:
    if here.opened == "{" and "}" in here.expected and here.following == "=":
        start = here.brackets[-1][1].start
        returned = here.source.text.rfind("return", start, here.span.start)
        if returned >= 0 and here.starts_line and "return" not in here.expected:
            return ValueAfterReturn(here.span, Span(returned, returned + 6))
    return None


# Marks, operators and words


def _find_foreign_comment(here: Situation) -> Problem | None:
    """A comment of another language, taken for a division, before what was found."""
    if here.opened in ('"""', "{{", "{%"):
        return None
    if here.found in ("//", "/*"):
        return UnexpectedText(f"`{here.found}`", here.span, (), habits.FOUND[here.found])
    if here.previous == "/" and here.found == "*" and here.previous_span.end == here.span.start:
        return UnexpectedText("`/*`", here.previous_span | here.span, (), habits.FOUND["/*"])
    line_start = here.source.text.rfind("\n", 0, here.span.start) + 1
    before = here.source.text[line_start : here.span.start]
    comment = re.search(r'(?:^|\s)(//)\s[^"]*\Z', before)
    if comment is None or not re.match(r"\w|[.,;!?]", here.found) or here.starts_line:
        return None
    span = Span(line_start + comment.start(1), line_start + comment.end(1))
    return UnexpectedText("`//`", span, (), habits.FOUND["//"])


def _find_slice(here: Situation) -> Problem | None:
    begins = here.previous == "[" and here.wants_value
    if here.found != ":" or here.opened != "[" or not ("]" in here.expected or begins):
        return None
    if here.holder[:1] == ("program",):
        help_ = "A type parameter is a name alone, and stands for any type: `[T]`."
        return UnexpectedText("`:`", here.span, ("`]`",), help_)
    help_ = "There are no slices: write `take(items, n)` or `drop(items, n)`."
    return UnexpectedText("`:`", here.span, ("`]`",), help_)


def _find_wrong_mark(here: Situation) -> Problem | None:
    before = here.source.text[: here.previous_span.start].rstrip()[-1:]
    if (
        here.found == "="
        and ":" in here.expected
        and ("==" not in here.expected or before in ("(", ","))
    ):
        return WrongMark("=", ":", here.span, "Write `name: …`.")
    if here.found == "=" and "==" in here.expected:
        return WrongMark("=", "==", here.span, "Two values are compared with `==`.")
    if here.found == ":" and "=" in here.expected:
        return WrongMark(":", "=", here.span, "Write `=` here.")
    return None


def _find_foreign_word(here: Situation) -> Problem | None:
    if here.found in habits.OPERATORS and "{" not in here.expected - {"{"}:
        return UnknownOperator(here.found, here.span, habits.OPERATORS[here.found])
    if here.wants_value and here.previous_span.end == here.span.start:
        both = here.previous_span | here.span
        written = here.source.text[both.start : both.end]
        if written == "==":
            return WrongMark("==", "=", both, "A value is named with `=`: `name = …`.")
        if written in habits.OPERATORS:
            return UnknownOperator(written, both, habits.OPERATORS[written])
    if here.previous in habits.PREFIXES and re.match(r"[\w\"]", here.found):
        return UnexpectedText(
            f"`{here.previous}`", here.previous_span, (), habits.PREFIXES[here.previous]
        )
    is_type = "or" not in here.expected and ("?" in here.expected or "[" not in here.expected)
    if (here.found == "<" and is_type) or (here.found == "]" and is_type and here.previous == "["):
        expected = name_expected(here)
        return UnexpectedText(f"`{here.found}`", here.span, expected, "A list's type is `list[…]`.")
    return None


def _find_reserved_word(here: Situation) -> Problem | None:
    if here.found in habits.FOUND and not here.starts_line:
        return None  # `a if b else c`: it is no name
    if here.found in reserved_words() and "NAME" in here.expected and not here.wants_value:
        return ReservedWord(here.found, here.span)
    return None


def _find_missing_part(here: Situation) -> Problem | None:
    if here.expected == {"else"}:
        help_ = habits.FOUND["elif"] if here.found == "elif" else _nearest_word(here)
        if help_ is not None and here.found:
            return UnexpectedText(f"`{here.found}`", here.span, ("`else`",), help_)
        return MissingElse(here.span) if here.found else None
    if "by" in here.expected:
        help_ = "Say how: `by flat`, `by tree` or `by fold`."
        if here.found == "(":
            help_ = "Name it without a call: `reduce items with merge by tree`."
        return UnexpectedText(show_found(here.found), here.span, ("`by`",), help_)
    if here.wants_value and here.previous == "sample":
        help_ = "Say how many: `sample 8: …`."
        return UnexpectedText(show_found(here.found), here.span, ("a number",), help_)
    is_name = re.match(r"\w", here.previous) is not None
    if here.expected == {":"} and is_name and here.found == "?":
        help_ = f"What may be missing has the `?` after its type: `{here.previous}: text?`."
        return UnexpectedText("`?`", here.span, ("`:`",), help_)
    if here.expected == {":"} and is_name and here.found in (")", ",", "until", "}"):
        return MissingMark(":", here.span, f"Say its type: `{here.previous}: text`.")
    return None


def _find_missing_mark(here: Situation) -> Problem | None:
    if not here.is_value or here.found in habits.FOUND:
        return None
    if here.found == "(" and "{" not in here.expected and _is_bare_call(here):
        return UnnamedValue(Span(here.previous_span.start, here.line_end))
    after = here.previous_span.end
    if "," in here.expected:
        return MissingMark(",", here.span, after=after)
    if {"=", ":"} <= here.expected and here.holder[:1] == ("program",):
        return MissingMark("=", here.span, "A value is named with `=`: `name = …`.")
    return MissingMark(":", here.span, after=after) if ":" in here.expected else None


def _is_bare_call(here: Situation) -> bool:
    """A call that begins a block: its name was taken for that of a field or of a value."""
    is_first = here.opened == "{" and here.clause == (here.previous,)
    return is_first and {"=", ":"} <= here.expected and here.holder[:1] == ("program",)


def _find_end(here: Situation) -> Problem | None:
    if here.found:
        return None
    return UnexpectedEnd(here.previous_span, name_expected(here))


_EXPLANATIONS: tuple[Callable[[Situation], Problem | None], ...] = (
    *BODIES,
    _find_foreign_comment,
    *HEADS,
    _find_missing_brace,
    *INSIDES,
    *TYPES,
    *HABITS,
    *VALUES,
    _find_unclosed_bracket,
    _find_value_after_return,
    _find_block_mistake,
    _find_slice,
    _find_wrong_mark,
    _find_foreign_word,
    _find_reserved_word,
    _find_missing_part,
    _find_missing_mark,
    _find_end,
)
"""From the most telling to the least."""
