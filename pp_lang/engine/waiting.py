"""Requests that wait to be admitted, and who is next. Pure."""

from collections import deque
from collections.abc import Iterator

from pp_lang.engine.prefix_tree import PrefixNode
from pp_lang.engine.sequence import Sequence

MOST_OVERTAKING = 64
"""Later requests that are admitted before an earlier one, at most."""

Rank = tuple[int, int, int, int]


class Waiting:
    """A queue with priorities.

    First comes what had begun and gave its cells back; then what was overtaken too often; then the
    most urgent. Of equally urgent ones that whose prefix takes the fewest new cells, so that what
    is in the memory is used up before more is read; of these the longest, so that none is left
    alone at the end; then the first submitted.
    """

    def __init__(self) -> None:
        self._returned: deque[Sequence] = deque()
        self._fresh: dict[Sequence, int] = {}
        """In order of submission, with how many others had been submitted before."""
        self._num_submitted = 0
        self._num_taken = 0

    def __bool__(self) -> bool:
        return bool(self._returned or self._fresh)

    def append(self, sequence: Sequence) -> None:
        """Add a new request."""
        self._fresh[sequence] = self._num_submitted
        self._num_submitted += 1

    def appendleft(self, sequence: Sequence) -> None:
        """Add one that had begun and goes back to wait."""
        self._returned.appendleft(sequence)

    def next(self) -> Sequence:
        """Return the request that is to be admitted before all others."""
        if self._returned:
            return self._returned[0]
        oldest, num_before = next(iter(self._fresh.items()))
        if self._num_taken - num_before >= MOST_OVERTAKING:
            return oldest
        missing: dict[int, int] = {}
        return min(self._fresh, key=lambda one: _rank(one, missing))

    def take(self, sequence: Sequence) -> None:
        """Remove a request: it is admitted, or has ended."""
        if self._fresh.pop(sequence, None) is not None:
            self._num_taken += 1
        elif sequence in self._returned:
            self._returned.remove(sequence)

    def __iter__(self) -> Iterator[Sequence]:
        yield from self._returned
        yield from self._fresh


def _rank(sequence: Sequence, missing: dict[int, int]) -> Rank:
    """Return what the lowest of goes first; `missing` remembers the new cells of each prefix."""
    prefix = sequence.prefix
    if prefix is None:
        num_missing = 0
    elif (known := missing.get(id(prefix))) is not None:
        num_missing = known
    else:
        num_missing = missing[id(prefix)] = _num_missing(prefix)
    return -sequence.urgency, num_missing, -sequence.max_own_cells, sequence.id


def _num_missing(prefix: PrefixNode) -> int:
    return sum(len(node.tokens) for node in prefix.path() if not node.is_resident)
