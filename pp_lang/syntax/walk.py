"""Ways through a syntax tree, whatever its nodes are."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeAlias

from pp_lang.source import Span
from pp_lang.syntax.nodes import LiteralValue

Node: TypeAlias = Any  # any dataclass of `nodes`: their union would be rewritten with each


def children(node: Node) -> list[Node]:
    """Return the nodes directly below `node`, in the order of its fields."""
    found: list[Node] = []
    names = _FIELDS[type(node)]
    if not names:
        return found
    for name in names:
        value = getattr(node, name)
        if type(value) is tuple:
            found += [one for one in value if _FIELDS[type(one)] is not None]
        elif _FIELDS[type(value)] is not None:
            found.append(value)
    return found


def walk(node: Node) -> Iterator[Node]:
    """Yield `node`, or each of a tuple of nodes, and all below, each before those below it."""
    rest = [*reversed(node)] if isinstance(node, tuple) else [node]
    while rest:
        one = rest.pop()
        yield one
        if _FIELDS[type(one)]:
            rest += reversed(children(one))


class _Fields(dict[type, tuple[str, ...] | None]):
    """The fields of each class of node that may hold nodes; None for what is no node."""

    def __missing__(self, kind: type) -> tuple[str, ...] | None:
        names: tuple[str, ...] | None = None
        if is_dataclass(kind) and kind is not Span:
            names = tuple(one.name for one in fields(kind) if one.type not in _NO_NODES)
        self[kind] = names
        return names


_NO_NODES = (Span, str, bool, str | None, LiteralValue)
"""Types of fields that hold no nodes, so that they need no look."""

_FIELDS = _Fields()
