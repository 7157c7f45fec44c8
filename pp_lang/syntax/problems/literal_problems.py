"""Texts and numbers that cannot be read."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import (
    Diagnostic,
    Edit,
    Fix,
    Label,
)
from pp_lang.source import Span


@dataclass(frozen=True, slots=True)
class WrongQuotes:
    """A string is written with quotes of another kind."""

    code: ClassVar[str] = "wrong-quotes"
    kind: str
    span: Span
    is_closed: bool = False
    """True where the same kind of quote ends it on its line, and it holds no `"`."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"String in {self.kind} quotes",
            Label(self.span, "strings stand in straight double quotes"),
            'Write `"…"`, and join values with `+`.' if self.kind == "slanted" else 'Write `"…"`.',
            fixes=self._fixes() if self.is_closed else (),
        )

    def _fixes(self) -> tuple[Fix, ...]:
        first = Span(self.span.start, self.span.start + 1)
        last = Span(self.span.end - 1, self.span.end)
        return (Fix('Write `"…"`', (Edit(first, '"'), Edit(last, '"')), is_safe=True),)


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
