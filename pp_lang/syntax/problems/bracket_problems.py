"""What is opened and not closed, or closed and not opened."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import (
    Diagnostic,
    Label,
)
from pp_lang.source import Span


@dataclass(frozen=True, slots=True)
class Unclosed:
    """A bracket, a hole, a tag or a comment is opened and not closed."""

    code: ClassVar[str] = "unclosed"
    opening: str
    closing: str
    span: Span
    before: Span | None = None
    """What showed that it is open; None for the end of the file."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        related: tuple[Label, ...] = ()
        if self.before is not None:
            related = (Label(self.before, f"`{self.closing}` must come before this"),)
        return Diagnostic(
            self.code,
            f"Unclosed `{self.opening}`",
            Label(self.span, "opened here, never closed"),
            f"Close it with `{self.closing}`.",
            related,
        )


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A bracket closes what nothing opened."""

    code: ClassVar[str] = "unmatched"
    found: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Unmatched `{self.found}`",
            Label(self.span, "nothing is open here that it could close"),
            "Remove it, or open what it closes.",
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
