"""What the tree drops but the file says: comments, docstrings, and the form that was written."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from pp_lang.source import Span

_MARK = re.compile(r'"""|"(?:[^"\\\n]|\\.)*"|#[^\n]*')


@dataclass(frozen=True, slots=True)
class Comment:
    """A `#` comment outside prompt bodies; `text` is without white space at its end."""

    text: str
    span: Span


def find_comments(text: str) -> tuple[Comment, ...]:
    """Return the comments of a text of any form, also of one that does not parse, in order."""
    return tuple(_scan(text, {})[0])


class Written:
    """A source text with the comments that the printer has not placed yet."""

    def __init__(self, text: str, bodies: Iterable[Span]) -> None:
        self._text = text
        self._bodies = {one.start: one.end for one in bodies}
        self._comments, self._docstrings = _scan(text, self._bodies)
        self._code = _without(text, self._comments)

    @property
    def newline(self) -> str:
        """How the file ends its lines: the first of them outside bodies and docstrings does."""
        opaque = {**self._bodies, **{one.start: one.end for one in self._docstrings}}
        start, found = 0, -1
        for opening, closing in sorted(opaque.items()):
            found = self._text.find("\n", start, opening)
            if found >= 0:
                break
            start = closing
        else:
            found = self._text.find("\n", start)
        if found < 0:
            found = self._text.find("\n")
        return "\r\n" if self._text[max(0, found - 1) : found] == "\r" else "\n"

    def verbatim(self, span: Span) -> str:
        """Return what stands in `span`, every byte of it."""
        return self._text[span.start : span.end]

    def code(self, start: int, end: int) -> str:
        """Return what stands there without comments, and without white space around it."""
        return self._code[start:end].strip()

    def find(self, mark: str, start: int, end: int) -> int:
        """Return where `mark` first stands outside comments from `start` on; `end` if nowhere."""
        at = self._code.find(mark, start, end)
        return end if at < 0 else at

    def find_last(self, mark: str, start: int, end: int) -> int:
        """Return where `mark` last stands outside comments before `end`; `end` if nowhere."""
        at = self._code.rfind(mark, start, end)
        return end if at < 0 else at

    def find_docstring(self, start: int) -> Span:
        """Return the place of the first docstring from `start` on; there must be one."""
        return next(one for one in self._docstrings if one.start >= start)

    def has_blank_line_above(self, at: int) -> bool:
        """Return whether the line of `at`, which begins it, follows an empty line."""
        line_end = self._text.rfind("\n", 0, at)
        line_start = self._text.rfind("\n", 0, max(0, line_end)) + 1
        return line_end >= 0 and not self._text[line_start:at].strip()

    def has_comment(self, span: Span) -> bool:
        """Return whether a comment begins there that is not placed yet."""
        first = bisect_left(self._comments, span.start, key=_start)
        return first < len(self._comments) and self._comments[first].span.start < span.end

    def take(self, start: int, end: int) -> list[Comment]:
        """Take the comments that begin in that range and are not placed yet."""
        first = bisect_left(self._comments, start, key=_start)
        last = bisect_left(self._comments, end, lo=first, key=_start)
        taken = self._comments[first:last]
        del self._comments[first:last]
        return taken

    def take_beside(self, at: int, end: int) -> list[Comment]:
        """Take the comment that ends the line of `at`, if it begins before `end`."""
        line_end = self._text.find("\n", at)
        return self.take(at, end if line_end < 0 else min(end, line_end))


def _start(comment: Comment) -> int:
    return comment.span.start


def _scan(text: str, bodies: dict[int, int]) -> tuple[list[Comment], list[Span]]:
    comments: list[Comment] = []
    docstrings: list[Span] = []
    at = 0
    while (mark := _MARK.search(text, at)) is not None:
        start, at = mark.span()
        if mark[0] == '"""':
            if start in bodies:
                at = bodies[start]
            else:
                closing = text.find('"""', at)
                at = len(text) if closing < 0 else closing + 3
                docstrings.append(Span(start, at))
        elif mark[0].startswith("#"):
            comments.append(Comment(mark[0].rstrip(), Span(start, at)))
    return comments, docstrings


def _without(text: str, comments: list[Comment]) -> str:
    pieces: list[str] = []
    at = 0
    for one in comments:
        pieces += [text[at : one.span.start], " " * (one.span.end - one.span.start)]
        at = one.span.end
    return "".join([*pieces, text[at:]])
