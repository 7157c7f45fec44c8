"""Which names an expression, a node or a region takes from around it."""

from typing import assert_never

from pp_lang.graph.nodes import (
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
    Until,
)
from pp_lang.semantics import (
    STEPS,
    Limits,
    TypedExpr,
    TypedLambda,
    TypedName,
    names_bound_by,
    parts_of,
)

Names = frozenset[str]


def names_in(expr: TypedExpr) -> Names:
    """Return the names that a step-free expression reads from outside itself."""
    match expr:
        case TypedName(name):
            return frozenset((name,))
        case _ if isinstance(expr, (*STEPS, TypedLambda)):
            raise AssertionError(f"a step inside an expression of the graph: {expr}")
        case _:
            return _union(*parts_of(expr)) - names_bound_by(expr)


def names_of_node(node: Node) -> Names:
    """Return the names that `node` reads, those read inside its regions included."""
    match node:
        case InputNode():
            return frozenset()
        case ComputeNode():
            return names_in(node.expr)
        case ContextNode():
            return _of_call(node.parent, node.args)
        case GenerateNode():
            return _of_call(node.parent, (*node.args, *node.given))
        case MapNode():
            inner = names_of_region(node.body)
            if node.condition is not None:
                inner |= names_in(node.condition) - {node.variable}
            ends = _names_of_until(node.until) | _names_of_limits(node.limits)
            return names_in(node.source) | inner | ends
        case SampleNode():
            inner = names_of_region(node.body) | _names_of_until(node.until)
            return names_in(node.count) | inner | _names_of_limits(node.limits)
        case ReduceNode():
            around = names_in(node.source) | _names_of_limits(node.limits)
            return around | names_of_region(node.merge)
        case RepeatNode():
            until = names_of_region(node.until) if node.until is not None else frozenset()
            rounds = names_of_region(node.body) | until
            around = names_in(node.start) | names_in(node.count) | _names_of_limits(node.limits)
            return around | rounds
        case CallNode() | ExternNode():
            return _union(*(value for _, value in node.args))
        case BranchNode():
            regions = names_of_region(node.then) | names_of_region(node.otherwise)
            return names_in(node.condition) | regions
        case _:
            assert_never(node)


def names_of_region(region: Region) -> Names:
    """Return the names that a region reads from the regions around it."""
    inner = names_in(region.result).union(*map(names_of_node, region.nodes))
    return inner - {node.name for node in region.nodes}


def _of_call(parent: TypedExpr | None, args: tuple[tuple[str, TypedExpr], ...]) -> Names:
    above = names_in(parent) if parent is not None else frozenset()
    return above | _union(*(value for _, value in args))


def _names_of_until(until: Until | None) -> Names:
    if until is None:
        return frozenset()
    return names_in(until.condition) - {until.finished, until.remaining}


def _names_of_limits(limits: Limits) -> Names:
    return _union(*(value for _, value in limits.values))


def _union(*exprs: TypedExpr) -> Names:
    return frozenset().union(*map(names_in, exprs))
