"""A text under repair, which remembers where each of its characters was in the original."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from pp_lang.diagnostics import Edit
from pp_lang.source import Span

T = TypeVar("T")


class Draft:
    """The text so far. Edits give a new draft; places lead back to the original."""

    def __init__(self, text: str, origin: list[int] | None = None) -> None:
        self.text = text
        self._origin = list(range(len(text) + 1)) if origin is None else origin

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

    def relocated(self, part: T) -> T:
        """Return a part of the syntax tree, or a problem, with the places of the original."""
        return self._relocated(part)  # type: ignore[no-any-return]  # of the kind of `part`

    def _relocated(self, part: Any) -> Any:  # Any: whatever a node is made of
        if isinstance(part, Span):
            return self.original(part)
        if isinstance(part, tuple):
            return tuple(map(self._relocated, part))
        if is_dataclass(part) and not isinstance(part, type):
            names = [one.name for one in fields(part) if one.init]
            return replace(part, **{name: self._relocated(getattr(part, name)) for name in names})
        return part
