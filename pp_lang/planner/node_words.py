"""Nodes of the graph in the words of a plan."""

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
            return f"map {node.variable}" + (" if …" if node.condition else "")
        case SampleNode():
            return "sample"
        case ReduceNode():
            return f"reduce by {node.mode}"
        case RepeatNode():
            return f"repeat {node.variable}"
        case CallNode():
            return f"program {node.program}"
        case BranchNode():
            return "if"
        case _:
            assert_never(node)


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


def has_items(node: Node) -> bool:
    """Return whether the node runs a body several times."""
    return isinstance(node, MapNode | SampleNode | ReduceNode | RepeatNode)
