"""Chains of generations that grow by sharing: a longer one holds the shorter ones that it is of."""

from dataclasses import dataclass, field
from typing import assert_never

from pp_lang.planner.bounds import ONE, ZERO, Bounds
from pp_lang.planner.plan import ChainLink


@dataclass(frozen=True, slots=True)
class _Joined:
    before: "Chain"
    after: "Chain"


@dataclass(frozen=True, slots=True)
class _Repeated:
    chain: "Chain"
    times: Bounds


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """Generations one after the other. Growing it costs the same however long it is."""

    total: Bounds
    """How many generations it has."""
    _made_of: ChainLink | _Joined | _Repeated | None = field(default=None, repr=False)

    @property
    def rank(self) -> tuple[float, int]:
        """For comparing: by what is possible, then by what is certain."""
        high = self.total.high
        return (float("inf") if high is None else high, self.total.low)

    def then(self, other: "Chain") -> "Chain":
        """Return this chain with `other` after it."""
        if self._made_of is None or other._made_of is None:
            return self if other._made_of is None else other
        return Chain(self.total + other.total, _Joined(self, other))

    def repeated(self, times: Bounds) -> "Chain":
        """Return the chain in which each generation happens `times` as often."""
        return Chain(self.total * times, _Repeated(self, times)) if self._made_of else self

    def links(self) -> tuple[ChainLink, ...]:
        """Return the generations, the first one first."""
        found: list[ChainLink] = []
        rest = [(self, ONE)]  # a stack of our own: ten thousand links must not exhaust Python's
        while rest:
            chain, times = rest.pop()
            match chain._made_of:
                case None:
                    pass
                case ChainLink(node, once):
                    found.append(ChainLink(node, once * times))
                case _Joined(before, after):
                    rest += ((after, times), (before, times))
                case _Repeated(inner, more):
                    rest.append((inner, more * times))
                case _:
                    assert_never(chain._made_of)
        return tuple(found)


NO_CHAIN = Chain(ZERO)


def chain_of(link: ChainLink) -> Chain:
    """Return the chain of one link."""
    return Chain(link.times, link)
