"""Ways through the syntax tree that the lints share."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from pp_lang.source import Span
from pp_lang.syntax import FieldExpr, NameExpr, Path

_LEAVES = frozenset({str, int, float, bool, type(None), Span})
_NAMES: dict[type, tuple[str, ...]] = {}
"""The fields of each class of node, looked up once."""


def walk(node: object) -> Iterator[object]:
    """Yield the node and all the nodes inside it, each before those inside it."""
    stack = [node]
    while stack:
        one = stack.pop()
        kind = type(one)
        if kind is tuple:
            stack += reversed(one)  # type: ignore[call-overload]  # narrowed by its exact type
        elif kind not in _LEAVES:
            yield one
            stack += [getattr(one, name) for name in _field_names(kind)]


def names_in(node: object) -> set[str]:
    """Return the names that are read anywhere in the node: of values, types and members."""
    names: set[str] = set()
    for one in walk(node):
        if isinstance(one, NameExpr):
            names.add(one.name)
        elif isinstance(one, FieldExpr):
            names.add(one.name.text)
        elif isinstance(one, Path):
            names.update(part.text for part in one.names)
    return names


def _field_names(kind: type) -> tuple[str, ...]:
    known = _NAMES.get(kind)
    if known is None:
        names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
        known = tuple(name for name in reversed(names) if name != "span")
        _NAMES[kind] = known
    return known
