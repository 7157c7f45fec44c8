"""The mistakes that can be made with functions, matches and rounds."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import Diagnostic, Label, Severity, did_you_mean
from pp_lang.semantics.subtypes import is_assignable
from pp_lang.semantics.ty import FunctionTy, Ty, closed_options, plain
from pp_lang.semantics.type_variables import variables_in
from pp_lang.source import Span

_TYPES = ("bool", "float", "int", "list", "text")


@dataclass(frozen=True, slots=True)
class MisplacedFunction:
    """A function is written where a value is wanted."""

    code: ClassVar[str] = "misplaced-function"
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Function where a value is wanted",
            Label(self.span, "only an argument can be a function"),
            "Give it to a program whose parameter has a function type, such as `by: (T) -> text`.",
        )


@dataclass(frozen=True, slots=True)
class WrongFunction:
    """An argument is not the function that the parameter wants."""

    code: ClassVar[str] = "wrong-function"
    span: Span
    given: Ty | None
    wanted: FunctionTy
    num_params: int = 0
    """How many parameters it has, where that alone is wrong."""
    is_set_by_values: bool = False
    """Whether the values of the call say what is wanted."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{self.wanted}` is wanted here",
            Label(self.span, self._label()),
            self._help(),
        )

    def _label(self) -> str:
        if self.given is None:
            takes = f"{self.num_params} value{'s' if self.num_params != 1 else ''}"
            return f"this function takes {takes}, not {len(self.wanted.params)}"
        if isinstance(self.given, FunctionTy) and len(self.given.params) == len(self.wanted.params):
            return f"this gives `{self.given.result}`"
        return f"this is `{self.given}`"

    def _help(self) -> str | None:
        if isinstance(self.given, FunctionTy):
            return self._wider_start(self.given.result) if self.is_set_by_values else None
        names = "xyzuvw"[: len(self.wanted.params)]
        params = names if len(names) == 1 else f"({', '.join(names)})"
        return f"Write one out, `{params} => …`, or name a template, program or function."

    def _wider_start(self, result: Ty) -> str | None:
        """Return how the values of the call can be of the type that the function gives."""
        if not is_assignable(self.wanted.result, result):
            return None
        declares = "declares it" if variables_in(result) else f"is declared `-> {result}`"
        return f"Call it with a value of the wider type, as a program gives that {declares}."


@dataclass(frozen=True, slots=True)
class BadTypeForFunction:
    """A function type stands where only the parameter of a program may have one."""

    code: ClassVar[str] = "bad-type-for-function"
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Function type outside a program's parameters",
            Label(self.span, "values are no functions"),
            "Only a parameter of a program can be a function.",
        )


@dataclass(frozen=True, slots=True)
class OpenType:
    """A type parameter that no argument of a call says anything about."""

    code: ClassVar[str] = "open-type"
    name: str
    callee: str
    span: Span
    has_parameter: bool = False
    """Whether the type of a parameter speaks of it."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        help_ = "Give a parameter whose type speaks of it."
        if self.has_parameter:
            known = "a value of a known type, as a program gives that is declared `-> list[text]`"
            help_ = f"Call it with {known}."
        return Diagnostic(
            self.code,
            f"`{self.name}` of `{self.callee}` can be anything",
            Label(self.span, "no argument says which type it is"),
            help_,
        )


@dataclass(frozen=True, slots=True)
class MissingCases:
    """A match that leaves out values that its subject can have."""

    code: ClassVar[str] = "missing-cases"
    span: Span
    missing: tuple[Ty, ...]

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        listed = ", ".join(f"`{one}`" for one in self.missing[:4])
        more = ", …" if len(self.missing) > 4 else ""
        return Diagnostic(
            self.code,
            "A match must name every case",
            Label(self.span, f"no case for {listed}{more}"),
            "Add the cases that are missing, or an `else:`.",
        )


@dataclass(frozen=True, slots=True)
class UnreachableCase:
    """A case that no value can come to."""

    code: ClassVar[str] = "unreachable-case"
    span: Span
    subject: Ty | None
    """What is matched, where it never has such a value; None where cases above took them all."""
    value: object = None
    """The constant that it never is, if the case names one."""
    name: str | None = None
    """A name that takes every value in a case above, and looks like a text or a type."""
    takes_all: bool = True
    """Whether the cases above take every value, and not just those of this pattern."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        if self.subject is None and self.takes_all:
            label = "the cases above take every value"
        elif self.subject is None:
            label = "what stands above takes all that it matches"
        else:
            label = f"`{self.subject}` has no such value"
        return Diagnostic(
            self.code,
            "This case is never chosen",
            Label(self.span, label),
            self._help(),
            severity=Severity.ERROR if self._is_wrong else Severity.WARNING,
        )

    @property
    def _is_wrong(self) -> bool:
        return self.subject is not None or self.name is not None

    def _help(self) -> str:
        if self.name in _TYPES:
            return (
                f"`{self.name}` is a name here, for any value: a case asks for values, not types."
            )
        if self.name is not None:
            return f'`{self.name}` is a name here, for any value; a text is `"{self.name}"`.'
        return nearest_text(self.value, self.subject) or "Take it out."


def nearest_text(value: object, subject: Ty | None) -> str | None:
    """Return the text among the values of `subject` that `value` may be meant to be."""
    options = closed_options(plain(subject)) if subject is not None else None
    texts = [one for one in options or () if isinstance(one, str)]
    return did_you_mean(value, texts) if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class NameAmongPatterns:
    """A name bound by one of several patterns of a case."""

    code: ClassVar[str] = "name-among-patterns"
    name: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{self.name}` would not always have a value",
            Label(self.span, "another pattern of this case does not bind it"),
            "Write a case of its own for this pattern, or `_` in place of the name.",
        )
