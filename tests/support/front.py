"""Short ways from program text to what the compiler makes of it."""

from pathlib import Path

from pp_lang.api import FileImporter
from pp_lang.compiler import Compilation, check_source, compile_source, diagnose_graphs
from pp_lang.diagnostics import Diagnostic, render_text
from pp_lang.graph import Region
from pp_lang.source import SourceFile

LINTS = (
    "data-in-system-turn",
    "dependent-items",
    "format-not-shown",
    "hole-before-shared-text",
    "reduce-cannot-fit",
    "unused-declaration",
)


def compiled(text: str) -> Compilation:
    """Return the compiled text, which must have no mistakes."""
    return compile_source(SourceFile("test.pp", text))


def region(text: str, program: str = "main") -> Region:
    """Return the graph of one program of the text."""
    return compiled(text).region(program)


def diagnose(text: str) -> tuple[Diagnostic, ...]:
    """Return all that there is to say about the text."""
    return check_source(SourceFile("test.pp", text))


def codes(text: str) -> list[str]:
    """Return the codes of all diagnostics, in order.

    Lints are left out: the small programs of tests are full of them.
    """
    return [one.code for one in diagnose(text) if one.code not in LINTS]


def messages_of(path: Path) -> str:
    """Return all diagnostics of a file as a terminal shows them, those of its graphs included."""
    source = SourceFile(path.name, path.read_bytes().decode("utf-8"))
    found = diagnose_graphs(source, FileImporter(path.parent))
    return "".join(f"{render_text(one, source)}\n\n" for one in found)
