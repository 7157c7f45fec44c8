"""What the names in an expression stand for."""

from dataclasses import dataclass, field

from pp_lang.semantics.ty import Ty
from pp_lang.source import Span


@dataclass(frozen=True, slots=True)
class Local:
    """A name bound to a value: a parameter, a named value or a loop variable."""

    name: str
    ty: Ty
    span: Span


@dataclass(slots=True)
class Scope:
    """Names visible at a place, with what conditions have proved about them."""

    locals: dict[str, Local] = field(default_factory=dict)
    facts: dict[str, Ty] = field(default_factory=dict)
    """Types that hold here because of a condition, by path: `answer`, `verdict.reason`."""
    used: set[str] = field(default_factory=set)
    """Names looked up so far, shared by all scopes of a declaration."""
    format_of: Ty | None = None
    """In a template's body: what `format` describes."""
    is_prompt: bool = False
    """True inside a body, where no step may stand."""

    def with_local(self, local: Local) -> "Scope":
        """Return this scope and one more name."""
        return self._copy({**self.locals, local.name: local}, self.facts)

    def with_facts(self, facts: dict[str, Ty]) -> "Scope":
        """Return this scope where more is known."""
        return self._copy(self.locals, {**self.facts, **facts}) if facts else self

    def find(self, name: str) -> Local | None:
        """Return what `name` is bound to, and remember that it was used."""
        local = self.locals.get(name)
        if local is not None:
            self.used.add(name)
        return local

    def _copy(self, names: dict[str, Local], facts: dict[str, Ty]) -> "Scope":
        return Scope(names, facts, self.used, self.format_of, self.is_prompt)
