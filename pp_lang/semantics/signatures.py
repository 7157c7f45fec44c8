"""What a declaration offers to those who call it, known before any body is checked."""

from dataclasses import dataclass, field
from typing import Literal

from pp_lang.semantics.ty import ContextTy, Ty
from pp_lang.semantics.typed_nodes import Parameter
from pp_lang.source import Span

CallableKind = Literal["context", "template", "program", "extern"]


@dataclass(frozen=True, slots=True)
class Signature:
    """A context, template, program or extern function as its callers see it."""

    name: str
    """As its own module calls it."""
    kind: CallableKind
    parameters: tuple[Parameter, ...]
    parent: str | None
    """Key of the context that it is within."""
    result: Ty
    span: Span
    key: str
    """Its name among all modules of a program."""
    home: "Signatures"
    """Of the module that declares it."""


@dataclass(slots=True)
class Signatures:
    """All that a file declares, by name."""

    types: dict[str, Ty] = field(default_factory=dict)
    contexts: dict[str, ContextTy] = field(default_factory=dict)
    callables: dict[str, Signature] = field(default_factory=dict)
    """What can be called; programs join as they are checked, callees first."""
    models: dict[str, Span] = field(default_factory=dict)
    namespaces: dict[str, "Signatures"] = field(default_factory=dict)
    """What the imported modules declare, by the name of the import."""
    missing: frozenset[str] = frozenset()
    """Names of imports that failed."""
    prefix: str = ""
    """Makes the keys of a module's declarations: empty for the file that is compiled."""

    def kind_of(self, name: str) -> str | None:
        """Return what kind of declaration has this name, or None where none has it."""
        if name in self.callables:
            kind = self.callables[name].kind
            return "function" if kind == "extern" else kind
        if name in self.types:
            return "type"
        return "model" if name in self.models else None

    def members_of(self, context: ContextTy) -> dict[str, Signature]:
        """Return what can be called on a value of `context`; this module's own come first."""
        reach = (context.name, *context.ancestors)
        members: dict[str, Signature] = {}
        for module in (self, *self.namespaces.values()):
            for name, one in module.callables.items():
                if one.parent in reach:
                    members.setdefault(name, one)
        return members

    def exported(self) -> tuple[str, ...]:
        """Return the names that importers see: all but those that begin with `_`."""
        names = (*self.callables, *self.types)
        return tuple(sorted(name for name in names if not name.startswith("_")))
