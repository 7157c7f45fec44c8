"""Where in the program something happens: its id, and its rank among all that happens."""

import sys
from dataclasses import dataclass, field, replace

import anyio.abc

from pp_lang.runtime.crowd import Crowd

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
    crowd: Crowd | None = field(default=None, compare=False, repr=False)
    """The items that it is in one of; None outside any."""

    def is_inside(self, other: "Place") -> bool:
        """Return whether this is `other` or a place inside it."""
        return self.order[: len(other.order)] == other.order

    def node(self, suffix: str, position: int) -> "Place":
        """Return the place of a node of this region, whose id ends with `suffix`."""
        return self._derive(f"{self.id}{suffix}", (*self.order, position), self.key)

    def item(self, index: int, *, is_sampled: bool = False) -> "Place":
        """Return the place of one item of this node."""
        place = self._derive(f"{self.id}[{index}]", (*self.order, index), index)
        return replace(place, is_sampled=True) if is_sampled else place

    def inner(self, suffix: str) -> "Place":
        """Return the place of a region that belongs to this node."""
        return self._derive(f"{self.id}{suffix}", self.order, self.key)

    def _derive(self, id_: str, order: tuple[int, ...], key: int | None) -> "Place":
        return Place(id_, order, key, self.is_sampled, self.crew, self.crowd)
