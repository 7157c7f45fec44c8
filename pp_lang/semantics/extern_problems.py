"""The mistakes that can be made with functions of Python."""

import re
from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import Diagnostic, Label
from pp_lang.semantics.ty import Ty
from pp_lang.source import Span

_NAME = r"[^\W\d]\w*"
TARGET = re.compile(rf"{_NAME}(?:\.{_NAME})*:{_NAME}(?:\.{_NAME})*")
"""`module:function`, both by their dotted names."""


@dataclass(frozen=True, slots=True)
class BadExternTarget:
    """The text after `=` does not name a function of a module."""

    code: ClassVar[str] = "bad-extern-target"
    target: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        what = f"`{self.target}`" if self.target else "An empty text"
        return Diagnostic(
            self.code,
            f"{what} names no function of Python",
            Label(self.span, "`module:function` is wanted"),
            f'Write the module and the function, such as `"{self._meant or "acme.words:count"}"`.',
        )

    @property
    def _meant(self) -> str | None:
        """What was meant, where a path, a call or a dot stands for it."""
        target = self.target.strip().removesuffix("()").replace("/", ".").replace(".py:", ":")
        if ":" not in target:
            module, _, function = target.rpartition(".")
            target = f"{module}:{function}"
        is_file = self.target.endswith(".py")
        return target if TARGET.fullmatch(target) and not is_file else None


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
