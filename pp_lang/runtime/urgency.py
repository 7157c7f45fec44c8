"""How urgent each generation of a program is: how long the chain is that it begins."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from pp_lang.graph import (
    BranchNode,
    CallNode,
    ComputeNode,
    ContextNode,
    ExternNode,
    GenerateNode,
    Graph,
    InputNode,
    MapNode,
    Node,
    ReduceNode,
    Region,
    RepeatNode,
    SampleNode,
    regions_of,
)

LIKELY_ROUNDS = 4
"""Rounds of a repeat, or merges of a reduce that wait for each other, as far as is known before."""


def urgencies(region: Region) -> Mapping[str, int]:
    """Return, for the id of each generation in `region`, how many may have to follow one another.

    That is the longest chain from it, itself included, to the program's result. All that happens
    inside one map, sample, repeat or reduce is equally urgent, as urgent as its first step: so the
    items that have begun go on before others begin.
    """
    return dict(_urgencies(region, 0))


def _urgencies(region: Region, after: int) -> Iterator[tuple[str, int]]:
    """Yield the generations of a region whose result `after` further ones wait for."""
    graph = Graph(region)
    waits: dict[str, int] = {}
    for node in reversed(region.nodes):
        users = [waits[name] for name in graph.users_of(node.name) if name in waits]
        behind = max(users, default=after)
        waits[node.name] = behind + _chain(node)
        yield from _of_node(node, behind)


def _of_node(node: Node, behind: int) -> Iterator[tuple[str, int]]:
    match node:
        case GenerateNode():
            yield node.id, behind + 1
        case CallNode() | BranchNode():
            for inner, _ in regions_of(node):
                yield from _urgencies(inner, behind)
        case MapNode() | SampleNode() | ReduceNode() | RepeatNode():
            whole = behind + _chain(node)
            for inner, _ in regions_of(node):
                yield from ((name, whole) for name, _ in _urgencies(inner, 0))
        case InputNode() | ComputeNode() | ContextNode() | ExternNode():
            return
        case _:
            assert_never(node)


def _chain(node: Node) -> int:
    """Return the generations that follow one another inside a node."""
    inner = [_longest(region) for region, _ in regions_of(node)]
    match node:
        case GenerateNode():
            return 1
        case RepeatNode():
            return sum(inner) * LIKELY_ROUNDS
        case ReduceNode():
            return sum(inner) * (1 if node.mode == "flat" else LIKELY_ROUNDS)
        case _:
            return max(inner, default=0)


def _longest(region: Region) -> int:
    graph = Graph(region)
    ends: dict[str, int] = {}
    for node in region.nodes:
        before = [ends[name] for name in graph.inputs_of(node.name) if name in ends]
        ends[node.name] = max(before, default=0) + _chain(node)
    return max(ends.values(), default=0)
