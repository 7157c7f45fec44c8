"""A text as a tree with all that the tree leaves out: comments, blank lines, mistakes of form."""

import itertools
from bisect import bisect_left
from dataclasses import dataclass

from pp_lang.diagnostics import Diagnostic
from pp_lang.source import SourceFile, Span
from pp_lang.syntax import Comment, Module, diagnostic_of, find_comments, find_heads
from pp_lang.syntax import parse as parse_source


@dataclass(frozen=True, slots=True)
class Head:
    """The first words of a declaration: what it is, and its name."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class SyntaxTree:
    """One file: its text, its tree, and what stands between the tree's nodes."""

    source: SourceFile
    module: Module | None
    """The tree, made of the node classes of `pp_lang.syntax`; None where the form is wrong."""
    readable: Module | None
    """The tree of what can be read; the same as `module` where that is there."""
    heads: tuple[Head, ...]
    """Where declarations begin, also those that do not parse, in order."""
    problems: tuple[Diagnostic, ...]
    """Mistakes of form, in the order of their places."""
    comments: tuple[Comment, ...]
    """All `#` comments outside prompt bodies, in order."""
    blank_lines: tuple[Span, ...]
    """Runs of lines that hold nothing but white space, outside prompt bodies and docstrings."""

    def comments_above(self, offset: int) -> tuple[Comment, ...]:
        """Return the comments on the lines right above that of `offset`, without a gap between."""
        found: list[Comment] = []
        line = self.source.position(offset)[0] - 1
        for comment in reversed(self.comments[: self._index(offset)]):
            own_line, column = self.source.position(comment.span.start)
            if own_line > line:
                continue  # it stands before `offset` on the same line
            before = self.source.line_text(own_line)[: column - 1]
            if own_line != line or before.strip():
                break
            found.append(comment)
            line -= 1
        return tuple(reversed(found))

    def comment_beside(self, offset: int) -> Comment | None:
        """Return the comment that ends the line of `offset`, or None."""
        index = self._index(offset)
        if index == len(self.comments):
            return None
        comment = self.comments[index]
        is_same_line = "\n" not in self.source.text[offset : comment.span.start]
        return comment if is_same_line else None

    def _index(self, offset: int) -> int:
        return bisect_left(self.comments, offset, key=lambda comment: comment.span.start)


def parse(text: str, name: str = "program.pp") -> SyntaxTree:
    """Return the tree of `text`; `name` is what messages call it. Never raises for the text."""
    source = SourceFile(name, text)
    parsed = parse_source(source)
    problems = tuple(diagnostic_of(problem, text) for problem in parsed.problems)
    recovered = None if parsed.recovered is None else parsed.recovered.module
    return SyntaxTree(
        source,
        parsed.module,
        parsed.module or recovered,
        tuple(Head(name, span) for name, span in find_heads(text)),
        problems,
        find_comments(text),
        _blank_lines(source),
    )


def _blank_lines(source: SourceFile) -> tuple[Span, ...]:
    """Return the runs of blank lines between texts in triple quotes."""
    runs: list[Span] = []
    is_inside = False
    starts = [*source.line_starts, len(source.text)]
    for start, end in itertools.pairwise(starts):
        line = source.text[start:end]
        if not line.strip() and not is_inside and end > start:
            if runs and runs[-1].end == start:
                runs[-1] = Span(runs[-1].start, end)
            else:
                runs.append(Span(start, end))
        is_inside ^= line.count('"""') % 2 == 1
    return tuple(runs)
