"""What stands where nothing of its kind may."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import (
    Diagnostic,
    Label,
    did_you_mean,
    insert_fix,
    rename_fix,
    replace_fix,
    word_fix,
)
from pp_lang.source import Span
from pp_lang.syntax import habits
from pp_lang.syntax.problems.alternatives import any_of

DECLARATIONS = (
    "context", "extern", "import", "model", "program", "template", "test", "type",
)  # fmt: skip
"""The words that declarations begin with, in alphabetical order."""
TEST_LINES = ("answers", "cases", "given", "expect")


@dataclass(frozen=True, slots=True)
class UnexpectedText:
    """Something stands where the grammar has no place for it."""

    code: ClassVar[str] = "unexpected-text"
    found: str
    span: Span
    expected: tuple[str, ...]
    help: str | None = None

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        label = f"expected {any_of(self.expected)}" if self.expected else "has no place here"
        return Diagnostic(
            self.code,
            f"Unexpected {self.found}",
            Label(self.span, label),
            self.help,
            fixes=word_fix(habits.FOUND_WORDS, self.found, self.span),
        )


@dataclass(frozen=True, slots=True)
class UnknownDeclaration:
    """A word stands where a declaration must begin."""

    code: ClassVar[str] = "unknown-declaration"
    word: str
    span: Span
    help: str | None = None

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        listed = any_of(tuple(f"`{word}`" for word in DECLARATIONS))
        return Diagnostic(
            self.code,
            f"Unknown declaration `{self.word}`",
            Label(self.span, "a declaration must begin here"),
            self.help
            or did_you_mean(self.word, DECLARATIONS)
            or f"A file holds declarations: {listed}.",
            fixes=() if self.help else rename_fix(self.word, self.span, DECLARATIONS),
        )


@dataclass(frozen=True, slots=True)
class UnexpectedEnd:
    """The file ends inside something."""

    code: ClassVar[str] = "unexpected-end"
    span: Span
    expected: tuple[str, ...]

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Unexpected end of the file",
            Label(self.span, f"expected {any_of(self.expected)} after this"),
        )


@dataclass(frozen=True, slots=True)
class UnknownOperator:
    """An operator of another language."""

    code: ClassVar[str] = "unknown-operator"
    found: str
    span: Span
    help: str

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        title, label = f"Unknown operator `{self.found}`", "means nothing here"
        return Diagnostic(self.code, title, Label(self.span, label), self.help)


@dataclass(frozen=True, slots=True)
class ReservedWord:
    """A word of the language is used as a name."""

    code: ClassVar[str] = "reserved-word"
    word: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{self.word}` as a name",
            Label(self.span, "a word of the language"),
            "Choose another name.",
        )


@dataclass(frozen=True, slots=True)
class MisplacedWord:
    """A word that begins something stands where that cannot begin."""

    code: ClassVar[str] = "misplaced-word"
    word: str
    where: str
    span: Span
    help: str

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        title = f"`{self.word}` {self.where}"
        return Diagnostic(self.code, title, Label(self.span, "has no place here"), self.help)


@dataclass(frozen=True, slots=True)
class QuotedName:
    """A name in quotes, as JSON writes it."""

    code: ClassVar[str] = "quoted-name"
    name: str
    """What stands between the quotes."""
    inside: Span
    """Where that is."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        whole = Span(self.inside.start - 1, self.inside.end + 1)
        if self.name.isidentifier():
            help_, fixes = f"Write it alone: `{self.name}: …`.", replace_fix(whole, self.name)
        else:
            help_, fixes = "A name is one word of letters, digits and `_`: `my_name: …`.", ()
        label = Label(whole, "names stand without quotes")
        return Diagnostic(self.code, "Name in quotes", label, help_, fixes=fixes)


@dataclass(frozen=True, slots=True)
class WrongMark:
    """One sign stands where another belongs: `=` for `:`, `:` for `=`, `=` for `==`."""

    code: ClassVar[str] = "wrong-mark"
    found: str
    wanted: str
    span: Span
    help: str

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        title = f"`{self.found}` in place of `{self.wanted}`"
        label = f"`{self.wanted}` belongs here"
        text = f" {self.wanted}" if self.wanted == "->" else self.wanted
        fixes = replace_fix(self.span, text)
        return Diagnostic(self.code, title, Label(self.span, label), self.help, fixes=fixes)


@dataclass(frozen=True, slots=True)
class MissingMark:
    """A sign or a word between two parts is left out."""

    code: ClassVar[str] = "missing-mark"
    mark: str
    span: Span
    help: str | None = None
    after: int | None = None
    """The end of what stands before it, where the mark alone is missing."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        label = f"`{self.mark}` must come before this"
        help_ = self.help or f"Write `{self.mark}` here."
        # Where nothing separates the two, the mark alone would not either.
        text = self.mark if self.after != self.span.start else f"{self.mark} "
        fixes = insert_fix(self.after, text) if self.after is not None else ()
        title = f"Missing `{self.mark}`"
        return Diagnostic(self.code, title, Label(self.span, label), help_, fixes=fixes)


@dataclass(frozen=True, slots=True)
class TooDeeplyNested:
    """Something is nested deeper than the compiler follows."""

    code: ClassVar[str] = "too-deeply-nested"
    span: Span
    limit: int

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Nesting too deep",
            Label(self.span, f"more than {self.limit} levels"),
            "Name a part of it as a value of its own.",
        )
