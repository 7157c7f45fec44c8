"""The tree of shared prefixes, counted by use. Pure: it never sees the model.

A node is one segment of tokens after its parent's. Requests and holds take a node, children take
their parent; a node that nobody uses any more leaves the tree at once, since its users' lifetimes
are known.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

Tokens = tuple[int, ...]


@dataclass(slots=True, eq=False)
class PrefixNode:
    """One shared segment of tokens."""

    parent: "PrefixNode | None"
    tokens: Tokens
    start: int
    """Number of tokens before this segment."""
    num_users: int = 0
    children: "dict[Tokens, PrefixNode]" = field(default_factory=dict)
    sequence: int | None = None
    """The model's sequence that holds the path down to this node, once it has cells."""
    num_computed: int = 0
    place: int | None = None
    """The first of its cells, where it was read alone and that is known."""
    is_paid: bool = False
    """Whether some request's prefill already counts this segment."""

    @property
    def end(self) -> int:
        """Number of tokens up to the end of this segment."""
        return self.start + len(self.tokens)

    @property
    def is_resident(self) -> bool:
        """True while the segment has cells."""
        return self.sequence is not None

    @property
    def is_ready(self) -> bool:
        """True when every token of the segment is computed."""
        return self.sequence is not None and self.num_computed == len(self.tokens)

    def path(self) -> "list[PrefixNode]":
        """Return the nodes from the top down to this one."""
        nodes = [self]
        while (parent := nodes[-1].parent) is not None:
            nodes.append(parent)
        nodes.reverse()
        return nodes


class PrefixTree:
    """All prefixes in use."""

    def __init__(self) -> None:
        self._roots: dict[Tokens, PrefixNode] = {}
        self._num_nodes = 0

    def __len__(self) -> int:
        return self._num_nodes

    def __iter__(self) -> Iterator[PrefixNode]:
        """Go through all nodes, parents before children, in order of creation among siblings."""
        stack = list(reversed(self._roots.values()))
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children.values()))

    def take(self, segments: tuple[Tokens, ...]) -> PrefixNode | None:
        """Return the node of the path `segments`, made where missing, with one more user.

        None for the empty path. Segments must not be empty.
        """
        node: PrefixNode | None = None
        for tokens in segments:
            assert tokens, "a segment holds at least one token"
            siblings = self._roots if node is None else node.children
            found = siblings.get(tokens)
            if found is None:
                found = PrefixNode(parent=node, tokens=tokens, start=node.end if node else 0)
                siblings[tokens] = found
                self._num_nodes += 1
                if node is not None:
                    node.num_users += 1
            node = found
        if node is not None:
            node.num_users += 1
        return node

    def release(self, node: PrefixNode | None) -> list[PrefixNode]:
        """Give back one use of `node`; return the nodes that left the tree by it, deepest first."""
        freed: list[PrefixNode] = []
        while node is not None:
            assert node.num_users > 0, "released more often than taken"
            node.num_users -= 1
            if node.num_users:
                break
            siblings = self._roots if node.parent is None else node.parent.children
            del siblings[node.tokens]
            self._num_nodes -= 1
            freed.append(node)
            node = node.parent
        return freed
