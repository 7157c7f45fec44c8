"""The graph of one region: which node needs which. The only file that knows networkx."""

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

from pp_lang.graph.nodes import Node, Region
from pp_lang.graph.uses import names_in, names_of_node


class Graph:
    """A region as a directed acyclic graph; an edge leads from a value to a node that uses it."""

    def __init__(self, region: Region) -> None:
        import networkx as nx  # takes 0.2 s to import; checking a file needs no graph

        self.region = region
        self._nodes = {node.name: node for node in region.nodes}
        self._digraph: nx.DiGraph[str] = nx.DiGraph()
        self._digraph.add_nodes_from(self._nodes)
        place = {name: number for number, name in enumerate(self._nodes)}
        for node in region.nodes:
            used = names_of_node(node) & self._nodes.keys()
            self._digraph.add_edges_from(
                (name, node.name) for name in sorted(used, key=place.__getitem__)
            )

    def node(self, name: str) -> Node:
        """Return the node called `name`."""
        return self._nodes[name]

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Node names, each after those it needs, in the program's order among equals."""
        import networkx as nx

        place = {name: number for number, name in enumerate(self._nodes)}
        return tuple(nx.lexicographical_topological_sort(self._digraph, key=place.__getitem__))

    def inputs_of(self, name: str) -> tuple[str, ...]:
        """Return the nodes of this region that `name` needs directly."""
        return tuple(self._digraph.predecessors(name))

    def users_of(self, name: str) -> tuple[str, ...]:
        """Return the nodes of this region that need `name` directly."""
        return tuple(self._digraph.successors(name))

    @cached_property
    def result_inputs(self) -> tuple[str, ...]:
        """Nodes of this region that its result reads."""
        return tuple(sorted(names_in(self.region.result) & self._nodes.keys()))

    @property
    def is_acyclic(self) -> bool:
        """True for every region that the compiler makes."""
        import networkx as nx

        return bool(nx.is_directed_acyclic_graph(self._digraph))

    @cached_property
    def digraph(self) -> "nx.DiGraph[str]":
        """A copy of the graph for tools: names as nodes, uses as edges."""
        return self._digraph.copy()
