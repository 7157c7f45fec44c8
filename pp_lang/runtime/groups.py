"""Cuts a list into the groups of one level of a tree of merges. Pure."""

from collections.abc import Callable
from typing import TypeVar

from pp_lang.planner import MOST_MERGED

T = TypeVar("T")


def build_groups(values: list[T], fits: Callable[[list[T]], bool]) -> list[list[T]] | None:
    """Return neighbours in groups as large as fit, at least two together wherever there are two.

    The last value may be left alone. None where two neighbours do not fit. `fits` must hold for a
    part of every list that it holds for.
    """
    if len(values) == 1:
        return [values]
    groups: list[list[T]] = []
    start = 0
    while start < len(values):
        left = len(values) - start
        if left == 1:
            groups.append(values[start:])
            break
        size = _largest_size(values, start, min(left, MOST_MERGED), fits)
        if size < 2:
            return None
        if left - size == 1 and size > 2 and fits(values[-2:]):
            size -= 1  # rather two more equal groups than a value left alone
        groups.append(values[start : start + size])
        start += size
    return groups


def _largest_size(values: list[T], start: int, most: int, fits: Callable[[list[T]], bool]) -> int:
    """Return how many values from `start` on fit, by halving."""
    low, high = 1, most
    while low < high:
        middle = (low + high + 1) // 2
        if fits(values[start : start + middle]):
            low = middle
        else:
            high = middle - 1
    return low
