"""A text under repair, which remembers where each of its characters was in the original."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from pp_lang.diagnostics import Edit
from pp_lang.source import Span

T = TypeVar("T")


class Draft:
    """The text so far. Edits give a new draft; places lead back to the original."""

    def __init__(self, text: str, origin: list[int] | None = None) -> None:
        self.text = text
        self._origin = list(range(len(text) + 1)) if origin is None else origin
        places = enumerate(self._origin)
        self._num_same = next((at for at, was in places if at != was), len(text) + 1)
        """Places from the beginning on that are those of the original."""

    def edited(self, edits: Iterable[Edit]) -> "Draft":
        """Return the draft with the edits made; what they write lies where they begin."""
        pieces: list[str] = []
        origin: list[int] = []
        at = 0
        for edit in sorted(edits, key=lambda one: one.span):
            start, end = edit.span.start, edit.span.end
            pieces += [self.text[at:start], edit.text]
            origin += self._origin[at:start]
            origin += [self._origin[min(start + i, end)] for i in range(len(edit.text))]
            at = end
        pieces.append(self.text[at:])
        return Draft("".join(pieces), origin + self._origin[at:])

    def original(self, span: Span) -> Span:
        """Return where `span` of this draft lies in the original text."""
        start = self._origin[span.start]
        return Span(start, max(start, self._origin[span.end]))

    def relocated(self, problem: T) -> T:
        """Return a problem with the places of the original."""
        return self._relocated(problem, ends_before=0)  # type: ignore[no-any-return]  # of its kind

    def relocated_tree(self, node: T) -> T:
        """Return a syntax tree with the places of the original."""
        return self._relocated(node, self._num_same)  # type: ignore[no-any-return]  # of its kind

    def _relocated(self, part: Any, ends_before: int) -> Any:  # Any: whatever a node is made of
        if isinstance(part, Span):
            return self.original(part)
        if isinstance(part, tuple):
            return tuple([self._relocated(one, ends_before) for one in part])
        if not is_dataclass(part) or isinstance(part, type):
            return part
        span = getattr(part, "span", None)
        if isinstance(span, Span) and span.end < ends_before:
            return part  # with all that it is made of
        parts = {
            name: self._relocated(getattr(part, name), ends_before)
            for name in _names_of_fields(type(part))
        }
        return replace(part, **parts)


@cache
def _names_of_fields(kind: Any) -> tuple[str, ...]:  # Any: a class of nodes or problems
    return tuple(one.name for one in fields(kind) if one.init)
