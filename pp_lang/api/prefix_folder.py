"""Prefixes that models have read, kept on disk between runs."""

import contextlib
import hashlib
import json
import os
import tempfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from pp_lang.api.known_files import KnownFiles
from pp_lang.api.machine import Machine, read_machine
from pp_lang.errors import ModelError
from pp_lang.user_folders import cache_folder

if TYPE_CHECKING:
    from pp_lang.engine import EngineConfig, PrefixKey, SavedCells

PREFIXES = "PP_PREFIXES"
"""The variable that says how many megabytes may be kept; 0: none."""
DEFAULT_MEGABYTES = 2000

_VERSION = 1
_MAGIC = b"PPCELLS1"
_FRAME = len(_MAGIC) + 32 + 8 + 4
"""Bytes before the cells: the magic, the key's digest, the number of bytes, their checksum."""
_FREE_SETTINGS = (
    "cells",
    "max_width",
    "batch_invariant",
    "invariant_width",
    "speculate",
    "step_costs",
)
"""What the cells of a prefix do not depend on."""


class PrefixFolder:
    """All prefixes that are kept, of whatever model; the least recently used go first."""

    def __init__(
        self,
        folder: Path | None = None,
        max_bytes: int | None = None,
        machine: Callable[[], Machine] = read_machine,
    ) -> None:
        """`folder` need not exist; None is the platform's place. None as `max_bytes` leaves it to
        `PP_PREFIXES`."""
        self.folder = folder or cache_folder() / "prefixes"
        self.max_bytes = allowed_bytes() if max_bytes is None else max_bytes
        self._machine = machine
        self.files = KnownFiles(self.folder / "models")

    @property
    def num_bytes(self) -> int:
        """What all of them take on the disk."""
        return sum(size for _, size, _ in self._kept())

    def clear(self) -> int:
        """Delete all of them; return how many bytes that frees."""
        freed = 0
        for path, size, _ in self._kept():
            with contextlib.suppress(OSError):
                path.unlink()
                freed += size
        return freed

    def of_model(self, path: Path, config: "EngineConfig") -> "ModelPrefixes":
        """Return the prefixes of the model at `path`, opened under `config`."""
        return ModelPrefixes(self, path, lambda: _settings_text(config, self._machine()))

    def make_room(self, num_bytes: int) -> bool:
        """Delete what was used least recently until so many bytes may be added; False where they
        are more than is allowed at all."""
        if num_bytes > self.max_bytes:
            return False
        kept = sorted(self._kept(), key=lambda one: one[2])
        total = num_bytes + sum(size for _, size, _ in kept)
        for path, size, _ in kept:
            if total <= self.max_bytes:
                break
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)  # another run may have deleted it
                total -= size
        return total <= self.max_bytes

    def _kept(self) -> Iterator[tuple[Path, int, int]]:
        """Yield the files, half-written ones of runs that were killed included: path, size, last
        use."""
        with contextlib.suppress(OSError):
            for path in list(self.folder.iterdir()):
                with contextlib.suppress(OSError):
                    if path.is_file():
                        stat = path.stat()
                        yield path, stat.st_size, stat.st_mtime_ns


class ModelPrefixes:
    """A `PrefixStore` in a folder. Nothing in it is trusted: a file counts only if all of it is
    what was written for this very model, opened in this way, and these tokens."""

    def __init__(self, folder: PrefixFolder, model: Path, settings: Callable[[], str]) -> None:
        """`settings` tells how the model is opened; it is asked at the first use."""
        self._folder = folder
        self._model = model
        self._settings = settings
        self._origin: str | None = None
        self._num_written = 0

    def find(self, key: "PrefixKey") -> "SavedCells | None":
        """Return what is kept of the last segment of `key`."""
        if self._origin is None:
            known = self._folder.files.find(self._model)
            if known is None:
                return None
            self._origin = self._origin_of(known.sha256)
        digest = _digest(self._origin, key)
        path = self._path(digest)
        try:
            cells = _read(path, digest)
            if cells is not None:
                os.utime(path)
        except OSError:
            return None
        return cells

    def keep(self, key: "PrefixKey", cells: "SavedCells") -> None:
        """Keep the last segment of `key`; where the disk does not allow it, nothing happens."""
        try:
            if self._origin is None:
                known = self._folder.files.identify(self._model)
                self._origin = self._origin_of(known.sha256)
            digest = _digest(self._origin, key)
            self._folder.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            size = _FRAME + len(cells)
            if self._num_written + size > self._folder.max_bytes:
                return  # a run does not push out what it kept itself
            if self._folder.make_room(size):
                _write(self._path(digest), digest, cells)
                self._num_written += size
        except (OSError, ModelError):
            return

    def _origin_of(self, sha256: str) -> str:
        return f"{_VERSION} {sha256} {self._settings()}"

    def _path(self, digest: bytes) -> Path:
        return self._folder.folder / f"{digest.hex()[:32]}.cells"


def allowed_bytes() -> int:
    """Return how many bytes of prefixes may be kept, as `PP_PREFIXES` says."""
    try:
        return max(0, int(os.environ.get(PREFIXES, ""))) * 1_000_000
    except ValueError:
        return DEFAULT_MEGABYTES * 1_000_000


def _settings_text(config: "EngineConfig", machine: Machine) -> str:
    settings = {name: value for name, value in asdict(config).items() if name not in _FREE_SETTINGS}
    return json.dumps({"machine": machine.key, **settings}, sort_keys=True)


def _digest(origin: str, key: "PrefixKey") -> bytes:
    return hashlib.sha256(json.dumps([origin, key]).encode()).digest()


def _read(path: Path, digest: bytes) -> "SavedCells | None":
    """Return the cells in a file; None where it is not what was written under `digest`."""
    if not path.is_file():
        return None
    with path.open("rb") as file:
        frame = file.read(_FRAME)
        size = os.fstat(file.fileno()).st_size - _FRAME
        if size < 0 or frame[:-4] != _head(digest, size):
            return None
        cells = file.read()
    is_whole = len(cells) == size and _checksum(cells) == frame[-4:]
    return cells if is_whole else None


def _head(digest: bytes, size: int) -> bytes:
    return _MAGIC + digest + size.to_bytes(8, "little")


def _checksum(cells: "SavedCells") -> bytes:
    """Tell damage; nothing stronger helps where others can write into the user's own folder."""
    return zlib.crc32(cells).to_bytes(4, "little")


def _write(path: Path, digest: bytes, cells: "SavedCells") -> None:
    """Write the file whole or not at all, for this user alone: texts can be told from cells."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_head(digest, len(cells)) + _checksum(cells))
            file.write(cells)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
