"""Where in the program something happens: its id, and its rank among all that happens."""

import sys
from dataclasses import dataclass, field

import anyio.abc

LAST = sys.maxsize
"""Rank after everything inside a place."""


@dataclass(frozen=True, slots=True)
class Place:
    """A region or a node of a run, items told apart."""

    id: str
    """`main/verdicts[17]/draft`."""
    order: tuple[int, ...]
    """Compares as places stand in the program: nodes in their region's order, items by index."""
    key: int | None = None
    """Index of the innermost item that it is in."""
    is_sampled: bool = False
    """True inside a `sample`."""
    crew: anyio.abc.TaskGroup | None = field(default=None, compare=False, repr=False)
    """Where the tasks inside belong; None: to the run as a whole."""

    def is_inside(self, other: "Place") -> bool:
        """Return whether this is `other` or a place inside it."""
        return self.order[: len(other.order)] == other.order

    def node(self, suffix: str, position: int) -> "Place":
        """Return the place of a node of this region, whose id ends with `suffix`."""
        order = (*self.order, position)
        return Place(f"{self.id}{suffix}", order, self.key, self.is_sampled, self.crew)

    def item(self, index: int, *, is_sampled: bool = False) -> "Place":
        """Return the place of one item of this node."""
        is_sampled = self.is_sampled or is_sampled
        return Place(f"{self.id}[{index}]", (*self.order, index), index, is_sampled, self.crew)

    def inner(self, suffix: str) -> "Place":
        """Return the place of a region that belongs to this node."""
        return Place(f"{self.id}{suffix}", self.order, self.key, self.is_sampled, self.crew)
