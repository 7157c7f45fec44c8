"""A file read declaration by declaration, so that an edit costs what it changes.

Between two versions of a file most declarations keep their text. Each is read on its own and
remembered by its text; where it has moved, its places are shifted. A text of which a part cannot be
read on its own, for whatever reason, is left to others: this only makes right files faster.
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
    """Where the text of the part begins in the file."""
    module: Module


_Parts = dict[str, _Part]
"""The parts of one version of a file, by their texts."""
Read = Callable[[str], Module | None]
"""Reads a text; None where it has mistakes."""


class PartReader:
    """Reads files and remembers their parts."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._files: dict[str, _Parts] = {}

    def read(self, name: str, text: str) -> Module | None:
        """Return the tree of a text; None where a part of it cannot be read on its own.

        `name` says of which file the text is another version.
        """
        known = self._files.get(name, {})
        parts: _Parts = {}
        found: list[Module] | None = []
        for start, end in find_chunks(text):
            part = self._part(text[start:end], start, known, may_read=found is not None)
            if part is not None:
                parts[text[start:end]] = part
            if part is None or (found and part.module.doc is not None):
                found = None  # what is known already is kept for the next version
            elif found is not None:
                found.append(part.module)
        self._keep(name, parts)
        return None if found is None else _joined(found)

    def _part(self, text: str, start: int, known: _Parts, *, may_read: bool) -> _Part | None:
        part = known.get(text)
        if part is not None:
            by = start - part.start
            return part if not by else _Part(start, _moved(part.module, by))
        module = self._read(text) if may_read else None
        return None if module is None else _Part(start, _moved(module, start))

    def _keep(self, name: str, parts: _Parts) -> None:
        """Forget the version before, and the file that was not read for the longest time."""
        files = {key: one for key, one in self._files.items() if key != name}
        kept = list(files.items())[-(MOST_FILES - 1) :]
        self._files = {**dict(kept), name: parts}  # another thread sees the old or the new


def _joined(modules: list[Module]) -> Module:
    doc = modules[0].doc if modules else None
    return Module(doc, tuple(one for module in modules for one in module.declarations))


def _moved(module: Module, by: int) -> Module:
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
