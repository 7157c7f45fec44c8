"""Guesses what a misspelt name was meant to be."""

from collections.abc import Iterable
from functools import lru_cache

SHORTEST_SURE = 4
"""Letters of the shortest name that is corrected without asking."""
_MOST_KEPT = 16


def did_you_mean(name: str, candidates: Iterable[str]) -> str | None:
    """Return the sentence that offers the nearest candidate, or None where none is near."""
    nearest = find_nearest(name, candidates)
    return f"Did you mean `{nearest}`?" if nearest is not None else None


def find_nearest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate at most a third of the name away, the first in sorted order."""
    near = _find_near(name, tuple(candidates))
    return near[0] if near else None


def find_sure(name: str, candidates: Iterable[str]) -> tuple[str | None, bool]:
    """Return the nearest candidate, and whether it is the only one near to a name not short."""
    near = _find_near(name, tuple(candidates))
    return (near[0] if near else None), len(near) == 1 and len(name) >= SHORTEST_SURE


@lru_cache(maxsize=_MOST_KEPT)
def _find_near(name: str, candidates: tuple[str, ...]) -> tuple[str, ...]:
    """Return the candidates that are near, the nearest first.

    The last few results are kept, since a message asks for its name more than once.
    """
    length, folded = len(name), name.lower()
    limit = max(1, length // 3) if length > 1 else 0  # any letter is one edit from any other
    near = []
    for candidate in set(candidates):
        if -limit <= len(candidate) - length <= limit:
            is_alike = candidate.lower() == folded
            distance = 0 if is_alike else edit_distance(name, candidate, limit)
            if distance <= limit:
                near.append((distance, candidate))
    return tuple(candidate for _, candidate in sorted(near))


def edit_distance(left: str, right: str, limit: int) -> int:
    """Return the edits from `left` to `right`, a swap of neighbours counting as one.

    Optimal string alignment (Damerau 1964); anything above `limit` is only known to be above it.
    """
    left, right = _without_common_ends(left, right)
    longer, shorter = max(len(left), len(right)), min(len(left), len(right))
    if longer - shorter > limit:
        return limit + 1
    if shorter == 0 or longer == 1:
        return longer
    if limit == 1:  # what is left differs at both ends
        return 1 if longer == 2 and left == right[::-1] else 2
    return _distance_in_table(left, right)


def _without_common_ends(left: str, right: str) -> tuple[str, str]:
    shorter, start, end = min(len(left), len(right)), 0, 0
    while start < shorter and left[start] == right[start]:
        start += 1
    while end < shorter - start and left[-1 - end] == right[-1 - end]:
        end += 1
    return left[start : len(left) - end], right[start : len(right) - end]


def _distance_in_table(left: str, right: str) -> int:
    older: list[int] = []
    previous = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        current = [i]
        for j, b in enumerate(right, 1):
            cost = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            current.append(cost)
        older, previous = previous, current
    return previous[-1]
