"""Turns what Lark could not parse into a named mistake: the first explanation that fits."""

import re
from collections.abc import Callable

from lark.exceptions import UnexpectedInput

from pp_lang.diagnostics import Problem
from pp_lang.source import SourceFile, Span
from pp_lang.syntax import habits
from pp_lang.syntax.problems import (
    DECLARATIONS,
    MisplacedTag,
    MissingBody,
    MissingElse,
    MissingMark,
    MissingReturn,
    ReservedWord,
    Unclosed,
    UnclosedBody,
    UnclosedString,
    UnclosedTag,
    UnexpectedEnd,
    UnexpectedText,
    UnknownDeclaration,
    UnknownOperator,
    UnknownTag,
    Unmatched,
    UnnamedValue,
    ValueAfterReturn,
    WrongMark,
    WrongQuotes,
)
from pp_lang.syntax.situation import CLOSINGS, Situation, look_at
from pp_lang.syntax.words import name_expected, show_found

_QUOTES = {"'": ("single", "'"), "“": ("typographic", "”"), "„": ("typographic", "“"),
           "‘": ("typographic", "’"), "”": ("typographic", "”"), "`": ("slanted", "`")}  # fmt: skip
_RESERVED = frozenset(
    {"and", "else", "false", "if", "in", "map", "none", "not", "or", "reduce", "return", "sample",
     "true"}
)  # fmt: skip
_SWALLOWED = re.compile(r"^(?:context|template|program)\s+\w+\s*\(", re.MULTILINE)


def explain(error: UnexpectedInput, source: SourceFile) -> Problem:
    """Return the mistake behind `error`."""
    here = look_at(error, source)
    for explanation in _EXPLANATIONS:
        problem = explanation(here)
        if problem is not None:
            return problem
    help_ = habits.FOUND.get(here.found)
    return UnexpectedText(show_found(here.found), here.span, name_expected(here), help_)


# Bodies


def _find_unclosed_tag(here: Situation) -> Problem | None:
    if here.found in ('"""', "") and here.tags and here.opened == '"""':
        # Where the file ends, the body is open too; but if it had been closed, the tag would be.
        if here.found == "":
            return None
        word, span = here.tags[-1]
        return UnclosedTag(word, span)
    return None


def _find_unclosed_body(here: Situation) -> Problem | None:
    if here.found == "" and here.opened == '"""':
        return UnclosedBody(here.brackets[-1][1])
    if here.opened or here.found in DECLARATIONS:
        return None
    # A body that took in the declarations after it ends where the next body begins.
    quotes = [match.start() for match in re.finditer('"""', here.source.text[: here.span.start])]
    if len(quotes) >= 2 and _SWALLOWED.search(here.source.text, quotes[-2], quotes[-1]):
        return UnclosedBody(Span(quotes[-2], quotes[-2] + 3))
    return None


def _find_unclosed_comment(here: Situation) -> Problem | None:
    if here.found == "{#" and here.opened == '"""':
        return Unclosed("{#", "#}", here.span)
    return None


def _find_tag_mistake(here: Situation) -> Problem | None:
    if here.opened != "{%" or "for" not in here.expected or here.previous != "{%":
        return None
    word = here.found
    if re.fullmatch(r"end_?\w+", word):
        return UnknownTag(word, here.span, "Every tag that opens something ends with `{% end %}`.")
    if word == "end":
        return MisplacedTag(word, here.span, "`{% for %}` or `{% if %}`")
    if word == "else":
        return MisplacedTag(word, here.span, "`{% if %}`")
    if word in ("%}", "}", ""):
        return None
    return UnknownTag(word, here.span, habits.TAGS.get(word))


def _find_filter(here: Situation) -> Problem | None:
    if here.found == "|" and here.opened in ("{{", "{%"):
        name = here.following
        help_ = f"Call a function: `{name}(…)`." if name.isidentifier() else None
        return UnexpectedText("`|`", here.span, (), help_)
    return None


def _find_dash(here: Situation) -> Problem | None:
    help_ = "Lines that hold nothing but tags vanish by themselves; leave the `-` out."
    closes = (here.found == "}" and here.opened in ("{{", "{")) or here.found == "%}"
    if closes and here.previous == "-":
        return UnexpectedText("`-`", here.previous_span, (), help_)
    if here.found == "-" and here.previous == "{%":
        return UnexpectedText("`-`", here.span, (), help_)
    return None


def _find_unclosed_hole(here: Situation) -> Problem | None:
    """A hole or tag that is still open where the next one or the end of the body comes."""
    text = here.source.text
    for opened, span in here.brackets:
        mark = text[span.start : span.start + 2]
        if mark not in ("{{", "{%") or opened == '"""':
            continue
        next_mark = re.compile(r'\{\{|\{%|"""|\Z').search(text, span.start + 2)
        assert next_mark is not None
        if CLOSINGS[mark] not in text[span.start : next_mark.start()]:
            before = here.span if here.found and here.opened != "" else None
            return Unclosed(mark, CLOSINGS[mark], Span(span.start, span.start + 2), before)
    return None


# Strings


def _find_wrong_string(here: Situation) -> Problem | None:
    if here.found == '"':
        return UnclosedString(Span(here.span.start, _line_end(here)))
    if here.found in _QUOTES:
        kind, closing = _QUOTES[here.found]
        end = here.source.text.find(closing, here.span.end, _line_end(here))
        span = Span(here.span.start, end + 1 if end > 0 else _line_end(here))
        is_closed = end > 0 and '"' not in here.source.text[span.start : span.end]
        return WrongQuotes(kind, span, is_closed)
    return None


# Declarations


def _find_missing_body(here: Situation) -> Problem | None:
    if '"""' not in here.expected or here.opened or "type" in here.expected:
        return None
    if here.found == "":
        return MissingBody(here.previous_span)
    if here.found in DECLARATIONS and here.starts_line:
        return MissingBody(here.span)
    if here.found.startswith('"'):
        return MissingBody(here.span, 'A prompt stands between `"""` and `"""`.')
    if here.found == "->":
        help_ = "The order is: parameters, `->` and a type, `within`, options, body."
        return UnexpectedText("`->`", here.span, name_expected(here), help_)
    if here.found == ":" and "->" in here.expected:
        return WrongMark(":", "->", here.span, "An answer's type follows `->`: `-> text`.")
    return None


def _find_unknown_declaration(here: Situation) -> Problem | None:
    if "type" not in here.expected or here.opened:
        return None
    if here.found == "{" and here.previous == '"""':
        help_ = "Options stand before the body."
        return UnexpectedText("`{`", here.span, name_expected(here), help_)
    if not re.match(r"[^\W\d]", here.found):
        return None
    if here.following in ("=", "("):
        advice = "Values are made inside a program: `program main() { … }`."
        return UnknownDeclaration(here.found, here.span, advice)
    return UnknownDeclaration(here.found, here.span, habits.DECLARATIONS.get(here.found))


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
    begins = here.found == "return" or (here.starts_line and here.following == "=")
    if begins or (closes and here.found != CLOSINGS[here.opened]):
        opening, span = here.brackets[-1]
        return Unclosed(opening, CLOSINGS[opening], span, here.span)
    return None


def _find_block_mistake(here: Situation) -> Problem | None:
    is_block = here.opened == "{" and "return" in here.expected
    if is_block and here.found == "=" and here.following != "=" and here.previous != "}":
        return None
    if is_block and here.found == "}":
        return MissingReturn(here.span, is_inside=len(here.brackets) > 1)
    if is_block and here.found in _RESERVED and here.following in ("=", ":"):
        return ReservedWord(here.found, here.span)
    if is_block and here.is_value and here.starts_line:
        return UnnamedValue(Span(here.span.start, _line_end(here)))
    if here.opened == "{" and here.expected == {"="}:
        before = re.search(r"\w+$", here.source.text[: here.previous_span.start].rstrip())
        if before and before[0] == "for":
            span = Span(before.start(), before.end())
            return UnexpectedText("`for`", span, ("a value",), habits.FOUND["for"])
        if here.previous in habits.PREFIXES and re.match(r"[\w\"]", here.found):
            help_ = habits.PREFIXES[here.previous]
            return UnexpectedText(f"`{here.previous}`", here.previous_span, (), help_)
        if here.found == ":":
            return WrongMark(":", "=", here.span, "A value is named with `=`: `name = …`.")
        if here.found == "==":
            return WrongMark("==", "=", here.span, "A value is named with `=`: `name = …`.")
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
    is_type = "?" in here.expected or "[" not in here.expected
    if (here.found == "<" and is_type) or (here.found == "]" and is_type and here.previous == "["):
        expected = name_expected(here)
        return UnexpectedText(f"`{here.found}`", here.span, expected, "A list's type is `list[…]`.")
    return None


def _find_reserved_word(here: Situation) -> Problem | None:
    if here.found in _RESERVED and "NAME" in here.expected and not here.wants_value:
        return ReservedWord(here.found, here.span)
    return None


def _find_missing_part(here: Situation) -> Problem | None:
    if here.expected == {"else"}:
        if here.found == "elif":
            return UnexpectedText("`elif`", here.span, ("`else`",), habits.FOUND["elif"])
        return MissingElse(here.span) if here.found else None
    if "by" in here.expected:
        help_ = "Say how: `by flat`, `by tree` or `by fold`."
        if here.found == "(":
            help_ = "Name it without a call: `reduce items with merge by tree`."
        return UnexpectedText(show_found(here.found), here.span, ("`by`",), help_)
    if here.wants_value and here.previous == "sample":
        help_ = "Say how many: `sample 8: …`."
        return UnexpectedText(show_found(here.found), here.span, ("a number",), help_)
    if here.expected == {"("} and here.previous not in ("", ")"):
        help_ = f"Parameters stand in parentheses, also where there are none: `{here.previous}()`."
        return UnexpectedText(show_found(here.found), here.span, ("`(`",), help_)
    if here.expected == {":"} and here.found in (")", ",") and re.match(r"\w", here.previous):
        return MissingMark(":", here.span, f"Say its type: `{here.previous}: text`.")
    return None


def _find_missing_mark(here: Situation) -> Problem | None:
    if not here.is_value or here.found in habits.FOUND:
        return None
    after = here.previous_span.end
    if "," in here.expected:
        return MissingMark(",", here.span, after=after)
    return MissingMark(":", here.span, after=after) if ":" in here.expected else None


def _find_end(here: Situation) -> Problem | None:
    if here.found:
        return None
    return UnexpectedEnd(here.previous_span, name_expected(here))


def _line_end(here: Situation) -> int:
    end = here.source.text.find("\n", here.span.start)
    return len(here.source.text.rstrip()) if end < 0 else end


_EXPLANATIONS: tuple[Callable[[Situation], Problem | None], ...] = (
    _find_unclosed_tag,
    _find_unclosed_body,
    _find_unclosed_comment,
    _find_dash,
    _find_tag_mistake,
    _find_filter,
    _find_unclosed_hole,
    _find_wrong_string,
    _find_missing_body,
    _find_unknown_declaration,
    _find_missing_brace,
    _find_unclosed_bracket,
    _find_value_after_return,
    _find_block_mistake,
    _find_wrong_mark,
    _find_foreign_word,
    _find_reserved_word,
    _find_missing_part,
    _find_missing_mark,
    _find_end,
)
"""From the most telling to the least."""
