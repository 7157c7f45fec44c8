"""What the scheduler needs to know of a region, worked out once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pp_lang.graph import (
    ComputeNode,
    ContextNode,
    GenerateNode,
    Graph,
    InputNode,
    MapNode,
    Node,
    ReduceNode,
    Region,
    SampleNode,
    externs_of,
    regions_of,
)
from pp_lang.semantics import ContextTy

INLINE = ComputeNode | ContextNode
"""Nodes that are computed at once, without a task."""

_RESULT = ""
"""Stands for the region's result among the users of a context; no node is called that."""


@dataclass(frozen=True, slots=True)
class RegionPlan:
    """Facts about one region."""

    region: Region
    nodes: Mapping[str, Node]
    """All but the inputs, in the order of the region."""
    places: dict[str, tuple[str, int]]
    """What the id of each node adds to the region's place, and its rank among the nodes."""
    num_inputs: dict[str, int]
    """How many other nodes each one waits for."""
    users: dict[str, tuple[str, ...]]
    """Who waits for each node."""
    context_users: dict[str, int]
    """How many nodes use the prefix of each context that stays within the region."""
    used_contexts: dict[str, tuple[str, ...]]
    """The contexts that each node uses."""
    is_inline: bool
    """True where no node is a step that takes time: the whole region is one computation."""
    is_pure: bool
    """True where neither a model nor a function of Python is called, at any depth."""
    has_inner_lists: bool
    """True where a map, sample or reduce inside calls one."""
    generate_nodes: tuple[GenerateNode, ...]
    """All generations, at any depth."""


class RegionPlans:
    """The plans of a run's regions, made when first needed."""

    def __init__(self) -> None:
        self._plans: dict[int, RegionPlan] = {}

    def get(self, region: Region) -> RegionPlan:
        """Return the plan of `region`."""
        plan = self._plans.get(id(region))  # a plan keeps its region, so ids stay apart
        if plan is None:
            plan = self._plans[id(region)] = build_plan(region)
        return plan


def build_plan(region: Region) -> RegionPlan:
    """Return the facts about `region`."""
    graph = Graph(region)
    nodes = {node.name: node for node in region.nodes if not isinstance(node, InputNode)}
    inputs = {name: [n for n in graph.inputs_of(name) if n in nodes] for name in nodes}
    generate_nodes = tuple(_generate_nodes(region))
    context_users = _context_users(graph, nodes)
    return RegionPlan(
        region=region,
        nodes=nodes,
        places={
            name: (node.id.removeprefix(region.place), position)
            for position, (name, node) in enumerate(nodes.items())
        },
        num_inputs={name: len(names) for name, names in inputs.items()},
        users={name: tuple(n for n in nodes if name in inputs[n]) for name in nodes},
        context_users={name: len(users) for name, users in context_users.items()},
        used_contexts={
            name: tuple(context for context, users in context_users.items() if name in users)
            for name in nodes
        },
        is_inline=all(isinstance(node, INLINE) for node in nodes.values()),
        is_pure=not generate_nodes and not externs_of(region),
        has_inner_lists=any(_calls_in_lists(node) for node in nodes.values()),
        generate_nodes=generate_nodes,
    )


def _context_users(graph: Graph, nodes: Mapping[str, Node]) -> dict[str, set[str]]:
    """Return who uses each context, also by another name for it.

    One that the region's result hands out is left out: who uses it is not known here.
    """
    users: dict[str, set[str]] = {}
    for name in reversed(list(nodes)):
        direct = {user for user in graph.users_of(name) if user in nodes}
        if name in graph.result_inputs:
            direct.add(_RESULT)
        aliases = {n for n in direct if n in users and isinstance(nodes[n], ComputeNode)}
        if isinstance(nodes[name].ty, ContextTy):
            users[name] = direct.union(*(users[alias] for alias in aliases))
    return {
        name: users[name]
        for name in nodes
        if isinstance(nodes[name], ContextNode) and _RESULT not in users[name]
    }


def _generate_nodes(region: Region) -> Iterator[GenerateNode]:
    for node in region.nodes:
        if isinstance(node, GenerateNode):
            yield node
        for inner, _ in regions_of(node):
            yield from _generate_nodes(inner)


def _calls_in_lists(node: Node) -> bool:
    inner = [region for region, _ in regions_of(node)]
    if isinstance(node, MapNode | SampleNode | ReduceNode):
        return any(next(_generate_nodes(one), None) or externs_of(one) for one in inner)
    return any(_calls_in_lists(each) for region in inner for each in region.nodes)
