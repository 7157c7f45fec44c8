"""Program files that a command changes: written whole or not at all, and shown as a diff."""

import os
import tempfile
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from pp_lang.errors import InputError


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, then put it in its place: no reader ever sees half of it.

    Raises `InputError` where that is not allowed or fails.
    """
    try:
        _replace(path.resolve(), data)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror or error}") from error


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        beside.chmod(path.stat().st_mode)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def diff_lines(name: str, before: str, after: str, what: str) -> Iterator[str]:
    """Yield the lines of a unified diff; `what` names the second side; line ends do not count."""
    old, new = (
        [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
        for text in (before, after)
    )
    return unified_diff(old, new, name, f"{name} ({what})", lineterm="")
