"""A file read declaration by declaration, so that an edit costs what it changes.

Between two versions of a file most declarations keep their text. Each is read on its own and
remembered by its text; where it has moved, its places are shifted. What cannot be read this way,
for whatever reason, is read as a whole: this only makes right files faster.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from pp_lang.source import Span
from pp_lang.syntax.chunks import find_chunks
from pp_lang.syntax.nodes import Declaration, Module

MOST_FILES = 16
"""How many files are remembered, each in its last version only."""


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    """Where the text of the part began when it was read."""
    module: Module


Read = Callable[[str], Module | None]
"""Reads a text; None where it has mistakes."""


class PartReader:
    """Reads files and remembers their parts."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._files: dict[str, dict[str, _Part]] = {}

    def read(self, name: str, text: str) -> Module | None:
        """Return the tree of a text; None where a part of it cannot be read on its own.

        `name` says of which file the text is another version.
        """
        known = self._files.pop(name, {})
        parts: dict[str, _Part] = {}
        found: list[Module] = []
        for start, end in find_chunks(text):
            part = self._part(text[start:end], start, known)
            if part is None or (found and part.module.doc is not None):
                self._keep(name, {**known, **parts})
                return None
            parts[text[start:end]] = part
            found.append(part.module)
        self._keep(name, parts)
        declarations = tuple(one for module in found for one in module.declarations)
        return Module(found[0].doc if found else None, declarations)

    def _part(self, text: str, start: int, known: dict[str, _Part]) -> _Part | None:
        part = known.get(text)
        if part is None:
            module = self._read(text)
            return None if module is None else _Part(start, shifted(module, start))
        by = start - part.start
        return part if not by else _Part(start, shifted(part.module, by))

    def _keep(self, name: str, parts: dict[str, _Part]) -> None:
        self._files[name] = parts
        while len(self._files) > MOST_FILES:
            del self._files[next(iter(self._files))]


def shifted(module: Module, by: int) -> Module:
    """Return a tree with all its places moved."""
    if not by:
        return module
    declarations: tuple[Declaration, ...] = _shifted(module.declarations, by)
    return Module(module.doc, declarations)


def _shifted(part: Any, by: int) -> Any:  # Any: whatever a node is made of
    kind = type(part)
    if kind is Span:
        return Span(part.start + by, part.end + by)
    if kind is tuple:
        return tuple([_shifted(one, by) for one in part]) if part else part
    names = _FIELDS[kind]
    if names is None:
        return part
    return kind(*[_shifted(getattr(part, name), by) for name in names])


class _Fields(dict[type, tuple[str, ...] | None]):
    """The fields of each class of node, in order; None for what is no node."""

    def __missing__(self, kind: type) -> tuple[str, ...] | None:
        names = tuple(one.name for one in fields(kind)) if is_dataclass(kind) else None
        self[kind] = names
        return names


_FIELDS = _Fields()
