"""The folder with the runs of a project: a folder for each, with its journal."""

import os
import re
import secrets
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pp_lang.errors import InputError, RunError
from pp_lang.journal.facts import RunFacts
from pp_lang.journal.journal import Journal
from pp_lang.journal.kept_run import (
    KeptRun,
    connect_to_read,
    read_answers,
    read_run,
    verified_facts,
)
from pp_lang.journal.lock import FolderLock
from pp_lang.journal.schema import (
    APPLICATION_ID,
    FILE_NAME,
    VERSION,
    digest,
    insert,
    refused,
    statements,
    verify_header,
)

MOST_FINISHED = 20
MOST_FINISHED_BYTES = 1 << 30
"""Finished runs that are kept: so many, and so large together."""

_ID = re.compile(r"\d{8}-\d{6}-[0-9a-f]{4}")
_LONG_S = 3600
_UNFINISHED_NAME = "new.sqlite"

Connect = Callable[[Path], sqlite3.Connection]


def connect(path: Path) -> sqlite3.Connection:
    """Return the journal at `path`, opened so that what is committed is on the disk."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


class Runs:
    """All runs in a folder, which need not exist."""

    def __init__(self, folder: Path, connect: Connect = connect) -> None:
        self.folder = folder
        self._connect = connect

    def begin(self, facts: RunFacts, *, is_synced: bool = False) -> Journal:
        """Return the journal of a new run. Raises `RunError` where it cannot be kept."""
        folder: Path | None = None
        try:
            folder = self._make_folder()
            lock = FolderLock(folder)
            path = folder / FILE_NAME
            self._create(path, facts)
            return self._open(path, facts, lock, is_synced=is_synced)
        except (OSError, sqlite3.Error) as error:
            if folder is not None:
                shutil.rmtree(folder, ignore_errors=True)
            why = getattr(error, "strerror", None) or error
            raise RunError(
                f"{self.folder}: the run cannot be kept there: {why}",
                hint="Name another folder with `--runs`, or use `--no-journal`.",
            ) from error

    def resume(
        self, run_id: str, facts: RunFacts | None = None, *, is_synced: bool = False
    ) -> Journal:
        """Return the journal of an earlier run, after all of it was verified.

        `facts` say what it runs from now on; None leaves that as it was.

        Raises `InputError` where there is none, it is damaged, foreign or in use.
        """
        folder = self.find(run_id)
        path = folder / FILE_NAME
        verify_header(path)
        try:
            lock = FolderLock(folder)
        except OSError as error:
            raise refused(folder, f"cannot be used: {error.strerror or error}") from error
        try:
            before = verified_facts(path)
            journal = self._open(path, facts or before, lock, is_synced=is_synced)
        except sqlite3.Error as error:
            lock.close()
            raise refused(path, f"cannot be used: {error}") from error
        except BaseException:
            lock.close()
            raise
        if facts is not None and facts != before:
            journal.note_facts()
        return journal

    def find(self, run_id: str) -> Path:
        """Return the folder of a run. Raises `InputError` where there is none."""
        folder = self.folder / run_id
        if not _ID.fullmatch(run_id) or not (folder / FILE_NAME).is_file():
            raise InputError(
                f"there is no run `{run_id}` in {self.folder}", hint="See `pp runs list`."
            )
        return folder

    def all(self) -> Iterator[KeptRun]:
        """Yield the runs that can be read, the newest first."""
        for folder in self._folders():
            with suppress(InputError, sqlite3.Error, ValueError):
                yield self.show(folder.name)

    def show(self, run_id: str) -> KeptRun:
        """Return what a run is and how far it came. Raises `InputError`."""
        folder = self.find(run_id)
        path = folder / FILE_NAME
        verify_header(path)
        try:
            with closing(connect_to_read(path)) as connection:
                return read_run(folder, connection)
        except (sqlite3.Error, ValueError) as error:
            raise refused(path, f"is damaged: {error}") from error

    def answers(self, run_id: str) -> Iterator[dict[str, Any]]:
        """Yield all that is kept of each answer of a run. Raises `InputError`."""
        path = self.find(run_id) / FILE_NAME
        verify_header(path)
        try:
            with closing(connect_to_read(path)) as connection:
                yield from read_answers(connection)
        except (sqlite3.Error, ValueError) as error:
            raise refused(path, f"is damaged: {error}") from error

    def remove(self, run_id: str) -> None:
        """Delete a run. Raises `InputError` where there is none, or it is in use."""
        folder = self.find(run_id)
        with FolderLock(folder):
            shutil.rmtree(folder)

    def discard(self, journal: Journal) -> None:
        """Delete the run of a journal that kept nothing."""
        journal.close()
        shutil.rmtree(journal.path.parent, ignore_errors=True)

    def prune(self) -> None:
        """Delete the oldest finished runs beyond those that are kept, and what never began."""
        size = 0
        finished = [run for run in self.all() if run.is_finished]
        for number, run in enumerate(finished):
            with suppress(InputError, OSError):  # others may remove it at the same time
                size += sum(one.stat().st_size for one in run.folder.iterdir())
                if number >= MOST_FINISHED or (number and size > MOST_FINISHED_BYTES):
                    self.remove(run.id)
        for folder in self._folders():
            with suppress(InputError, OSError):
                if not (folder / FILE_NAME).exists() and _is_old(folder):
                    with FolderLock(folder):
                        shutil.rmtree(folder)

    def _folders(self) -> list[Path]:
        try:
            found = [one for one in self.folder.iterdir() if _ID.fullmatch(one.name)]
        except OSError:
            return []
        return sorted(found, key=lambda one: one.name, reverse=True)

    def _make_folder(self) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        while True:
            began = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
            folder = self.folder / f"{began}-{secrets.token_hex(2)}"
            with suppress(FileExistsError):
                folder.mkdir(mode=0o700)  # prompts and answers are nobody else's
                return folder

    def _create(self, path: Path, facts: RunFacts) -> None:
        """Make the file under another name first: where it has its own, it is whole."""
        new = path.with_name(_UNFINISHED_NAME)
        with closing(self._connect(new)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute("BEGIN")
            for statement in statements():
                connection.execute(statement)
            row = (facts.to_json(),)
            connection.execute(insert("run"), (*row, digest("run", row)))
            connection.execute("COMMIT")
            connection.execute("PRAGMA journal_mode = WAL")
        new.replace(path)
        _sync_folder(path.parent)
        _sync_folder(path.parent.parent)

    def _open(self, path: Path, facts: RunFacts, lock: FolderLock, *, is_synced: bool) -> Journal:
        return Journal(path, facts, lock, lambda: self._connect(path), is_synced=is_synced)


def _is_old(folder: Path) -> bool:
    """Return whether whoever made the folder has had the time to make its journal."""
    return time.time() - folder.stat().st_mtime > _LONG_S


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the platform can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
