"""Counts the answer tokens that are made inside nodes with a budget."""

from collections.abc import Sequence


class Meter:
    """The answer tokens of one node, of all generations inside it."""

    def __init__(self, order: Sequence[int], budget: int) -> None:
        self.order = tuple(order)
        self._budget = budget
        self._counts: dict[int, int] = {}
        self._total = 0

    @property
    def is_spent(self) -> bool:
        """Whether the budget has been used."""
        return self._total >= self._budget

    def note(self, ticket: int, count: int) -> None:
        """Note that the answer to the request `ticket` has `count` tokens by now."""
        self._total += count - self._counts.get(ticket, 0)
        self._counts[ticket] = count


class Meters:
    """The meters that count at the moment."""

    def __init__(self) -> None:
        self._open: list[Meter] = []

    def open(self, order: Sequence[int], budget: int) -> Meter:
        """Return a meter of what the node at `order` generates from now on."""
        meter = Meter(order, budget)
        self._open.append(meter)
        return meter

    def close(self, meter: Meter) -> None:
        """Stop counting for `meter`."""
        self._open.remove(meter)

    def around(self, order: tuple[int, ...]) -> tuple[Meter, ...]:
        """Return the meters of the nodes that what happens at `order` is inside of."""
        return tuple(one for one in self._open if order[: len(one.order)] == one.order)
