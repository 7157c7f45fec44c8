"""The mistakes that can be made with functions of Python."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import Diagnostic, Label
from pp_lang.semantics.ty import Ty
from pp_lang.source import Span


@dataclass(frozen=True, slots=True)
class BadExternTarget:
    """The text after `=` does not name a function of a module."""

    code: ClassVar[str] = "bad-extern-target"
    target: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{self.target}` names no function of Python",
            Label(self.span, "`module:function` is wanted"),
            self._help(),
        )

    def _help(self) -> str:
        module, dot, function = self.target.removesuffix("()").rpartition(".")
        if dot and ":" not in self.target and all(map(str.isidentifier, module.split("."))):
            return f'Put a colon between the module and the function: `"{module}:{function}"`.'
        return 'Write the module and the function, such as `"acme.words:count"`.'


@dataclass(frozen=True, slots=True)
class BadTypeForExtern:
    """A function of Python would take or give what only exists inside a program."""

    code: ClassVar[str] = "bad-type-for-extern"
    span: Span
    ty: Ty

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Type that Python code cannot handle",
            Label(self.span, f"`{self.ty}` holds an opened context"),
            "Give it the values that it needs: texts, numbers, truth values, lists and records.",
        )
