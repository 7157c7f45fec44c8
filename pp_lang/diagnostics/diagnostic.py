"""A message about a program, as plain data."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from pp_lang.diagnostics.fix import Fix
from pp_lang.source import SourceFile, Span


class Severity(StrEnum):
    """How much a diagnostic matters: an error stops the program, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Label:
    """A place in the source and what is to be said at it."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message: what is wrong, where, and one thing to do about it."""

    code: str
    """Stable name in kebab-case, such as `unknown-name`."""
    title: str
    """A short noun phrase without a full stop."""
    label: Label
    help: str | None = None
    """One action that the reader can take now."""
    related: tuple[Label, ...] = ()
    """Other places that belong to the message, such as the first of two definitions."""
    severity: Severity = Severity.ERROR
    fixes: tuple[Fix, ...] = ()
    """Changes of the text that put it right, the most likely one first."""
    source: SourceFile | None = None
    """The file that it is about, where that is not the one that was checked: an imported one."""


class Problem(Protocol):
    """A mistake as data; each kind knows how to say itself."""

    def diagnostic(self) -> Diagnostic:
        """Return the message for this mistake."""
        ...
