"""What a declaration offers to those who call it, known before any body is checked."""

from dataclasses import dataclass, field
from typing import Literal

from pp_lang.semantics.ty import ContextTy, Ty
from pp_lang.semantics.typed_nodes import Parameter
from pp_lang.source import Span


@dataclass(frozen=True, slots=True)
class Signature:
    """A context, template or program as its callers see it."""

    name: str
    kind: Literal["context", "template", "program"]
    parameters: tuple[Parameter, ...]
    parent: str | None
    result: Ty
    span: Span


@dataclass(slots=True)
class Signatures:
    """All that a file declares, by name."""

    types: dict[str, Ty] = field(default_factory=dict)
    contexts: dict[str, ContextTy] = field(default_factory=dict)
    callables: dict[str, Signature] = field(default_factory=dict)
    """Contexts and templates; programs join as they are checked, callees first."""
    models: dict[str, Span] = field(default_factory=dict)

    def kind_of(self, name: str) -> str | None:
        """Return what kind of declaration has this name, or None where none has it."""
        if name in self.callables:
            return self.callables[name].kind
        if name in self.types:
            return "type"
        return "model" if name in self.models else None

    def members_of(self, context: ContextTy) -> tuple[str, ...]:
        """Return the names of what can be called on a value of `context`."""
        reach = (context.name, *context.ancestors)
        return tuple(name for name, one in self.callables.items() if one.parent in reach)
