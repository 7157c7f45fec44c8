"""Counts that may be known only from below, or between two numbers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """A count from `low` to `high`, both included; None: nothing bounds it from above."""

    low: int
    high: int | None

    @property
    def is_exact(self) -> bool:
        """True where there is only one possibility."""
        return self.low == self.high

    def __add__(self, other: "Bounds") -> "Bounds":
        high = None if self.high is None or other.high is None else self.high + other.high
        return Bounds(self.low + other.low, high)

    def __mul__(self, other: "Bounds") -> "Bounds":
        if self.high == 0 or other.high == 0:
            return ZERO
        high = None if self.high is None or other.high is None else self.high * other.high
        return Bounds(self.low * other.low, high)

    def __or__(self, other: "Bounds") -> "Bounds":
        """Return the smallest range that holds both."""
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Bounds(min(self.low, other.low), high)

    def __str__(self) -> str:
        if self.is_exact:
            return f"{self.low:,}"
        return f"≥ {self.low:,}" if self.high is None else f"{self.low:,}–{self.high:,}"


def exactly(count: int) -> Bounds:
    """Return the count that is known."""
    return Bounds(count, count)


def up_to(count: int | None) -> Bounds:
    """Return a count from 0 to `count`."""
    return Bounds(0, count)


def longest(left: Bounds, right: Bounds) -> Bounds:
    """Return the bounds of the larger of two counts."""
    high = None if left.high is None or right.high is None else max(left.high, right.high)
    return Bounds(max(left.low, right.low), high)


def total(counts: list[Bounds]) -> Bounds:
    """Return the sum."""
    return sum(counts, ZERO)


ZERO = Bounds(0, 0)
ONE = Bounds(1, 1)
