"""The mistakes that can be made with answers and their conversations."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import Diagnostic, Label
from pp_lang.semantics.option_table import CONSTANT_OPTIONS
from pp_lang.semantics.ty import Ty
from pp_lang.source import Span


@dataclass(frozen=True, slots=True)
class NeedsAnswer:
    """A template that continues a conversation is called without one."""

    code: ClassVar[str] = "needs-answer"
    name: str
    parent: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{self.name}` called without the answer that it continues",
            Label(self.span, f"it continues `{self.parent}`"),
            f"Name an answer of `{self.parent}` and call it there: `answer.{self.name}(…)`.",
        )


@dataclass(frozen=True, slots=True)
class NoBeginning:
    """An answer that is no plain text is to begin with a text."""

    code: ClassVar[str] = "no-beginning"
    ty: Ty
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Beginning of an answer that is no text",
            Label(self.span, f"the answer is of type `{self.ty}`"),
            "Only answers of type `text`, without limits, can be begun.",
        )


@dataclass(frozen=True, slots=True)
class NotConstant:
    """An option that is computed stands where only constants can."""

    code: ClassVar[str] = "not-constant"
    name: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{self.name}` has a value that is not known here",
            Label(self.span, "a constant is wanted"),
            self._help(),
        )

    def _help(self) -> str:
        if self.name in CONSTANT_OPTIONS:
            return f"`{self.name}` is never computed; write its value out."
        return "Only limits, and the options at the call of a template, may be computed."
