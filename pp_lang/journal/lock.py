"""Keeps two processes from one run folder. A process that dies lets go of it by that alone."""

import os
import sys
from pathlib import Path

from pp_lang.closing import Closing
from pp_lang.errors import InputError

LOCK_NAME = "lock"


class FolderLock(Closing):
    """Holds a run folder until it is closed."""

    def __init__(self, folder: Path) -> None:
        """Raises `InputError` where another process holds it, `OSError` where nobody can."""
        path = folder / LOCK_NAME
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _take(self._file):
            holder = os.pread(self._file, 20, 0) if hasattr(os, "pread") else b""
            os.close(self._file)
            self._file = -1
            who = holder.decode(errors="replace").strip()
            raise InputError(
                f"{folder}: process {who or 'another'} is at work on this run",
                hint="Wait for it, or stop it; then resume the run.",
            )
        os.truncate(self._file, 0)
        os.write(self._file, f"{os.getpid()}\n".encode())

    def close(self) -> None:
        """Let go of the folder."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


if sys.platform == "win32":
    import msvcrt

    _FAR_AWAY = 1 << 30  # where the number of the process is not

    def _take(file: int) -> bool:
        os.lseek(file, _FAR_AWAY, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(file, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _take(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
