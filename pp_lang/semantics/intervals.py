"""Arithmetic on bounds: where the result of an operator lies when its operands lie in intervals.

No value of the language lies outside the interval that is given for it. Numbers of 64 bits are
rounded, and whole numbers are not: where the two may differ, nothing is said.
"""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce

MOST_EXACT = 2**53
"""Whole numbers up to here are the same as numbers of 64 bits."""

MOST_BITS = 1_024
"""Whole bounds that need more are dropped: a product of many bounds would be slow to multiply."""

Bound = int | float | None
Operator = Callable[[int | float, int | float], int | float]


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`, both included; without end where one is None."""

    low: Bound = None
    high: Bound = None

    def __or__(self, other: "Interval") -> "Interval":
        """Return the smallest interval around both."""
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Interval(low, high)

    def __and__(self, other: "Interval") -> "Interval":
        """Return what lies in both."""
        lows = [one for one in (self.low, other.low) if one is not None]
        highs = [one for one in (self.high, other.high) if one is not None]
        return Interval(max(lows, default=None), min(highs, default=None))

    def __neg__(self) -> "Interval":
        low = None if self.high is None else -self.high
        return Interval(low, None if self.low is None else -self.low)


ANY = Interval()


def hull(intervals: list[Interval]) -> Interval:
    """Return the smallest interval around all of them."""
    return reduce(lambda left, right: left | right, intervals) if intervals else ANY


def add(left: Interval, right: Interval) -> Interval:
    """Return where `x + y` lies."""
    return Interval(
        _apply(operator.add, left.low, right.low), _apply(operator.add, left.high, right.high)
    )


def multiply(left: Interval, right: Interval) -> Interval:
    """Return where `x * y` lies."""
    if None not in (left.low, left.high, right.low, right.high):
        return _corners(operator.mul, left, right)
    for one, other in ((left, right), (-left, -right)):
        if _is_positive(one) and _is_positive(other):
            return _product(one, other)
    for one, other in ((-left, right), (left, -right)):
        if _is_positive(one) and _is_positive(other):
            return -_product(one, other)
    return ANY


def divide_down(left: Interval, right: Interval) -> Interval:
    """Return where `x // y` lies for whole numbers."""
    if right.low is None or right.low < 0:
        return ANY
    least = max(int(right.low), 1)  # by 0 nothing can be divided
    most = None if right.high is None else max(int(right.high), least)
    low = high = None
    if left.low is not None:
        low = int(left.low)
        low = low // least if low < 0 else 0 if most is None else low // most
    if left.high is not None:
        high = int(left.high)
        high = high // least if high >= 0 else -1 if most is None else high // most
    return Interval(low, high)


def remainder(left: Interval, right: Interval) -> Interval:
    """Return where `x % y` lies for whole numbers."""
    if not _is_positive(right):
        return ANY
    most = None if right.high is None else max(int(right.high) - 1, 0)
    found = Interval(0, most)
    return found & Interval(None, left.high) if _is_positive(left) else found


def divide(left: Interval, right: Interval) -> Interval:
    """Return where `x / y` lies."""
    if right.low is None or right.low <= 0:
        return ANY
    if None in (left.low, left.high, right.high):
        return Interval(0, None) if _is_positive(left) else ANY
    return _corners(operator.truediv, left, right)


def distance(one: Interval) -> Interval:
    """Return where `abs(x)` lies."""
    if _is_positive(one):
        return one
    turned = -one
    if _is_positive(turned):
        return turned
    both = one | turned
    return Interval(0, both.high)


def rounded(one: Interval) -> Interval:
    """Return where `round(x)` lies."""
    low = None if one.low is None else round(one.low)
    return Interval(low, None if one.high is None else round(one.high))


def largest(certain: list[Interval], possible: list[Interval]) -> Interval:
    """Return where the largest of some numbers lies: all of `certain`, and perhaps the others."""
    highs = [one.high for one in (*certain, *possible)]
    known = [high for high in highs if high is not None]
    lows = [one.low for one in certain if one.low is not None]
    low = max(lows, default=None) if certain else hull(possible).low
    return Interval(low, max(known) if known and len(known) == len(highs) else None)


def smallest(certain: list[Interval], possible: list[Interval]) -> Interval:
    """Return where the smallest of some numbers lies, as `largest` does."""
    return -largest([-one for one in certain], [-one for one in possible])


def within_exact(one: Interval) -> Interval:
    """Return the interval without bounds beyond which numbers of 64 bits are rounded to others."""
    return Interval(_exact(one.low), _exact(one.high))


def _is_positive(one: Interval) -> bool:
    return one.low is not None and one.low >= 0


def _product(left: Interval, right: Interval) -> Interval:
    """Return where the product of two lies that are not below 0."""
    return Interval(
        _apply(operator.mul, left.low, right.low), _apply(operator.mul, left.high, right.high)
    )


def _corners(apply: Operator, left: Interval, right: Interval) -> Interval:
    """Return where a result lies that is largest and smallest where both operands are at an end."""
    ends = [_apply(apply, x, y) for x in (left.low, left.high) for y in (right.low, right.high)]
    known = [end for end in ends if end is not None]
    return ANY if len(known) < len(ends) else Interval(min(known), max(known))


def _apply(apply: Operator, left: Bound, right: Bound) -> Bound:
    """Return a bound computed from two; None where a value beyond it could come of rounding."""
    if left is None or right is None:
        return None
    if isinstance(left, int) and isinstance(right, int) and apply is not operator.truediv:
        found = apply(left, right)
        return found if int(found).bit_length() <= MOST_BITS else None
    if _exact(left) is None or _exact(right) is None:
        return None
    return _exact(apply(left, right))


def _exact(bound: Bound) -> Bound:
    return bound if bound is not None and abs(bound) <= MOST_EXACT else None
