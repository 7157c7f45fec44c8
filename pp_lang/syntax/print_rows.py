"""Things in a row with the comments beside and above them: in brackets, or one below the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pp_lang.source import Span
from pp_lang.syntax.comments import Comment, Written
from pp_lang.syntax.layout import (
    HARD_LINE,
    WIDTH,
    Concat,
    Doc,
    Either,
    Group,
    Line,
    Nest,
    Suffix,
    concat,
    group,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a row: where it was written, and how to print it."""

    span: Span
    build: Callable[[], Doc]


@dataclass(frozen=True, slots=True)
class Brackets:
    """How a row in brackets looks."""

    opening: str
    closing: str
    padding: str = ""
    has_commas: bool = True
    """Whether commas also stand where the row is broken."""
    width: int = WIDTH
    is_broken: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A line, or several, of what stands one below the other."""

    doc: Doc
    has_blank_above: bool


def bracketed(written: Written, items: Sequence[Item], within: Span, look: Brackets) -> Group:
    """Return `items`, with the comments between them, in brackets.

    They begin after `within` begins, and no other bracket closes between theirs and its end.
    """
    parts: list[Doc] = []
    start = within.start
    last = items[-1].span.end if items else start
    end = written.find_last(look.closing, last, within.end)
    for index, item in enumerate(items):
        is_last = index == len(items) - 1
        above = written.take(start, item.span.start)
        doc = item.build()
        above += written.take(item.span.start, item.span.end)
        start = item.span.end
        beside = written.take_beside(start, end if is_last else items[index + 1].span.start)
        comma = Either("," if look.has_commas else "", "" if is_last else ",")
        parts += [
            Line(" " if index else look.padding),
            *(part for one in above for part in (concat(one.text), HARD_LINE)),
            doc,
            comma,
            *map(suffix, beside),
        ]
    parts += [part for one in written.take(start, end) for part in (HARD_LINE, concat(one.text))]
    if not parts:
        return group(look.opening, look.closing)
    padding = Line(look.padding)
    return group(
        *(look.opening, Nest(concat(*parts)), padding, look.closing),
        width=look.width,
        is_broken=look.is_broken,
    )


def rows_of(written: Written, item: Item, start: int, end: int) -> list[Row]:
    """Return an item below the comments since `start`; the one beside it begins before `end`."""
    above = written.take(start, item.span.start)
    doc = item.build()
    # Comments in the middle of it have no line there; they come to stand above it.
    inside = written.take(item.span.start, item.span.end)
    beside = written.take_beside(item.span.end, end)
    is_apart = written.has_blank_line_above(item.span.start)
    docs = [*(concat(one.text) for one in inside), concat(doc, *map(suffix, beside))]
    return [
        *comment_rows(written, above),
        *(Row(one, is_apart and not index) for index, one in enumerate(docs)),
    ]


def comment_rows(written: Written, comments: Sequence[Comment]) -> list[Row]:
    """Return comments on lines of their own."""
    return [Row(concat(one.text), written.has_blank_line_above(one.span.start)) for one in comments]


def stacked(rows: Sequence[Row]) -> Concat:
    """Return the rows one below the other."""
    parts: list[Doc] = []
    for index, row in enumerate(rows):
        if index:
            parts += [HARD_LINE] * (2 if row.has_blank_above else 1)
        parts.append(row.doc)
    return concat(*parts)


def suffix(comment: Comment) -> Suffix:
    """Return a comment that stands beside something."""
    return Suffix(f"  {comment.text}")
