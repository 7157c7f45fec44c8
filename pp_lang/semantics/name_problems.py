"""Names that nothing defines, or that more than one thing has."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import (
    Diagnostic,
    Fix,
    Label,
    did_you_mean,
    rename_fix,
    replace_fix,
    word_fix,
)
from pp_lang.semantics.list_help import list_help
from pp_lang.semantics.other_languages import (
    CONSTANTS,
    FUNCTION_WORDS,
    FUNCTIONS,
    GENERIC_TYPES,
    NAMES,
    TYPE_WORDS,
    TYPES,
)
from pp_lang.semantics.prelude import BUILTINS
from pp_lang.semantics.ty import ListTy, Ty, plain
from pp_lang.source import Span

SCORES = ("entropy", "log_likelihood", "logprob", "probabilities", "probability", "raw", "tokens")
"""What can be asked of an answer."""


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name is used that nothing defines."""

    code: ClassVar[str] = "unknown-name"
    name: str
    span: Span
    visible: tuple[str, ...]
    where: str = ""
    """What it is used in, if that matters: a prompt, a default."""
    owner: str = ""
    """What the prompt is within, where that has a parameter of this name."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Unknown name `{self.name}`",
            Label(self.span, "nothing here has this name"),
            self._help(),
            fixes=self._fixes(),
        )

    def _fixes(self) -> tuple[Fix, ...]:
        if self.where == "a default" or self.name == "format":
            return ()
        if self.owner or self.name in NAMES:
            return ()
        known = word_fix(CONSTANTS, self.name, self.span)
        return known or rename_fix(self.name, self.span, self.visible)

    def _help(self) -> str | None:
        if self.name in CONSTANTS:
            return f"Write `{CONSTANTS[self.name]}`."
        if self.name == "format":
            return "`format` describes the answer of a template, inside its body only."
        if self.where == "a default":
            return "A default is made of constants; other parameters cannot be used in it."
        if self.owner:
            return (
                f"It is a parameter of `{self.owner}`, whose text stands before this one already. "
                "To show it here again, take it as a parameter too."
            )
        return (
            NAMES.get(self.name)
            or did_you_mean(self.name, self.visible)
            or list_help("Names here", self.visible)
        )


@dataclass(frozen=True, slots=True)
class UnknownFunction:
    """Something is called that does not exist."""

    code: ClassVar[str] = "unknown-function"
    name: str
    span: Span
    visible: tuple[str, ...]

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Unknown function `{self.name}`",
            Label(self.span, "no context, template, program or function has this name"),
            FUNCTIONS.get(self.name) or did_you_mean(self.name, self.visible),
            fixes=self._fixes(),
        )

    def _fixes(self) -> tuple[Fix, ...]:
        if self.name in FUNCTIONS:
            return word_fix(FUNCTION_WORDS, self.name, self.span)
        return rename_fix(self.name, self.span, self.visible)


@dataclass(frozen=True, slots=True)
class UnknownType:
    """A type is named that nothing defines."""

    code: ClassVar[str] = "unknown-type"
    name: str
    span: Span
    visible: tuple[str, ...]
    is_generic: bool = False
    """True where the type of its items follows in brackets."""
    is_member: bool = False
    """True where it stands beside others, as the options of a closed set do."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Unknown type `{self.name}`",
            Label(self.span, "no type has this name"),
            self._advice()
            or did_you_mean(self.name, self.visible)
            or self._as_text()
            or self._as_parameter()
            or list_help("Types here", self.visible),
            fixes=self._fixes(),
        )

    def _as_text(self) -> str | None:
        is_text = self.is_member and not self.name[:1].isupper()
        return f'A text stands in quotes: `"{self.name}"`.' if is_text else None

    def _as_parameter(self) -> str | None:
        is_one = len(self.name) == 1 and self.name.isupper()
        return (
            f"Name it after the program's name: `program name[{self.name}](…)`." if is_one else None
        )

    def _advice(self) -> str | None:
        table = GENERIC_TYPES if self.is_generic else TYPES
        return table.get(self.name.lower())

    def _fixes(self) -> tuple[Fix, ...]:
        advice = self._advice()
        if self.is_generic:
            return replace_fix(self.span, "list") if advice == GENERIC_TYPES["list"] else ()
        if advice is not None:
            word = TYPE_WORDS.get(self.name.lower())
            return replace_fix(self.span, word) if word is not None else ()
        return rename_fix(self.name, self.span, self.visible)


@dataclass(frozen=True, slots=True)
class UnknownField:
    """A field is read that the value does not have."""

    code: ClassVar[str] = "unknown-field"
    name: str
    span: Span
    base: Ty
    fields: tuple[str, ...]
    callable: tuple[str, ...] = ()
    """The templates and contexts that can be called on the value."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Unknown field `{self.name}`",
            Label(self.span, f"`{self.base}` has no such field"),
            self._function()
            or self._score()
            or self._call()
            or did_you_mean(self.name, self.fields)
            or list_help("It has", self.fields),
            fixes=rename_fix(self.name, self.span, self.fields),
        )

    def _call(self) -> str | None:
        is_one = self.name in self.callable
        return f"It is called: `.{self.name}(…)`." if is_one else None

    def _score(self) -> str | None:
        """Say of whom a score can be asked, where this is no answer."""
        if self.name not in SCORES or "logprob" in self.fields:
            return None
        if isinstance(plain(self.base), ListTy):
            return f"Ask it of one item: `map answer in answers: answer.{self.name}`."
        return "Only what a template answered has scores, as it came."

    def _function(self) -> str | None:
        name = FUNCTION_WORDS.get(self.name, self.name)
        is_function = name in BUILTINS and name not in self.fields
        return f"Functions stand before their values: `{name}(…)`." if is_function else None


@dataclass(frozen=True, slots=True)
class UnknownContext:
    """A declaration is `within` a context that nothing defines."""

    code: ClassVar[str] = "unknown-context"
    name: str
    span: Span
    visible: tuple[str, ...]
    templates: tuple[str, ...] = ()
    """What it could also be within."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        known = (*self.visible, *self.templates)
        return Diagnostic(
            self.code,
            f"Unknown context `{self.name}`",
            Label(self.span, "no context has this name"),
            did_you_mean(self.name, known) or list_help("Contexts here", self.visible),
            fixes=rename_fix(self.name, self.span, known),
        )


@dataclass(frozen=True, slots=True)
class DuplicateName:
    """A name is defined twice where both are visible."""

    code: ClassVar[str] = "duplicate-name"
    name: str
    span: Span
    earlier: Span | None

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Name `{self.name}` defined twice",
            Label(self.span, "defined again here"),
            "A name stands for one value everywhere it is visible; choose another.",
            (Label(self.earlier, "first defined here"),) if self.earlier else (),
        )


@dataclass(frozen=True, slots=True)
class ReservedName:
    """A name is defined that the language uses itself."""

    code: ClassVar[str] = "reserved-name"
    name: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Name `{self.name}` belongs to the language",
            Label(self.span, "cannot be defined"),
            "Choose another name.",
        )
