"""Values that cannot stand where they stand, or that nothing needs."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import Diagnostic, Label, Severity, replace_fix
from pp_lang.source import Span


@dataclass(frozen=True, slots=True)
class NotAValue:
    """A template, context, program or function is used without calling it."""

    code: ClassVar[str] = "not-a-value"
    name: str
    kind: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        label = Label(self.span, f"this is a {self.kind}")
        if self.kind == "type":
            help_ = "Write a value of the type: a literal, or a record `{ name: value }`."
            return Diagnostic(self.code, f"Type `{self.name}` used as a value", label, help_)
        if self.kind == "model":
            help_ = f"A model is named in options: `{{ model: {self.name} }}`."
            return Diagnostic(self.code, f"Model `{self.name}` used as a value", label, help_)
        help_ = f"Call it: `{self.name}(…)`."
        return Diagnostic(self.code, f"`{self.name}` used without a call", label, help_)


@dataclass(frozen=True, slots=True)
class StepInPrompt:
    """A model is called, or a list mapped, inside a prompt or another place for plain values."""

    code: ClassVar[str] = "step-in-prompt"
    span: Span
    where: str

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Step inside {self.where}",
            Label(self.span, "only values that exist already may stand here"),
            "Call it in a line of the test: `given … as result`."
            if "test" in self.where
            else "Make it a named value of the program and pass it in.",
        )


@dataclass(frozen=True, slots=True)
class Cycle:
    """Definitions that need one another."""

    code: ClassVar[str] = "cycle"
    kind: str
    path: tuple[str, ...]
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"{self.kind} defined by {'itself' if len(self.path) == 2 else 'one another'}",
            Label(self.span, " -> ".join(self.path)),
            "Nothing calls itself: rounds are a `repeat`, work for each item is a `map`."
            if self.kind == "Program"
            else "Break the circle: something in it must not need the next.",
        )


@dataclass(frozen=True, slots=True)
class EmptyBody:
    """A context or template says nothing."""

    code: ClassVar[str] = "empty-body"
    name: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code, f"`{self.name}` has an empty body", Label(self.span, "no text and no hole")
        )


@dataclass(frozen=True, slots=True)
class UnusedValue:
    """A value is named and never used."""

    code: ClassVar[str] = "unused-value"
    name: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{self.name}` is never used",
            Label(self.span, "nothing reads this"),
            "Use it, return it, or remove it.",
            severity=Severity.WARNING,
            fixes=replace_fix(self.span, f"_{self.name}"),
        )
