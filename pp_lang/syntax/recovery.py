"""Reads on after mistakes of form: each is reported once, and the rest of the file is still read.

The text is mended mistake by mistake: by the fix of the mistake where it has one, else by leaving
out the smallest part around it, at worst the whole declaration. What is left out becomes a gap:
a name about which nothing is known, and nothing is said.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lark.exceptions import UnexpectedInput

from pp_lang.diagnostics import Edit, Problem
from pp_lang.source import SourceFile, Span
from pp_lang.syntax import habits
from pp_lang.syntax.chunks import find_chunks
from pp_lang.syntax.draft import Draft
from pp_lang.syntax.fixes import diagnostic_of
from pp_lang.syntax.grammar import load_parser
from pp_lang.syntax.problems import (
    MissingBody,
    MissingElse,
    MissingMark,
    MissingReturn,
    UnclosedBody,
    UnclosedTag,
    UnknownOperator,
    UnknownTag,
)
from pp_lang.syntax.unexpected import explain
from pp_lang.syntax.units import names_in_head, units_around

MOST_PROBLEMS = 20
"""Beyond these, more reports stop being useful."""

_MOST_MERGES = 20
"""Of what looks like declarations and is not; then the rest of the file is taken for one."""
_FIRST_WORDS = re.compile(r'\w+\s*(?:\w+|"[^"\n]*")?')
_AFTER_NAME = (")", ",", "=", "until")
"""What follows a parameter that has no type."""
_LOGIC = ("&", "&&", "|", "||")
_GAP_NAMES = "ˍˬˮʹʺˆˇ"
"""Letters that hardly anybody writes; one that the text does not have stands for gaps."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A text made readable."""

    draft: Draft
    """The text, as far as it could be mended: nearly always it can be read now."""
    problems: tuple[Problem, ...]
    """With the places of the original text."""
    missing: frozenset[str]
    """Names that stand for what could not be read."""
    lacks_import: bool
    """Whether an import could not be read."""
    gaps: tuple[Span, ...]
    """What was left out, or put in without being meant, in the original text."""
    is_whole: bool
    """False where there were too many mistakes to mend all."""


@dataclass(frozen=True, slots=True)
class _Repair:
    edits: tuple[Edit, ...]
    is_gap: bool
    names: frozenset[str] = frozenset()


def mend(text: str, name: str) -> Mended:
    """Return `text` made readable. It must have a mistake of form."""
    return _Mender(text, name).mend()


class _Mender:
    def __init__(self, text: str, name: str) -> None:
        self._name = name
        self._text = text
        self._draft = Draft(text)
        self._gap = next((one for one in _GAP_NAMES if one not in text), _GAP_NAMES[0])
        self._problems: list[Problem] = []
        self._missing: set[str] = {self._gap}
        self._gaps: list[Span] = []
        self._lacks_import = False
        self._num_merges = 0

    def mend(self) -> Mended:
        chunks = find_chunks(self._text)
        while chunks:
            # What is before the chunk has been edited; what is after it has not.
            shift = len(self._draft.text) - len(self._text)
            start, end = chunks.pop(0)
            if not self._mend_chunk(start + shift, end + shift) and chunks:
                _, end = chunks.pop(0)
                self._num_merges += 1
                many = self._num_merges > _MOST_MERGES
                chunks = [(start, len(self._text))] if many else [(start, end), *chunks]
            if len(self._problems) >= MOST_PROBLEMS:
                break
        problems = tuple(dict.fromkeys(self._problems))
        missing, gaps = frozenset(self._missing), tuple(self._gaps)
        is_whole = len(self._problems) < MOST_PROBLEMS
        return Mended(self._draft, problems, missing, self._lacks_import, gaps, is_whole)

    def _mend_chunk(self, start: int, end: int) -> bool:
        """Mend the chunk; return False where it is only the beginning of a declaration."""
        is_first = True
        while _find_failure(self._draft.text[start:end]) is not None:
            problem = self._explain(start, end)
            if problem is None:
                if is_first and end < len(self._draft.text):
                    return False
                self._leave_out_all(start, end)
                return True
            is_first = False
            self._problems.append(self._draft.relocated(problem))
            if len(self._problems) >= MOST_PROBLEMS:
                return True
            end += self._repair(problem, start, end)
        return True

    def _explain(self, start: int, end: int) -> Problem | None:
        """Return the first mistake of the chunk, None where it goes on after its end.

        What follows the chunk may explain it: its first words show that a bracket is open.
        """
        text = self._draft.text
        text = re.sub(r"[^\n]", " ", text[:start]) + text[start:]
        failure = _find_error(text)
        if failure is None:
            return None
        problem = explain(failure, SourceFile(self._name, text))
        shows_it = _FIRST_WORDS.match(text, end)
        latest = shows_it.end() if shows_it is not None else end
        is_own = _place_of(failure, text) <= latest or problem.diagnostic().label.span.start < end
        return problem if is_own else None

    def _repair(self, problem: Problem, start: int, end: int) -> int:
        """Mend the chunk and return by how much it grew."""
        label = problem.diagnostic().label.span
        at = min(max(label.start, start), end)
        for repair in self._repairs(problem, start, end, at):
            if not all(start <= e.span.start and e.span.end <= end for e in repair.edits):
                continue
            draft = self._draft.edited(repair.edits)
            grown = len(draft.text) - len(self._draft.text)
            done = max([at if repair.is_gap else label.end, *(e.span.end for e in repair.edits)])
            if draft.text != self._draft.text and _is_good(
                draft.text[start : end + grown], done - start + grown
            ):
                self._missing |= repair.names
                if isinstance(problem, MissingMark) and problem.mark == ",":
                    self._gaps.append(self._draft.original(self._brackets_around(at, start, end)))
                if isinstance(problem, UnknownOperator) and problem.found in _LOGIC:
                    self._gaps.append(self._draft.original(label))  # as often meant otherwise
                if repair.is_gap:
                    self._gaps += [self._draft.original(one.span) for one in repair.edits]
                self._draft = draft
                return grown
        self._leave_out_all(start, end)
        return 0

    def _brackets_around(self, at: int, start: int, end: int) -> Span:
        """Return the brackets around `at`: what a missing comma divides may be meant otherwise."""
        text = self._draft.text
        opening = max(text.rfind(one, start, at) for one in "([{")
        closings = [place for one in ")]}" if (place := text.find(one, at, end)) >= 0]
        return Span(max(opening, start), min(closings, default=end))

    def _repairs(self, problem: Problem, start: int, end: int, at: int) -> Iterator[_Repair]:
        for fix in diagnostic_of(problem, self._draft.text).fixes:
            if fix.is_safe:
                yield _Repair(fix.edits, is_gap=False)
        chunk = self._draft.text[start:end]
        missing = _insert_missing(problem, self._gap, chunk, start)
        if missing is not None:
            yield _Repair((missing,), is_gap=True)
        for unit in units_around(chunk, at - start, self._gap):
            span = Span(unit.span.start + start, unit.span.end + start)
            edits = (Edit(span, unit.text), *_end_of(problem, chunk, start, span.end))
            yield _Repair(edits, is_gap=True, names=unit.names)

    def _leave_out_all(self, start: int, end: int) -> None:
        chunk = self._draft.text[start:end]
        self._missing |= names_in_head(chunk)
        self._lacks_import |= "import" in names_in_head(chunk)
        span = Span(start, end)
        self._gaps.append(self._draft.original(span))
        self._draft = self._draft.edited([Edit(span, re.sub(r"[^\n]", " ", chunk))])


def _end_of(problem: Problem, chunk: str, start: int, at: int) -> tuple[Edit, ...]:
    """Return the edit that takes out `{% endmacro %}` after a `{% macro … %}` that is left out."""
    if not isinstance(problem, UnknownTag) or problem.word in habits.TAG_WORDS:
        return ()
    tag = re.compile(rf"\{{%-?\s*end_?{re.escape(problem.word)}\s*-?%\}}").search(chunk, at - start)
    return (Edit(Span(tag.start() + start, tag.end() + start), ""),) if tag is not None else ()


def _insert_missing(problem: Problem, gap: str, chunk: str, start: int) -> Edit | None:
    """Return the edit that puts in what the problem says is missing, as a gap."""
    match problem:
        case MissingMark(":", span) if chunk.startswith(_AFTER_NAME, span.start - start):
            return Edit(Span(span.start, span.start), f": {gap} ")
        case MissingReturn(span):
            return Edit(Span(span.start, span.start), f" return {gap} ")
        case MissingElse(span):
            return Edit(Span(span.start, span.start), f" else: {gap} ")
        case MissingBody(span):
            end = start + len(chunk.rstrip())
            at = min(span.start, end) if chunk[span.start - start :].strip() else end
            return Edit(Span(at, at), f' """{gap}""" ')
        case UnclosedTag(span=span):
            at = chunk.find('"""', span.end - start)
            return Edit(Span(start + at, start + at), "{% end %}") if at >= 0 else None
        case UnclosedBody():
            at = start + len(chunk.rstrip())
            return Edit(Span(at, at), '"""')
        case _:
            return None


def _is_good(chunk: str, done: int) -> bool:
    """Return whether the next mistake of a mended chunk, should there be one, is a new one.

    `done` is where what was mended ends; a new mistake is beyond it, with a word between them.
    """
    failure = _find_failure(chunk)
    return failure is None or re.search(r"\w", chunk[done:failure]) is not None


@lru_cache(maxsize=4096)
def _find_failure(text: str) -> int | None:
    """Return where `text` cannot be read on, None if it can.

    Remembered: between two edits of a file, most of its declarations stay as they are.
    """
    error = _find_error(text)
    return None if error is None else _place_of(error, text)


def _find_error(text: str) -> UnexpectedInput | None:
    try:
        load_parser().parse(text)
    except UnexpectedInput as error:
        return error
    return None


def _place_of(error: UnexpectedInput, text: str) -> int:
    is_end = getattr(getattr(error, "token", None), "type", "") == "$END"
    at: int | None = getattr(error, "pos_in_stream", None)
    return len(text) if is_end or at is None else at
