"""Program files as they are named on the command line: files, folders, standard input."""

import codecs
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pp_lang.cli.read_files import MOST_PROGRAM_BYTES, decode_text, read_bytes
from pp_lang.errors import InputError, PPError
from pp_lang.source import SourceFile
from pp_lang.tools import program_files

STDIN = Path("-")


@dataclass(frozen=True, slots=True)
class ProgramText:
    """The text of a file, its line ends as they are."""

    path: Path
    source: SourceFile
    has_mark: bool
    """True where the file begins with a byte-order mark, which the text leaves out."""

    def encode(self, text: str) -> bytes:
        """Return the bytes of a changed text, in the form of the file."""
        return (codecs.BOM_UTF8 if self.has_mark else b"") + text.encode()


def find_program_files(path: Path) -> list[Path]:
    """Return `path`, or the `.pp` files of a folder in order, hidden folders left out.

    Raises `InputError` for a folder without one.
    """
    if path == STDIN or not path.is_dir():
        return [path]
    found = sorted(program_files(path))
    if not found:
        raise InputError(f"{path}: no .pp file in this folder", hint="Name a program file.")
    return found


def find_all_program_files(paths: Iterable[Path], failed: list[PPError]) -> Iterator[Path]:
    """Yield the program files that `paths` stand for, each once; what fails goes to `failed`."""
    for path in dict.fromkeys(paths):
        try:
            yield from find_program_files(path)
        except InputError as error:
            failed.append(error)


def read_program(path: Path) -> ProgramText:
    """Return the text of a program file, or of standard input for `-`. Raises `InputError`."""
    is_stdin = path == STDIN
    data = _read_stdin() if is_stdin else read_bytes(path, MOST_PROGRAM_BYTES)
    name = "<stdin>" if is_stdin else str(path)
    source = SourceFile(name, decode_text(data, Path(name)))
    return ProgramText(path, source, data.startswith(codecs.BOM_UTF8))


def _read_stdin() -> bytes:
    if sys.stdin is None:
        raise InputError("standard input is closed", hint="Name a file.")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise InputError(f"standard input cannot be read: {error.strerror or error}") from error
