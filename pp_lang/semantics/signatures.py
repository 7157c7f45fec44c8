"""What a declaration offers to those who call it, known before any body is checked."""

from dataclasses import dataclass, field
from typing import Literal

from pp_lang.semantics.ty import AnswerTy, ContextTy, Ty
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
    """Key of the context that it is within, or of the template whose answers it continues."""
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
    conversations: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By template, the keys of those whose conversation it continues, nearest first."""
    callables: dict[str, Signature] = field(default_factory=dict)
    """What can be called; programs join as they are checked, callees first."""
    models: dict[str, Span] = field(default_factory=dict)
    namespaces: dict[str, "Signatures"] = field(default_factory=dict)
    """What the imported modules declare, by the name of the import."""
    missing: frozenset[str] = frozenset()
    """Names of imports that failed."""
    prefix: str = ""
    """Makes the keys of a module's declarations: empty for the file that is compiled."""
    file: str = ""
    """The name of the source that declares them."""

    def key(self, name: str) -> str:
        """Return the name of one of this module's declarations among all modules of a program."""
        return f"{self.prefix}{name}"

    def kind_of(self, name: str) -> str | None:
        """Return what kind of declaration has this name, or None where none has it."""
        if name in self.callables:
            kind = self.callables[name].kind
            return "function" if kind == "extern" else kind
        if name in self.types:
            return "type"
        return "model" if name in self.models else None

    def parameters_around(self, name: str) -> dict[str, str]:
        """Return the parameters of what a context or template is within, and whose they are."""
        found: dict[str, str] = {}
        known = {
            one.key: one
            for module in (self, *self.namespaces.values())
            for one in module.callables.values()
        }
        parent = self.callables[name].parent
        seen: set[str] = set()
        while parent in known and parent not in seen:
            seen.add(parent)
            for one in known[parent].parameters:
                found.setdefault(one.name, known[parent].name)
            parent = known[parent].parent
        return found

    def members_of(self, parent: ContextTy | AnswerTy) -> dict[str, Signature]:
        """Return what can be called on a value of `parent`; this module's own come first."""
        if isinstance(parent, AnswerTy):
            reach = parent.conversation
        else:
            reach = (parent.name, *parent.ancestors)
        members: dict[str, Signature] = {}
        for module in (self, *self.namespaces.values()):
            for name, one in module.callables.items():
                if one.parent in reach:
                    members.setdefault(name, one)
        return members

    def is_template(self, key: str) -> bool:
        """Return whether `key` is that of a template, here or in a module that is imported."""
        modules = (self, *self.namespaces.values())
        return any(
            one.key == key and one.kind == "template"
            for module in modules
            for one in module.callables.values()
        )

    def is_known(self, key: str) -> bool:
        """Return whether `key` is that of a context or a template which something is within."""
        modules = (self, *self.namespaces.values())
        contexts = (one for module in modules for one in module.contexts.values())
        return any(one.name == key for one in contexts) or self.is_template(key)

    def exported(self) -> tuple[str, ...]:
        """Return the names that importers see: all but those that begin with `_`."""
        names = (*self.callables, *self.types)
        return tuple(sorted(name for name in names if not name.startswith("_")))
