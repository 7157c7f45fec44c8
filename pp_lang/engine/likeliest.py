"""The greatest of many scores, without sorting them all."""

import numpy as np
from numpy.typing import NDArray

from pp_lang.engine.backend import FloatArray

Ids = NDArray[np.intp]

_CLASS_SIZE = 64
"""Scores of which only the greatest is looked at first."""


def at_least(scores: FloatArray, bound: float) -> Ids:
    """Return where a score is `bound` or more, in rising order."""
    limit = np.float32(bound)
    if float(limit) < bound:  # compared as float32, which is what the scores are
        limit = np.nextafter(limit, np.float32(np.inf))
    return np.flatnonzero(scores >= limit)


def likeliest(scores: FloatArray, count: int) -> Ids:
    """Return where the `count` greatest scores are, in rising order; of equal ones the first.

    What is impossible (minus infinity) is never among them, so there may be fewer.
    """
    bound = _bound(scores, count)
    found = np.flatnonzero(scores >= bound) if bound > -np.inf else possible(scores)
    if len(found) <= count:
        return found
    among = scores[found]
    least = np.partition(among, len(among) - count)[len(among) - count]
    is_kept = among > least
    is_kept[np.flatnonzero(among == least)[: count - np.count_nonzero(is_kept)]] = True
    kept: Ids = found[is_kept]
    return kept


def possible(scores: FloatArray) -> Ids:
    """Return where a score is not minus infinity, in rising order."""
    return np.flatnonzero(scores > -np.inf)


def _bound(scores: FloatArray, count: int) -> np.float32:
    """Return a score that at least `count` scores reach, if cheaply found; else minus infinity.

    The scores are taken as classes. The greatest ones of `count` classes are `count` scores, so
    the least of them bounds all that can be among the greatest; few others reach it.
    """
    num_classes = len(scores) // _CLASS_SIZE
    if num_classes < count:
        return np.float32(-np.inf)
    classes = scores[: num_classes * _CLASS_SIZE].reshape(_CLASS_SIZE, num_classes)
    greatest = np.maximum.reduce(classes, axis=0)
    return np.float32(np.partition(greatest, num_classes - count)[num_classes - count])
