"""Guesses what a misspelt name was meant to be."""

from collections.abc import Iterable

SHORTEST_SURE = 4
"""Letters of the shortest name that is corrected without asking."""


def did_you_mean(name: str, candidates: Iterable[str]) -> str | None:
    """Return the sentence that offers the nearest candidate, or None where none is near."""
    nearest = find_nearest(name, candidates)
    return f"Did you mean `{nearest}`?" if nearest is not None else None


def find_nearest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate at most a third of the name away, the first in sorted order."""
    limit = max(1, len(name) // 3)
    best: tuple[int, str] | None = None
    for candidate in sorted(set(candidates)):
        if candidate.lower() == name.lower():
            return candidate
        distance = edit_distance(name, candidate, limit)
        if distance <= limit and (best is None or distance < best[0]):
            best = (distance, candidate)
    return best[1] if best else None


def find_sure(name: str, candidates: Iterable[str]) -> tuple[str | None, bool]:
    """Return the nearest candidate, and whether it is the only one near to a name not short."""
    others = set(candidates)
    nearest = find_nearest(name, others)
    if nearest is None:
        return None, False
    is_alone = find_nearest(name, others - {nearest}) is None
    return nearest, is_alone and len(name) >= SHORTEST_SURE


def edit_distance(left: str, right: str, limit: int) -> int:
    """Return the edits from `left` to `right`, a swap of neighbours counting as one.

    Optimal string alignment (Damerau 1964); anything above `limit` is only known to be above it.
    """
    if abs(len(left) - len(right)) > limit:
        return limit + 1
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
