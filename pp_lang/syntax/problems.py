"""The mistakes that the form of a file can have."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import Diagnostic, Label, did_you_mean
from pp_lang.source import Span

DECLARATIONS = ("context", "model", "program", "template", "type")


@dataclass(frozen=True, slots=True)
class UnexpectedText:
    """Something stands where the grammar has no place for it."""

    code: ClassVar[str] = "unexpected-text"
    found: str
    span: Span
    expected: tuple[str, ...]

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Unexpected {self.found}",
            Label(self.span, f"expected {_any_of(self.expected)}" if self.expected else "not here"),
        )


@dataclass(frozen=True, slots=True)
class UnknownDeclaration:
    """A word stands where a declaration must begin."""

    code: ClassVar[str] = "unknown-declaration"
    word: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        listed = _any_of(tuple(f"`{word}`" for word in DECLARATIONS))
        return Diagnostic(
            self.code,
            f"Unknown declaration `{self.word}`",
            Label(self.span, "a declaration must begin here"),
            did_you_mean(self.word, DECLARATIONS) or f"A file holds declarations: {listed}.",
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
            Label(self.span, f"expected {_any_of(self.expected)}"),
        )


@dataclass(frozen=True, slots=True)
class UnclosedBody:
    """A triple quote opens a body that nothing closes."""

    code: ClassVar[str] = "unclosed-body"
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Unclosed body",
            Label(self.span, "opened here, never closed"),
            'Close it with `"""`.',
        )


@dataclass(frozen=True, slots=True)
class UnclosedTag:
    """A `{% for %}` or `{% if %}` has no `{% end %}`."""

    code: ClassVar[str] = "unclosed-tag"
    tag: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{{% {self.tag} %}}` without its end",
            Label(self.span, "opened here, never ended"),
            "Write `{% end %}` where it ends.",
        )


@dataclass(frozen=True, slots=True)
class UnclosedString:
    """A string has no closing quote on its line."""

    code: ClassVar[str] = "unclosed-string"
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Unclosed string",
            Label(self.span, "no closing quote on this line"),
            'End the string with `"`; a line break in a string is written `\\n`.',
        )


@dataclass(frozen=True, slots=True)
class SingleQuotes:
    """A string is written with single quotes."""

    code: ClassVar[str] = "single-quotes"
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "String in single quotes",
            Label(self.span, "strings stand in double quotes"),
            'Write `"…"`.',
        )


@dataclass(frozen=True, slots=True)
class UnknownEscape:
    """A backslash in a string is followed by something that has no meaning."""

    code: ClassVar[str] = "unknown-escape"
    written: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Unknown escape `{self.written}`",
            Label(self.span, "means nothing in a string"),
            'Known are `\\n`, `\\t`, `\\r`, `\\"`, `\\\\` and `\\u` with four hex digits.',
        )


@dataclass(frozen=True, slots=True)
class NumberTooLarge:
    """A number has more digits than can be kept exactly."""

    code: ClassVar[str] = "number-too-large"
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Number too large",
            Label(self.span, "more than 18 digits, or beyond what a float holds"),
        )


@dataclass(frozen=True, slots=True)
class MisplacedElse:
    """An `{% else %}` is followed by another arm."""

    code: ClassVar[str] = "misplaced-else"
    span: Span
    earlier: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Arm after `{% else %}`",
            Label(self.span, "can never be shown"),
            "Let `{% else %}` be the last arm of its `{% if %}`.",
            (Label(self.earlier, "this already takes everything else"),),
        )


@dataclass(frozen=True, slots=True)
class MissingReturn:
    """A block ends without the value that it stands for."""

    code: ClassVar[str] = "missing-return"
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Block without a result",
            Label(self.span, "`return` must come before this"),
            "End the block with `return` and the value that it gives.",
        )


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


def _any_of(words: tuple[str, ...]) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} or {words[-1]}"
