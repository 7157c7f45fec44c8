"""Files to source texts."""

from pathlib import Path

from pp_lang.errors import InputError
from pp_lang.source import SourceFile


def read_source(program: str | Path, name: str) -> SourceFile:
    """Return a text under `name`, or the file at a path. Raises `InputError`."""
    if isinstance(program, str):
        return SourceFile(name, program)
    try:
        return SourceFile(str(program), program.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(f"{program} is not UTF-8 text: byte {error.start} is wrong") from None
    except OSError as error:
        raise InputError(f"cannot read {program}: {error.strerror or error}") from None
