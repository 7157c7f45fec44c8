"""The items of one list at work."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Crowd:
    """The items of a map, sample or reduce, of which so many are at work at a time."""

    order: tuple[int, ...]
    """Rank of the node."""
    is_map: bool
    outer: "Crowd | None"
    """Those that the node's own item is one of."""
    start_another: Callable[[], None]
    """Starts one item more, if there is one: for when one of those at work waits for all."""

    def up_to_map(self) -> Iterator["Crowd"]:
        """Yield this crowd and those around it, up to the innermost map."""
        crowd: Crowd | None = self
        while crowd is not None:
            yield crowd
            crowd = None if crowd.is_map else crowd.outer
