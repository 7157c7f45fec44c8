"""Nodes of the graph in the words of a plan."""

from collections.abc import Iterator
from typing import assert_never

from pp_lang.graph import (
    BranchNode,
    CallNode,
    ComputeNode,
    ContextNode,
    ExternNode,
    GenerateNode,
    InputNode,
    MapNode,
    Node,
    ReduceNode,
    Region,
    RepeatNode,
    SampleNode,
)


def detail(node: Node) -> str:
    """Return what the node does, in a few words."""
    match node:
        case InputNode():
            return "input"
        case ComputeNode():
            return "compute"
        case ContextNode(context=name):
            return f"context {name}"
        case GenerateNode(template=name):
            return f"generate {name}"
        case ExternNode(extern=name):
            return f"extern {name}"
        case MapNode():
            return f"map {node.variable}{' if …' if node.condition else ''}{_limits(node)}"
        case SampleNode():
            return f"sample{_limits(node)}"
        case ReduceNode():
            return f"reduce by {node.mode}{_limits(node)}"
        case RepeatNode():
            return f"repeat {node.variable}{_limits(node)}"
        case CallNode():
            return f"program {node.program}"
        case BranchNode():
            return "if"
        case _:
            assert_never(node)


def _limits(node: MapNode | SampleNode | ReduceNode | RepeatNode) -> str:
    within = " within …" if node.limits.values else ""
    is_judged = isinstance(node, MapNode | SampleNode) and node.until is not None
    return within + (" until …" if is_judged else "")


def bodies(node: Node) -> tuple[Region, ...]:
    """Return the regions inside a node."""
    match node:
        case MapNode() | SampleNode() | CallNode():
            return (node.body,)
        case ReduceNode():
            return (node.merge,)
        case RepeatNode():
            return (node.body,) if node.until is None else (node.until, node.body)
        case BranchNode():
            return (node.then, node.otherwise)
        case InputNode() | ComputeNode() | ContextNode() | GenerateNode() | ExternNode():
            return ()
        case _:
            assert_never(node)


def generations_in(region: Region) -> Iterator[GenerateNode]:
    """Yield the generations of a region and of those inside its nodes, in their order."""
    for node in region.nodes:
        if isinstance(node, GenerateNode):
            yield node
        for body in bodies(node):
            yield from generations_in(body)


def has_items(node: Node) -> bool:
    """Return whether the node runs a body several times."""
    return isinstance(node, MapNode | SampleNode | ReduceNode | RepeatNode)
