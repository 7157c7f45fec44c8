"""Files that are written whole or not at all."""

import os
import tempfile
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
        beside.chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """Return what new files of this process are not allowed; reading it needs setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
