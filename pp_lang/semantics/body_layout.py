"""Lays out a body: the margin goes, and so do the lines that hold nothing but tags.

Text is otherwise kept byte for byte. The margin is the white space that all lines with content
share.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pp_lang.source import Span
from pp_lang.syntax import Body, ForPart, HolePart, IfPart, Part, RolePart, TagPart, TextPart

# Stand for a hole, a tag, and a tag of a loop while lines are looked at.
_HOLE, _TAG, _LOOP = "\ue000", "\ue001", "\ue002"


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A stretch of a body: a text with its place, or the mark of what is no text."""

    text: str
    span: Span | None


def lay_out(body: Body) -> dict[Span, str]:
    """Return the text that each text part of `body` shows, by its span."""
    chunks = list(_flatten(body.parts))
    lines = _lines(chunks)
    margin = _margin(lines)
    shown: dict[Span, str] = {chunk.span: "" for chunk in chunks if chunk.span is not None}
    for number, line in enumerate(lines):
        if _is_tags_only(line):
            continue
        for place, chunk in enumerate(line):
            if chunk.span is not None:
                at_margin = number > 0 and place == 0
                shown[chunk.span] += (
                    _without_margin(chunk.text, margin) if at_margin else chunk.text
                )
    _strip_ends(chunks, shown)
    return shown


def _flatten(parts: tuple[Part, ...]) -> Iterator[_Chunk]:
    for part in parts:
        match part:
            case TextPart(text, span):
                yield _Chunk(text, span)
            case HolePart():
                yield _Chunk(_HOLE, None)
            case TagPart() | RolePart():
                yield _Chunk(_TAG, None)
            case ForPart():
                yield _Chunk(_LOOP, None)
                yield from _flatten(part.parts)
                yield _Chunk(_LOOP, None)
            case IfPart():
                for arm in part.arms:
                    yield _Chunk(_TAG, None)
                    yield from _flatten(arm.parts)
                yield _Chunk(_TAG, None)


def _lines(chunks: list[_Chunk]) -> list[list[_Chunk]]:
    """Cut the chunks into lines; each line's last text ends with its line break."""
    lines: list[list[_Chunk]] = [[]]
    for chunk in chunks:
        if chunk.span is None:
            lines[-1].append(chunk)
            continue
        for piece in re.findall(r"[^\n]*\n|[^\n]+", chunk.text):
            lines[-1].append(_Chunk(piece, chunk.span))
            if piece.endswith("\n"):
                lines.append([])
    return lines


def _is_tags_only(line: list[_Chunk]) -> bool:
    marks = [chunk.text for chunk in line if chunk.span is None]
    text = "".join(chunk.text for chunk in line if chunk.span is not None)
    return bool(marks) and _HOLE not in marks and not text.strip()


def _margin(lines: list[list[_Chunk]]) -> str:
    margin: str | None = None
    for line in lines[1:]:
        text = "".join(chunk.text for chunk in line)
        content = text.lstrip(" \t")
        if not content.strip():
            continue
        indent = text[: len(text) - len(content)]
        margin = indent if margin is None else _common(margin, indent)
    return margin or ""


def _common(left: str, right: str) -> str:
    length = 0
    while length < min(len(left), len(right)) and left[length] == right[length]:
        length += 1
    return left[:length]


def _without_margin(text: str, margin: str) -> str:
    if text.startswith(margin):
        return text[len(margin) :]
    return text.lstrip(" \t") if not text.strip() else text


def _strip_ends(chunks: list[_Chunk], shown: dict[Span, str]) -> None:
    """Take the white space away before the first thing shown and after the last.

    That of a loop stays: it stands between the items too.
    """
    for chunk in chunks:
        if chunk.text in (_HOLE, _LOOP):
            break
        if chunk.span is not None:
            shown[chunk.span] = shown[chunk.span].lstrip()
            if shown[chunk.span]:
                break
    for chunk in reversed(chunks):
        if chunk.text in (_HOLE, _LOOP):
            break
        if chunk.span is not None:
            shown[chunk.span] = shown[chunk.span].rstrip()
            if shown[chunk.span]:
                break
