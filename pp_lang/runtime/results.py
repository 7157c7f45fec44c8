"""The values of a node's items, as they come."""

from enum import Enum, auto

from pp_lang.evaluation import Environment, Value, evaluate_condition
from pp_lang.graph import Until


class _Missing(Enum):
    YET = auto()


class Results:
    """What the items of one node have given so far."""

    def __init__(self, num_items: int) -> None:
        self._values: list[Value | _Missing] = [_Missing.YET] * num_items
        self._num_judged = 0
        self.num_finished = 0

    def add(self, position: int, value: Value) -> None:
        """Note that an item has finished."""
        self._values[position] = value
        self.num_finished += 1

    def finished(self) -> list[Value]:
        """Return the values of the items that have finished, in the order of the items."""
        return [value for value in self._values if value is not _Missing.YET]

    def are_enough(self, until: Until, env: Environment) -> bool:
        """Return whether the condition holds; it is asked once after items have finished.

        Raises the `RunError` of the condition.
        """
        num_left = len(self._values) - self.num_finished
        if self.num_finished == self._num_judged or not num_left:
            return False
        self._num_judged = self.num_finished
        given: dict[str, Value] = {until.finished: self.finished(), until.remaining: num_left}
        return evaluate_condition(until.condition, env.child(given))
