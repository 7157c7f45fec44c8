"""Ways through a syntax tree, whatever its nodes are."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeAlias

from pp_lang.source import Span

Node: TypeAlias = Any  # any dataclass of `nodes`: their union would be rewritten with each


def children(node: Node) -> Iterator[Node]:
    """Yield the nodes directly below `node`, in the order of its fields."""
    for name in _field_names(type(node)) or ():
        value = getattr(node, name)
        for one in value if type(value) is tuple else (value,):
            if _field_names(type(one)) is not None:
                yield one


def walk(node: Node) -> Iterator[Node]:
    """Yield `node`, or each of a tuple of nodes, and all below, each before those below it."""
    rest = [*reversed(node)] if isinstance(node, tuple) else [node]
    while rest:
        one = rest.pop()
        yield one
        rest += reversed([*children(one)])


_FIELDS: dict[type, tuple[str, ...] | None] = {}


def _field_names(kind: type) -> tuple[str, ...] | None:
    """Return the fields of a class of node that may hold nodes; None for what is no node."""
    if kind not in _FIELDS:
        names: tuple[str, ...] | None = None
        if is_dataclass(kind) and kind is not Span:
            names = tuple(field.name for field in fields(kind) if field.name != "span")
        _FIELDS[kind] = names
    return _FIELDS[kind]
