"""Ways through a syntax tree, whatever its nodes are."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeAlias

from pp_lang.source import Span

Node: TypeAlias = Any  # any dataclass of `pp_lang.syntax`: their union would be rewritten with each


def children(node: Node) -> Iterator[Node]:
    """Yield the nodes directly below `node`, in the order of its fields."""
    for field in fields(node):
        value = getattr(node, field.name)
        for one in value if isinstance(value, tuple) else (value,):
            if is_dataclass(one) and not isinstance(one, Span):
                yield one


def walk(node: Node) -> Iterator[Node]:
    """Yield `node` and all nodes below it, each before those below it."""
    rest = [node]
    while rest:
        one = rest.pop()
        yield one
        rest += reversed([*children(one)])
