"""Requests that wait to be admitted: the most urgent first, long ones before short ones. Pure."""

from collections import deque
from itertools import islice

from pp_lang.engine.prefix_tree import PrefixNode
from pp_lang.engine.sequence import Sequence

MOST_OVERTAKEN = 64
"""How many others may be admitted before the one that waits longest."""
LOOK_AHEAD = 64
"""Requests of one urgency among which the longest is looked for."""


class WaitingLine:
    """Those who wait, in order of submission within each urgency.

    What begins with a prefix that is in the memory goes before what would have to read one, so that
    few are alive. Of those with the same prefix the longest goes first, so that none of them begins
    when all others are done.
    What decides are counts, never a clock.
    """

    def __init__(self) -> None:
        self._returned: deque[Sequence] = deque()
        self._lines: dict[int, deque[Sequence]] = {}
        self._num_overtaken = 0

    def add(self, sequence: Sequence) -> None:
        """Let a new request wait."""
        self._lines.setdefault(sequence.priority, deque()).append(sequence)

    def put_back(self, sequence: Sequence) -> None:
        """Let a request wait that had to leave the model's memory; it comes before all others."""
        self._returned.appendleft(sequence)

    def find_next(self) -> Sequence | None:
        """Return who is to be admitted next; those that have ended are left out."""
        self._drop_ended()
        if self._returned:
            return self._returned[0]
        if not self._lines:
            return None
        if self._num_overtaken >= MOST_OVERTAKEN:
            return self._longest_waiting()
        line = self._lines[max(self._lines)]
        first = line[0]
        if first.is_in_turn:
            return first
        neighbours = [
            one for one in islice(line, LOOK_AHEAD) if not (one.is_ended or one.is_in_turn)
        ]
        prefixes = {id(one.prefix): one.prefix for one in neighbours}
        missing = {key: _num_missing(prefix) for key, prefix in prefixes.items()}
        return min(
            neighbours,
            key=lambda one: (
                missing[id(one.prefix)],
                one.prefix is not first.prefix,
                -one.max_own_cells,
                one.id,
            ),
        )

    def remove(self, sequence: Sequence) -> None:
        """Take out one that waits no more."""
        if sequence in self._returned:
            self._returned.remove(sequence)
            return
        is_first = sequence is self._longest_waiting()
        self._num_overtaken = 0 if is_first else self._num_overtaken + 1
        self._lines[sequence.priority].remove(sequence)

    def _longest_waiting(self) -> Sequence:
        return min((line[0] for line in self._lines.values()), key=lambda one: one.id)

    def _drop_ended(self) -> None:
        for line in (self._returned, *self._lines.values()):
            while line and line[0].is_ended:
                line.popleft()
        self._lines = {priority: line for priority, line in self._lines.items() if line}


def _num_missing(prefix: PrefixNode | None) -> int:
    """Return the cells that a prefix needs besides those that it has."""
    if prefix is None:
        return 0
    return sum(len(node.tokens) for node in prefix.path() if not node.is_resident)
