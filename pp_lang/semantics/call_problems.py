"""Calls that do not fit what is called."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import Diagnostic, Label, did_you_mean, rename_fix
from pp_lang.semantics.list_help import list_help
from pp_lang.semantics.option_table import CALL_OPTIONS
from pp_lang.source import Span


@dataclass(frozen=True, slots=True)
class TooManyArguments:
    """A call gives more than its callee takes."""

    code: ClassVar[str] = "too-many-arguments"
    callee: str
    span: Span
    parameters: tuple[str, ...]
    is_record: bool = False
    """True where what is too many looks like options."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        takes = ", ".join(self.parameters) if self.parameters else "nothing"
        return Diagnostic(
            self.code,
            f"Too many arguments for `{self.callee}`",
            Label(self.span, "one too many"),
            f"It takes {takes}. Options follow the call: `{self.callee}(…) {{ … }}`."
            if self.is_record
            else f"It takes {takes}.",
        )


@dataclass(frozen=True, slots=True)
class MissingArgument:
    """A call leaves out what its callee needs."""

    code: ClassVar[str] = "missing-argument"
    callee: str
    missing: tuple[str, ...]
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        names = ", ".join(f"`{name}`" for name in self.missing)
        return Diagnostic(
            self.code,
            f"Missing argument{'s' if len(self.missing) > 1 else ''} for `{self.callee}`",
            Label(self.span, f"without {names}"),
            f"Give {names}.",
        )


@dataclass(frozen=True, slots=True)
class UnknownArgument:
    """A call names a parameter that its callee does not have, or names one twice."""

    code: ClassVar[str] = "unknown-argument"
    callee: str
    name: str
    span: Span
    parameters: tuple[str, ...]
    is_repeated: bool = False

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        if self.is_repeated:
            label = f"`{self.callee}` has this argument already"
            return Diagnostic(
                self.code, f"Argument `{self.name}` given twice", Label(self.span, label)
            )
        return Diagnostic(
            self.code,
            f"Unknown argument `{self.name}`",
            Label(self.span, f"`{self.callee}` has no such parameter"),
            self._option()
            or did_you_mean(self.name, self.parameters)
            or list_help("It takes", self.parameters),
            fixes=rename_fix(self.name, self.span, self.parameters),
        )

    def _option(self) -> str | None:
        callee = self.callee.rpartition(".")[2]
        is_option = self.name in CALL_OPTIONS
        return f"It is an option: `{callee}(…) {{ {self.name}: … }}`." if is_option else None


@dataclass(frozen=True, slots=True)
class MisplacedArgument:
    """An argument without a name stands after one with a name."""

    code: ClassVar[str] = "misplaced-argument"
    callee: str
    span: Span
    free: tuple[str, ...]
    """Parameters that no argument names."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        offer = f"`{self.free[0]}: …`" if len(self.free) == 1 else "`name: …`"
        return Diagnostic(
            self.code,
            f"Argument of `{self.callee}` without a name after one with a name",
            Label(self.span, "its place does not say which parameter it is for"),
            f"Name it as well ({offer}), or put it first.",
        )


@dataclass(frozen=True, slots=True)
class NotCallable:
    """A value is called."""

    code: ClassVar[str] = "not-callable"
    span: Span
    what: str
    help: str | None = None

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Value that cannot be called",
            Label(self.span, f"this is {self.what}"),
            self.help or "Contexts, templates, programs and functions can be called.",
        )


@dataclass(frozen=True, slots=True)
class NeedsContext:
    """Something declared within a context is called without one."""

    code: ClassVar[str] = "needs-context"
    name: str
    parent: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{self.name}` called without its context",
            Label(self.span, f"it is within `{self.parent}`"),
            f"Open the context and call it there: `{self.parent}(…).{self.name}(…)`.",
        )


@dataclass(frozen=True, slots=True)
class NotInContext:
    """A context value is asked for something that is not within it."""

    code: ClassVar[str] = "not-in-context"
    name: str
    context: str
    span: Span
    members: tuple[str, ...]

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{self.name}` is not within `{self.context}`",
            Label(self.span, f"nothing within `{self.context}` has this name"),
            did_you_mean(self.name, self.members) or list_help("Within it", self.members),
            fixes=rename_fix(self.name, self.span, self.members),
        )


@dataclass(frozen=True, slots=True)
class UnknownMode:
    """A reduce says a way of merging that does not exist."""

    code: ClassVar[str] = "unknown-mode"
    name: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Unknown way to reduce `{self.name}`",
            Label(self.span, "expected `flat`, `tree` or `fold`"),
            did_you_mean(self.name, ("flat", "fold", "tree"))
            or "`flat` merges all at once, `tree` in groups, `fold` one after the other.",
            fixes=rename_fix(self.name, self.span, ("flat", "fold", "tree")),
        )


@dataclass(frozen=True, slots=True)
class BadMerge:
    """A reduce names something that cannot merge its items."""

    code: ClassVar[str] = "bad-merge"
    name: str
    span: Span
    reason: str

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code, f"`{self.name}` cannot merge these items", Label(self.span, self.reason)
        )
