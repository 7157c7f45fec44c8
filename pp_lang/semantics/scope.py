"""What the names in an expression stand for."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from pp_lang.semantics.intervals import ANY, Interval
from pp_lang.semantics.ty import Ty
from pp_lang.source import Span

MOST_LISTED = 500
"""Names that a message may choose from: a long file can have as many mistakes as it has names."""


@dataclass(frozen=True, slots=True)
class Local:
    """A name bound to a value: a parameter, a named value or a loop variable."""

    name: str
    ty: Ty
    span: Span
    known: Interval = ANY
    """Where its numbers lie, as far as they are computed."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Names visible at a place, with what conditions have proved about them."""

    format_of: Ty | None = None
    """In a template's body: what `format` describes."""
    only_values_in: str = ""
    """What this is (a prompt, a default) where no step may stand; empty where steps may."""
    around: dict[str, str] = field(default_factory=dict)
    """In a body: parameters of the contexts that it is within, by name, and whose they are."""
    facts: dict[str, Ty] = field(default_factory=dict)
    """Types that hold here because of a condition, by path: `answer`, `verdict.reason`."""
    used: set[str] = field(default_factory=set)
    """Names looked up so far, shared by all scopes of a declaration."""
    _names: dict[str, Local] = field(default_factory=dict)
    """Shared by the scopes of one block, which only add to it."""
    _outer: "Scope | None" = None

    def inner(self) -> "Scope":
        """Return a scope inside this one, with names of its own."""
        return replace(self, _names={}, _outer=self)

    def add(self, local: Local) -> None:
        """Bind one more name in this scope."""
        self._names[local.name] = local

    def with_facts(self, facts: dict[str, Ty]) -> "Scope":
        """Return this scope where more is known."""
        return replace(self, facts={**self.facts, **facts}) if facts else self

    def find(self, name: str) -> Local | None:
        """Return what `name` is bound to, and remember that it was used."""
        local = self.peek(name)
        if local is not None:
            self.used.add(name)
        return local

    def peek(self, name: str) -> Local | None:
        """Return what `name` is bound to."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope._names:
                return scope._names[name]
            scope = scope._outer
        return None

    def names(self) -> Iterator[str]:
        """Yield the names bound here and around, the innermost first; the first `MOST_LISTED`."""
        return islice(self._all_names(), MOST_LISTED)

    def _all_names(self) -> Iterator[str]:
        scope: Scope | None = self
        while scope is not None:
            yield from scope._names
            scope = scope._outer
