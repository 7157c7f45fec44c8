"""What must hold of every region, as a check that runs: tests call it on all that they make."""

from pp_lang.errors import InternalError
from pp_lang.graph.graph import Graph
from pp_lang.graph.nodes import (
    BranchNode,
    CallNode,
    InputNode,
    MapNode,
    Node,
    ReduceNode,
    Region,
    RepeatNode,
    SampleNode,
)
from pp_lang.graph.uses import names_in, names_of_node


def verify(region: Region, outer: frozenset[str] = frozenset()) -> None:
    """Raise `InternalError` where `region`, whose surroundings bind `outer`, breaks a rule."""
    known = set(outer)
    for node in region.nodes:
        if node.name in known:
            raise InternalError(f"{node.id}: the name `{node.name}` hides another")
        unknown = names_of_node(node) - known
        if unknown:
            raise InternalError(f"{node.id}: uses {sorted(unknown)} before they exist")
        if node.id not in (f"{region.place}/{node.name}", region.place):
            raise InternalError(f"{node.id}: does not hang at {region.place}")
        known.add(node.name)
        if regions_of(node):
            for inner, visible in regions_of(node, frozenset(known)):
                verify(inner, visible)
    if names_in(region.result) - known:
        raise InternalError(f"{region.place}: its result uses what it does not have")
    if not Graph(region).is_acyclic:
        raise InternalError(f"{region.place}: has a cycle")


def regions_of(
    node: Node, visible: frozenset[str] = frozenset()
) -> tuple[tuple[Region, frozenset[str]], ...]:
    """Return the regions inside `node`, each with the names that it sees from around."""
    match node:
        case MapNode() | SampleNode():
            return ((node.body, visible - {node.name}),)
        case ReduceNode():
            return ((node.merge, visible - {node.name}),)
        case RepeatNode():
            seen = visible - {node.name}
            body = (node.body, seen)
            return (body,) if node.until is None else ((node.until, seen), body)
        case CallNode():
            return ((node.body, frozenset()),)
        case BranchNode():
            seen = visible - {node.name}
            return ((node.then, seen), (node.otherwise, seen))
        case _:
            return ()


def inputs_of_region(region: Region) -> tuple[InputNode, ...]:
    """Return the nodes of `region` that are given from outside."""
    return tuple(node for node in region.nodes if isinstance(node, InputNode))
