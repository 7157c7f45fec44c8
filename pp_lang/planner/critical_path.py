"""The longest chain of generations that wait for each other."""

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
)
from pp_lang.planner.bounds import ZERO, Bounds
from pp_lang.planner.chain import NO_CHAIN, Chain, chain_of
from pp_lang.planner.node_words import bodies
from pp_lang.planner.plan import ChainLink
from pp_lang.planner.tally import Tally
from pp_lang.planner.walk import MOST_MERGED


def critical_path(region: Region, tally: Tally) -> tuple[ChainLink, ...]:
    """Return the chain of a program's region, first generation first."""
    return _region_chain(region, tally).links()


def _region_chain(region: Region, tally: Tally) -> Chain:
    graph = Graph(region)
    ends: dict[str, Chain] = {}
    for node in region.nodes:
        before = _longest([ends[name] for name in graph.inputs_of(node.name) if name in ends])
        ends[node.name] = before.then(_node_chain(node, tally))
    return _longest(list(ends.values()))


def _node_chain(node: Node, tally: Tally) -> Chain:
    match node:
        case InputNode() | ComputeNode() | ContextNode() | ExternNode():
            return NO_CHAIN
        case GenerateNode():
            runs = tally.runs.get(node.id, ZERO)
            once = Bounds(min(1, runs.low), 1 if runs.high is None else min(1, runs.high))
            return chain_of(ChainLink(node.id, once)) if once.high else NO_CHAIN
        case MapNode() | SampleNode() | CallNode():
            return _region_chain(node.body, tally)
        case ReduceNode():
            return _region_chain(node.merge, tally).repeated(_rounds(node, tally))
        case RepeatNode():
            whole = NO_CHAIN
            for inner in bodies(node):
                whole = whole.then(_region_chain(inner, tally))
            return whole.repeated(_turns(node, tally))
        case BranchNode():
            sides = [_region_chain(side, tally) for side in (node.then, node.otherwise)]
            return _longest(sides)
        case _:
            assert_never(node)


def _turns(node: RepeatNode, tally: Tally) -> Bounds:
    """Return how often the body of one repeat runs."""
    runs, rounds = tally.runs.get(node.id, ZERO), tally.items.get(node.id, ZERO)
    if not runs.high or runs.high > 1:
        # Several repeats, each with rounds of its own: only the single one is followed further.
        return Bounds(min(1, rounds.low), None)
    return rounds


def _rounds(node: ReduceNode, tally: Tally) -> Bounds:
    """Return how many merges wait for each other in one reduce."""
    runs, merges = tally.runs.get(node.id, ZERO), tally.items.get(node.id, ZERO)
    if not runs.high or runs.high > 1:
        # Several reduces of different lists: only the single one is followed further.
        return Bounds(min(1, merges.low), None if node.mode != "flat" else 1)
    if node.mode != "tree":
        return merges
    high = None if merges.high is None else _levels(merges.high + 1, 2)
    return Bounds(_levels(merges.low + 1, MOST_MERGED) if merges.low > 1 else merges.low, high)


def _levels(num_items: int, group: int) -> int:
    levels = 0
    while num_items > 1:
        num_items = -(-num_items // group)
        levels += 1
    return levels


def _longest(chains: list[Chain]) -> Chain:
    return max(chains, key=lambda chain: chain.rank, default=NO_CHAIN)
