"""The fix that moves the paragraph of a hole to the end of its prompt."""

import re

from pp_lang.diagnostics import Edit, Fix
from pp_lang.source import SourceFile, Span
from pp_lang.syntax import Body, HolePart, TextPart

_POINTS = re.compile(
    r"\b(?:above|below|following|previous|preceding|next|this|that|these|those|it|its|them)\b",
    re.IGNORECASE,
)
"""Words that lean on where things stand."""


def find_move(body: Body, at: int, source: SourceFile) -> Fix | None:
    """Return the fix for the part at `at`, where the prompt is text and holes only.

    It is safe where the hole is in a paragraph of its own and no other word points to it.
    """
    if not all(isinstance(part, TextPart | HolePart) for part in body.parts):
        return None
    text = source.text
    inner = Span(text.index("\n", body.span.start) + 1, text.rindex("\n", 0, body.span.end) + 1)
    hole = body.parts[at].span
    if not inner.start <= hole.start < inner.end:
        return None
    moved = _paragraph(text, inner, hole)
    before, after = text[inner.start : moved.start], text[moved.end : inner.end]
    paragraph = text[moved.start : moved.end].strip("\n")
    rest = (before + after).strip("\n")
    is_safe = not _POINTS.search(re.sub(r"\{\{.*?\}\}", "", before + after))
    written = f"{rest}\n\n{paragraph}\n"
    title = "Move it to the end of the prompt"
    return Fix(title, (Edit(inner, written),), is_safe)


def _paragraph(text: str, inner: Span, hole: Span) -> Span:
    """Return the lines around the hole up to empty lines on both sides."""
    start, end = hole.start, hole.end
    breaks = [match.span() for match in re.finditer(r"\n[ \t]*\n", text[inner.start : inner.end])]
    start = max(
        (inner.start + b for _, b in breaks if inner.start + b <= start), default=inner.start
    )
    end = min((inner.start + a + 1 for a, _ in breaks if inner.start + a >= end), default=inner.end)
    return Span(start, end)
