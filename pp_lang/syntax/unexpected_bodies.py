"""Explanations of what Lark could not parse in bodies and strings."""

import re
from collections.abc import Callable

from pp_lang.diagnostics import Problem
from pp_lang.source import Span
from pp_lang.syntax import habits
from pp_lang.syntax.problems import (
    DECLARATIONS,
    MisplacedTag,
    Unclosed,
    UnclosedBody,
    UnclosedString,
    UnclosedTag,
    UnexpectedText,
    UnknownTag,
    WrongQuotes,
)
from pp_lang.syntax.situation import CLOSINGS, Situation

_QUOTES = {"'": ("single", "'"), "“": ("typographic", "”"), "„": ("typographic", "“"),
           "‘": ("typographic", "’"), "”": ("typographic", "”"), "`": ("slanted", "`")}  # fmt: skip
_HIDDEN = re.compile(r'\{[{%](?:[^"#%}\n]|"(?:[^"\\\n]|\\.)*")*#')
_HIDES = "`#` begins a comment up to the end of the line. In a prompt write `{# … #}`."
_EACH = "A loop is `{% for x in xs %} … {% end %}`, a choice `{% if … %} … {% end %}`."
_TURN = "A turn needs no end: it goes on to the next role tag, or to the end of the prompt."
_ROLE = re.compile(r"\{%\s*(system|user|assistant)\s*%\}")
_SWALLOWED = re.compile(r"^(?:context|template|program)\s+\w+\s*\(", re.MULTILINE)


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
    if re.fullmatch(r"end_?(system|user|assistant)", word):
        return UnknownTag(word, here.span, _TURN)
    if re.fullmatch(r"end_?\w+", word):
        return UnknownTag(word, here.span, "Every tag that opens something ends with `{% end %}`.")
    if word == "end":
        has_turn = _has_turn(here)
        opener = "`{% for %}` or `{% if %}`"
        return MisplacedTag(word, here.span, opener, _TURN if has_turn else None)
    if word == "else":
        return MisplacedTag(word, here.span, "`{% if %}`")
    if word in ("%}", "}", ""):
        return None
    return UnknownTag(word, here.span, habits.TAGS.get(word))


def _has_turn(here: Situation) -> bool:
    """Return whether the body has opened a turn so far."""
    start = here.source.text.rfind('"""', 0, here.span.start)
    return _ROLE.search(here.source.text, start, here.span.start) is not None


def _find_braces(here: Situation) -> Problem | None:
    """`{{"name": "x"}}`: braces that other templates have doubled."""
    if here.found == ":" and here.opened == "{{" and here.brackets[-1][0] == "{{":
        help_ = "Braces need no escape here: JSON in a prompt has single ones."
        return UnexpectedText("`{{`", here.brackets[-1][1], (), help_)
    return None


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
    is_last = here.opened == "{%" and here.following == "%}"
    if here.found == "-" and (here.previous == "{%" or is_last):
        return UnexpectedText("`-`", here.span, (), help_)
    return None


def _find_comment_in_hole(here: Situation) -> Problem | None:
    """`{{#each xs}}`, `{{ x # note }}`: a `#` that hides the end of a hole or a tag."""
    for opened, span in here.brackets:
        if opened not in ("{{", "{%"):
            continue
        hidden = _HIDDEN.match(here.source.text, span.start)
        if hidden is None:
            continue
        at = Span(hidden.end() - 1, hidden.end())
        help_ = _EACH if at.start == span.start + 2 else _HIDES
        return UnexpectedText("`#`", at, (), help_)
    if here.found == "/" and here.previous in ("{{", "{%") and here.following.isidentifier():
        return UnexpectedText("`/`", here.span, (), "A loop or a choice ends with `{% end %}`.")
    return None


def _find_foreign_body(here: Situation) -> Problem | None:
    """`#"…"#`: a body as BAML has it, taken for a comment."""
    if not here.words or here.words[0][0] not in ("template", "context"):
        return None
    start = here.words[0][1].start
    body = re.compile(r'[^\n"]*(#")[ \t]*\n').match(here.source.text, start)
    if body is None or body.end() > here.span.start:
        return None
    help_ = 'A prompt stands between `"""` and `"""`.'
    return UnexpectedText('`#"`', Span(*body.span(1)), ('`"""`',), help_)


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
        return UnclosedString(Span(here.span.start, here.line_end))
    if here.found.startswith('"') and not here.opened and _is_odd(here):
        help_ = "The quotes on this line do not pair up: one is missing."
        return UnexpectedText(f"`{here.found}`", here.span, (), help_)
    if here.found in _QUOTES:
        kind, closing = _QUOTES[here.found]
        end = here.source.text.find(closing, here.span.end, here.line_end)
        span = Span(here.span.start, end + 1 if end > 0 else here.line_end)
        written = here.source.text[span.start : span.end]
        is_closed = end > 0 and '"' not in written and "${" not in written
        return WrongQuotes(kind, span, is_closed)
    return None


def _is_odd(here: Situation) -> bool:
    """Return whether a quote is missing on the line of the token found."""
    line = here.source.text[here.source.text.rfind("\n", 0, here.span.start) + 1 : here.line_end]
    return '"""' not in line and len(re.findall(r'(?<!\\)"', line)) % 2 == 1


def _find_triple_quotes(here: Situation) -> Problem | None:
    quotes = here.source.text[here.span.start : here.span.start + 3]
    if quotes not in ("'''", "```") or '"""' not in here.expected or here.opened:
        return None
    span = Span(here.span.start, here.span.start + 3)
    return UnexpectedText(f"`{quotes}`", span, ('`"""`',), 'A prompt stands in `"""`.')


BODIES: tuple[Callable[[Situation], Problem | None], ...] = (
    _find_unclosed_tag,
    _find_unclosed_body,
    _find_unclosed_comment,
    _find_dash,
    _find_tag_mistake,
    _find_braces,
    _find_filter,
    _find_comment_in_hole,
    _find_foreign_body,
    _find_unclosed_hole,
    _find_triple_quotes,
    _find_wrong_string,
)
"""From the most telling to the least."""
