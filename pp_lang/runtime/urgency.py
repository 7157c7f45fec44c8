"""How much of a program still waits for each generation: the longest chain goes first."""

from dataclasses import dataclass
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

ROUNDS = 2
"""What the rounds of a repeat or a reduce count as, whose number only the run knows."""


@dataclass(frozen=True, slots=True)
class Urgency:
    """When a generation goes, among those that wait."""

    chain: int = 0
    """How many generations in a row end the program, this one included."""
    is_in_turn: bool = False
    """Whether it is in a list that may end early, whose first items decide."""


def urgency_of(region: Region) -> dict[str, Urgency]:
    """Return the urgency of each generation, by its id.

    All inside one map, sample, reduce or repeat have the same: an item that has begun is finished
    in order of submission, rather than all items begun first.
    """
    found: dict[str, Urgency] = {}
    _Walk(found).add_region(region, 0)
    return found


class _Walk:
    def __init__(self, found: dict[str, Urgency]) -> None:
        self._found = found
        self._lengths: dict[int, int] = {}
        self._graphs: dict[int, Graph] = {}

    def add_region(self, region: Region, after: int) -> None:
        """Note the generations of a region that `after` generations in a row wait for."""
        graph = self._graph(region)
        tails: dict[str, int] = {}
        for node in reversed(region.nodes):
            users = [tails[name] for name in graph.users_of(node.name)]
            tails[node.name] = max(users, default=after) + self._length(node)
            self._add_node(node, tails[node.name])

    def _add_node(self, node: Node, urgency: int) -> None:
        match node:
            case GenerateNode():
                self._found[node.id] = Urgency(urgency)
            case CallNode() | BranchNode():
                after = urgency - self._length(node)
                for region, _ in regions_of(node):
                    self.add_region(region, after)
            case _:
                for region, _ in regions_of(node):
                    self._add_all(region, Urgency(urgency, _can_end_early(node)))

    def _add_all(self, region: Region, urgency: Urgency) -> None:
        for node in region.nodes:
            if isinstance(node, GenerateNode):
                self._found[node.id] = urgency
            is_in_turn = urgency.is_in_turn or _can_end_early(node)
            for inner, _ in regions_of(node):
                self._add_all(inner, Urgency(urgency.chain, is_in_turn))

    def _length(self, node: Node) -> int:
        """Return how many generations in a row `node` takes, as far as the program tells."""
        match node:
            case InputNode() | ComputeNode() | ContextNode() | ExternNode():
                return 0
            case GenerateNode():
                return 1
            case MapNode() | SampleNode() | CallNode():
                return self._region_length(node.body)
            case BranchNode():
                return max(self._region_length(node.then), self._region_length(node.otherwise))
            case ReduceNode():
                rounds = 1 if node.mode == "flat" else ROUNDS
                return rounds * self._region_length(node.merge)
            case RepeatNode():
                until = self._region_length(node.until) if node.until is not None else 0
                return ROUNDS * (until + self._region_length(node.body))
            case _:
                assert_never(node)

    def _region_length(self, region: Region) -> int:
        known = self._lengths.get(id(region))
        if known is not None:
            return known
        graph = self._graph(region)
        ends: dict[str, int] = {}
        for node in region.nodes:
            before = max((ends[name] for name in graph.inputs_of(node.name)), default=0)
            ends[node.name] = before + self._length(node)
        length = self._lengths[id(region)] = max(ends.values(), default=0)
        return length

    def _graph(self, region: Region) -> Graph:
        graph = self._graphs.get(id(region))
        if graph is None:
            graph = self._graphs[id(region)] = Graph(region)
        return graph


def _can_end_early(node: Node) -> bool:
    if isinstance(node, MapNode | SampleNode):
        return bool(node.limits.values) or node.until is not None
    return isinstance(node, ReduceNode | RepeatNode) and bool(node.limits.values)
