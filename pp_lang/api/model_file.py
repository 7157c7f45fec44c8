"""Which file a stored fact is about: its content, and how that is known again quickly."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pp_lang.errors import ModelError


@dataclass(frozen=True, slots=True)
class ModelFileId:
    """A model file by its content."""

    sha256: str
    size_bytes: int
    path: str
    """Where it was; a file elsewhere with the same content is the same model."""
    changed_ns: int
    """When it was changed last."""


def identify(path: Path) -> ModelFileId:
    """Return the identity of a file, reading all of it. Raises `ModelError`."""
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        stat = path.stat()
    except OSError as error:
        raise ModelError(f"{path}: cannot be read: {error.strerror or error}") from error
    return ModelFileId(digest, stat.st_size, str(path.resolve()), stat.st_mtime_ns)


def is_untouched(known: ModelFileId, path: Path) -> bool:
    """Return whether `path` is the very file that was identified, by its size and last change.

    Raises `OSError` where it is not there.
    """
    stat = path.stat()
    return (
        known.size_bytes == stat.st_size
        and known.changed_ns == stat.st_mtime_ns
        and known.path == str(path.resolve())
    )
