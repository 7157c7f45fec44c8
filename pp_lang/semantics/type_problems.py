"""Values of the wrong type, and types that cannot be."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import Diagnostic, Label, did_you_mean
from pp_lang.semantics.ty import Ty, closed_options, plain, show_scalar
from pp_lang.source import Span


@dataclass(frozen=True, slots=True)
class MissingValue:
    """Something is done with a value that may be none."""

    code: ClassVar[str] = "possibly-none"
    span: Span
    ty: Ty

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Value that may be none",
            Label(self.span, f"this is `{self.ty}`"),
            "Ask first (`if x != none: … else: …`) or give another value with `default(x, …)`.",
        )


@dataclass(frozen=True, slots=True)
class WrongType:
    """A value stands where another type is wanted."""

    code: ClassVar[str] = "wrong-type"
    span: Span
    given: Ty
    wanted: str
    help: str | None = None

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Wrong type",
            Label(self.span, f"this is `{self.given}`, but {self.wanted} is wanted"),
            self.help,
        )


@dataclass(frozen=True, slots=True)
class WrongOperand:
    """An operator stands between values that it has no meaning for."""

    code: ClassVar[str] = "wrong-operand"
    op: str
    span: Span
    operands: tuple[Ty, ...]
    help: str | None = None

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        listed = " and ".join(f"`{ty}`" for ty in self.operands)
        return Diagnostic(
            self.code,
            f"`{self.op}` has no meaning here",
            Label(self.span, f"not defined for {listed}"),
            self.help,
        )


@dataclass(frozen=True, slots=True)
class NeverEqual:
    """Two values are compared that can never be equal."""

    code: ClassVar[str] = "never-equal"
    span: Span
    left: Ty
    right: Ty

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Values that can never be equal",
            Label(self.span, f"`{self.left}` and `{self.right}` have no value in common"),
            self._suggestion(),
        )

    def _suggestion(self) -> str | None:
        for one, other in ((self.left, self.right), (self.right, self.left)):
            literal = closed_options(plain(one))
            options = closed_options(plain(other))
            if literal and len(literal) == 1 and isinstance(literal[0], str) and options:
                names = tuple(option for option in options if isinstance(option, str))
                listed = ", ".join(show_scalar(option) for option in options)
                return did_you_mean(literal[0], names) or f"It is one of {listed}."
        return None


@dataclass(frozen=True, slots=True)
class NotAList:
    """Something is used as a list that is none."""

    code: ClassVar[str] = "not-a-list"
    span: Span
    given: Ty
    user: str
    help: str | None = None

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{self.user}` without a list",
            Label(self.span, f"this is `{self.given}`, but a list is wanted"),
            self.help,
        )


@dataclass(frozen=True, slots=True)
class BadTypeArgument:
    """A type is limited in a way that it does not have, or that makes no sense."""

    code: ClassVar[str] = "bad-type-argument"
    span: Span
    reason: str
    help: str | None = None

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code, "Limit that does not fit the type", Label(self.span, self.reason), self.help
        )


@dataclass(frozen=True, slots=True)
class TypeTooLarge:
    """A type is made of more parts, or more deeply, than can be followed."""

    code: ClassVar[str] = "type-too-large"
    name: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Type `{self.name}` is too large",
            Label(self.span, "with all the types inside it"),
            "Ask for less in one answer.",
        )


@dataclass(frozen=True, slots=True)
class BadTypeForOutput:
    """A template's answer has a type that a model cannot write."""

    code: ClassVar[str] = "bad-output-type"
    span: Span
    ty: Ty

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Answer that a model cannot write",
            Label(self.span, f"`{self.ty}` holds a context or an answer"),
            "An answer is text, numbers, truth values, and lists and records of them.",
        )
