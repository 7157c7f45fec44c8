"""The mistakes that a program can make: one class for each, facts first, then words."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import (
    Diagnostic,
    Fix,
    Label,
    Severity,
    did_you_mean,
    rename_fix,
    replace_fix,
    word_fix,
)
from pp_lang.semantics.other_languages import (
    CONSTANTS,
    FUNCTION_WORDS,
    FUNCTIONS,
    GENERIC_TYPES,
    OPTION_WORDS,
    OPTIONS,
    TYPE_WORDS,
    TYPES,
)
from pp_lang.semantics.prelude import BUILTINS
from pp_lang.semantics.ty import Ty, closed_options, plain, show_scalar
from pp_lang.source import Span


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name is used that nothing defines."""

    code: ClassVar[str] = "unknown-name"
    name: str
    span: Span
    visible: tuple[str, ...]
    where: str = ""
    """What it is used in, if that matters: a prompt, a default."""

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
        known = word_fix(CONSTANTS, self.name, self.span)
        return known or rename_fix(self.name, self.span, self.visible)

    def _help(self) -> str | None:
        if self.name in CONSTANTS:
            return f"Write `{CONSTANTS[self.name]}`."
        if self.name == "format":
            return "`format` describes the answer of a template, inside its body only."
        if self.where == "a default":
            return "A default is made of constants; other parameters cannot be used in it."
        return did_you_mean(self.name, self.visible) or _list_help("Names here", self.visible)


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

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Unknown type `{self.name}`",
            Label(self.span, "no type has this name"),
            self._advice()
            or did_you_mean(self.name, self.visible)
            or _list_help("Types here", self.visible),
            fixes=self._fixes(),
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

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Unknown field `{self.name}`",
            Label(self.span, f"`{self.base}` has no such field"),
            self._function()
            or did_you_mean(self.name, self.fields)
            or _list_help("It has", self.fields),
            fixes=rename_fix(self.name, self.span, self.fields),
        )

    def _function(self) -> str | None:
        name = FUNCTION_WORDS.get(self.name, self.name)
        is_function = name in BUILTINS and name not in self.fields
        return f"Functions stand before their values: `{name}(…)`." if is_function else None


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
            did_you_mean(self.name, known) or _list_help("Contexts here", self.visible),
            fixes=rename_fix(self.name, self.span, known),
        )


@dataclass(frozen=True, slots=True)
class UnknownOption:
    """A setting is written that does not exist here."""

    code: ClassVar[str] = "unknown-option"
    name: str
    span: Span
    options: tuple[str, ...]

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Unknown option `{self.name}`",
            Label(self.span, "no option has this name"),
            self._help(),
            fixes=word_fix(OPTION_WORDS, self.name, self.span)
            or rename_fix(self.name, self.span, self.options),
        )

    def _help(self) -> str | None:
        if self.name in OPTION_WORDS:
            return f"Write `{OPTION_WORDS[self.name]}`."
        return (
            OPTIONS.get(self.name)
            or did_you_mean(self.name, self.options)
            or _list_help("Options here", self.options)
        )


@dataclass(frozen=True, slots=True)
class MisplacedOptions:
    """Options stand at a call that asks no model itself."""

    code: ClassVar[str] = "misplaced-options"
    span: Span
    what: str
    help: str | None = None

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Options without a model call",
            Label(self.span, f"{self.what}, so nothing here reads them"),
            self.help
            or "Write options where a template is called, or in a template's or context's head.",
        )


@dataclass(frozen=True, slots=True)
class UnknownModel:
    """A model is named that the file does not declare."""

    code: ClassVar[str] = "unknown-model"
    name: str
    span: Span
    models: tuple[str, ...]

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Unknown model `{self.name}`",
            Label(self.span, "this file declares no such model"),
            did_you_mean(self.name, self.models)
            or f'Declare it: `model {self.name} = "path/to/model.gguf"`.',
            fixes=rename_fix(self.name, self.span, self.models),
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


@dataclass(frozen=True, slots=True)
class TooManyArguments:
    """A call gives more than its callee takes."""

    code: ClassVar[str] = "too-many-arguments"
    callee: str
    span: Span
    parameters: tuple[str, ...]

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        takes = ", ".join(self.parameters) if self.parameters else "nothing"
        return Diagnostic(
            self.code,
            f"Too many arguments for `{self.callee}`",
            Label(self.span, "one too many"),
            f"It takes {takes}.",
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
            did_you_mean(self.name, self.parameters) or _list_help("It takes", self.parameters),
            fixes=rename_fix(self.name, self.span, self.parameters),
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
            did_you_mean(self.name, self.members) or _list_help("Within it", self.members),
            fixes=rename_fix(self.name, self.span, self.members),
        )


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
            "Make it a named value of the program and pass it in.",
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


@dataclass(frozen=True, slots=True)
class BadOptionValue:
    """A setting has a value that it cannot have."""

    code: ClassVar[str] = "bad-option-value"
    name: str
    span: Span
    wanted: str

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Value that `{self.name}` cannot have",
            Label(self.span, f"{self.wanted} is wanted"),
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


def _list_help(intro: str, names: tuple[str, ...]) -> str | None:
    if not names:
        return None
    shown = sorted(names)[:8]
    more = ", …" if len(names) > len(shown) else ""
    return f"{intro}: {', '.join(f'`{name}`' for name in shown)}{more}."
