"""The mistakes that can be made with imports."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import Diagnostic, Label, did_you_mean, rename_fix
from pp_lang.source import Span

STD_MODULES = (
    "answers",
    "comparing",
    "grouping",
    "merging",
    "ranking",
    "scores",
    "stopping",
    "texts",
    "voting",
)
"""The modules of the standard library, for the help to a program that imports none."""

_MOST_SHOWN = 3
"""Mistakes of an imported module that stand at its import."""


@dataclass(frozen=True, slots=True)
class ImportNotFound:
    """An import names a module that is not there, or cannot be read."""

    code: ClassVar[str] = "import-not-found"
    wanted: str
    span: Span
    reason: str
    help: str | None = None

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code, f"Cannot import `{self.wanted}`", Label(self.span, self.reason), self.help
        )


@dataclass(frozen=True, slots=True)
class BrokenImport:
    """An imported module has mistakes of its own."""

    code: ClassVar[str] = "broken-import"
    wanted: str
    span: Span
    mistakes: tuple[str, ...]
    """Its mistakes in order, each with its place."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        count = len(self.mistakes)
        many = f"{count} errors" if count != 1 else "an error"
        shown = [*self.mistakes[:_MOST_SHOWN]]
        if count > _MOST_SHOWN:
            shown.append(f"and {count - _MOST_SHOWN} more")
        return Diagnostic(
            self.code,
            f"`{self.wanted}` has {many}",
            Label(self.span, "; ".join(shown)),
            "Put it right first: `pp check` shows all of them.",
        )


@dataclass(frozen=True, slots=True)
class ImportCycle:
    """Modules that import one another."""

    code: ClassVar[str] = "import-cycle"
    path: tuple[str, ...]
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Modules import one another in a circle",
            Label(self.span, " -> ".join(self.path)),
            "Move what both need into a module of its own.",
        )


@dataclass(frozen=True, slots=True)
class UnknownMember:
    """A namespace is asked for what its module does not declare."""

    code: ClassVar[str] = "unknown-member"
    name: str
    namespace: str
    span: Span
    visible: tuple[str, ...]

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        listed = ", ".join(f"`{one}`" for one in self.visible)
        help_ = did_you_mean(self.name, self.visible) or (f"It has {listed}." if listed else None)
        return Diagnostic(
            self.code,
            f"`{self.namespace}` has no `{self.name}`",
            Label(self.span, "the imported module does not declare it"),
            help_,
            fixes=rename_fix(self.name, self.span, self.visible),
        )


@dataclass(frozen=True, slots=True)
class UnknownNamespace:
    """A dotted name begins with what no import is called."""

    code: ClassVar[str] = "unknown-namespace"
    name: str
    span: Span
    visible: tuple[str, ...]

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Unknown namespace `{self.name}`",
            Label(self.span, "no import has this name"),
            did_you_mean(self.name, self.visible) or 'Import it: `import "file.pp" as name`.',
            fixes=rename_fix(self.name, self.span, self.visible),
        )
