"""Which functions of Python a graph calls."""

from collections.abc import Iterator

from pp_lang.graph.nodes import ExternNode, Region
from pp_lang.graph.verify import regions_of


def externs_of(region: Region) -> tuple[str, ...]:
    """Return the keys of the functions that `region` may call, at any depth, each once."""
    return tuple(dict.fromkeys(_keys(region)))


def _keys(region: Region) -> Iterator[str]:
    for node in region.nodes:
        if isinstance(node, ExternNode):
            yield node.extern
        for inner, _ in regions_of(node):
            yield from _keys(inner)
