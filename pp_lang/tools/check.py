"""What there is to say about a program, and the program in the one style."""

from dataclasses import dataclass
from pathlib import Path

from pp_lang.compiler import check_source
from pp_lang.diagnostics import Diagnostic, Severity
from pp_lang.source import SourceFile
from pp_lang.syntax import format_source
from pp_lang.tools.read import read_source


@dataclass(frozen=True, slots=True)
class Checked:
    """One file and what is wrong with it."""

    source: SourceFile
    diagnostics: tuple[Diagnostic, ...]
    """Errors and warnings, in the order of their places."""

    @property
    def has_errors(self) -> bool:
        """True where the program cannot be run."""
        return any(one.severity is Severity.ERROR for one in self.diagnostics)


def check(program: str | Path, name: str = "program.pp") -> Checked:
    """Check a text, or the file at a `Path`. Raises `InputError` where a file cannot be read.

    `name` is what messages call a text.
    """
    return check_file(read_source(program, name))


def check_file(source: SourceFile) -> Checked:
    """Check a text that has a name already. Never raises for what it says."""
    return Checked(source, check_source(source))


def format_text(text: str, name: str = "program.pp") -> str:
    """Return `text` in the one style. Raises `CompileError` where its form is wrong."""
    return format_source(SourceFile(name, text))
