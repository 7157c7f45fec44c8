"""What the lints find: one class for each, facts first, then words."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import Diagnostic, Edit, Fix, Label, Severity, replace_fix
from pp_lang.source import Span


@dataclass(frozen=True, slots=True)
class UnusedDeclaration:
    """Something is declared and never used."""

    code: ClassVar[str] = "unused-declaration"
    kind: str
    name: str
    span: Span
    whole: Span | None
    """All of the declaration; None for a parameter, which calls may name."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        fixes: tuple[Fix, ...] = ()
        if self.whole is not None:
            fixes = (Fix("Remove it", (Edit(self.whole, ""),), is_safe=False),)
        return Diagnostic(
            self.code,
            f"The {self.kind} `{self.name}` is never used",
            Label(self.span, "nothing reads this"),
            f"Use it, remove it, or call it `_{self.name}`.",
            severity=Severity.WARNING,
            fixes=fixes,
        )


@dataclass(frozen=True, slots=True)
class HoleBeforeSharedText:
    """A part of a prompt that differs from call to call stands before text that does not."""

    code: ClassVar[str] = "hole-before-shared-text"
    span: Span
    num_chars: int
    fix: Fix | None

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Changing text before text that stays the same",
            Label(self.span, f"{self.num_chars} characters after this are the same in every call"),
            "Put it after them: a model reads only once what calls have in common at their start.",
            severity=Severity.WARNING,
            fixes=(self.fix,) if self.fix else (),
        )


@dataclass(frozen=True, slots=True)
class SingleBraces:
    """A parameter's name stands in single braces, which are text like any other."""

    code: ClassVar[str] = "single-braces"
    name: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        wanted = f"{{{{ {self.name} }}}}"
        return Diagnostic(
            self.code,
            f"`{self.name}` in single braces",
            Label(self.span, "the model sees this as it is written"),
            f"Write `{wanted}` to show the value.",
            severity=Severity.WARNING,
            fixes=replace_fix(self.span, wanted, is_safe=False),
        )


@dataclass(frozen=True, slots=True)
class FormatNotShown:
    """A model must answer with a record and is told neither its form nor its fields."""

    code: ClassVar[str] = "format-not-shown"
    template: str
    span: Span
    fields: tuple[str, ...]

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        listed = ", ".join(f"`{name}`" for name in self.fields[:4])
        return Diagnostic(
            self.code,
            f"`{self.template}` never says what its answer looks like",
            Label(self.span, f"the prompt names none of {listed}"),
            "Write `{{ format }}` where the prompt asks for the answer.",
            severity=Severity.WARNING,
        )


@dataclass(frozen=True, slots=True)
class DataInSystemTurn:
    """Text from outside is put where a model takes orders."""

    code: ClassVar[str] = "data-in-system-turn"
    name: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Free text `{self.name}` in a system turn",
            Label(self.span, "a model obeys what stands here"),
            "Move it to a `{% user %}` turn, or allow it if nobody else can write it.",
            severity=Severity.WARNING,
        )


@dataclass(frozen=True, slots=True)
class DependentItems:
    """The prompt of a mapped template speaks of other items, which it does not see."""

    code: ClassVar[str] = "dependent-items"
    template: str
    words: str
    span: Span
    mapped: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{self.template}` is mapped, but speaks of other items",
            Label(self.span, f"no call sees the {self.words}"),
            "Give it what it needs as a parameter, or merge the items with `reduce … by fold`.",
            (Label(self.mapped, "each item is answered alone here"),),
            Severity.WARNING,
        )


@dataclass(frozen=True, slots=True)
class ReduceCannotFit:
    """Any number of texts of any length is to be merged in one prompt."""

    code: ClassVar[str] = "reduce-cannot-fit"
    name: str
    span: Span
    mode: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{self.name}` may not fit into one prompt",
            Label(self.span, "any number of texts of any length"),
            "Merge in groups (`by tree`), or limit the list with `max_items` and `max_chars`.",
            (Label(self.mode, "all of them are shown at once"),),
            Severity.WARNING,
            (Fix("Write `tree`", (Edit(self.mode, "tree"),), is_safe=False),),
        )


@dataclass(frozen=True, slots=True)
class UnknownCode:
    """A comment allows something that no message is called."""

    code: ClassVar[str] = "unknown-code"
    name: str
    span: Span
    nearest: str | None

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        help_ = "`pp explain` lists all codes."
        if self.nearest is not None:
            help_ = f"Did you mean `{self.nearest}`?"
        return Diagnostic(
            self.code,
            f"Unknown code `{self.name}`",
            Label(self.span, "no message is called that, so nothing is allowed here"),
            help_,
            severity=Severity.WARNING,
            fixes=replace_fix(self.span, self.nearest) if self.nearest else (),
        )
