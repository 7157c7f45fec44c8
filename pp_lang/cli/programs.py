"""A .pp file on the command line -> its compilation and the program that is meant."""

from pathlib import Path

from pp_lang.api import FileImporter
from pp_lang.cli.read_files import MOST_PROGRAM_BYTES, read_text
from pp_lang.compiler import Compilation, compile_source
from pp_lang.semantics import CheckedProgram
from pp_lang.source import SourceFile

ADVICE = ": name one after the file"


def read_source(path: Path) -> SourceFile:
    """Return the source text of a program file. Raises `InputError`."""
    return SourceFile(str(path), read_text(path, MOST_PROGRAM_BYTES))


def compile_file(path: Path) -> Compilation:
    """Return the compiled program file. Raises `InputError` or `CompileError`."""
    return compile_source(read_source(path), FileImporter(path.parent))


def find_program(compilation: Compilation, name: str | None) -> CheckedProgram:
    """Return the program called `name`; None means `main`, or the only one there is."""
    return compilation.find_program(name, ADVICE)
