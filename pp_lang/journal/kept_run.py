"""What a journal says of its run, read without changing anything."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pp_lang.errors import InputError
from pp_lang.journal.facts import RunFacts, read_facts
from pp_lang.journal.lock import FolderLock
from pp_lang.journal.schema import COLUMNS, refused, verify_content


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run as a list shows it."""

    folder: Path
    facts: RunFacts
    num_answers: int
    num_calls: int
    is_finished: bool
    last_outcome: str | None
    """How its last session ended; None where it was killed, or is at work."""

    @property
    def id(self) -> str:
        """What the run is called."""
        return self.folder.name

    @property
    def state(self) -> str:
        """How far it came, in a word or three."""
        if self.is_finished:
            return "finished"
        if self.last_outcome is not None:
            return self.last_outcome
        try:
            FolderLock(self.folder).close()
        except InputError:
            return "at work"
        except OSError:
            return "killed"
        return "killed"


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Return the journal at `path`, of which nothing can be changed."""
    address = f"{path.resolve().as_uri()}?mode=ro"
    return sqlite3.connect(address, uri=True, isolation_level=None)


def verified_facts(path: Path) -> RunFacts:
    """Return what a journal is about, after all of it was verified. Raises `InputError`."""
    with closing(connect_to_read(path)) as connection:
        verify_content(path, connection)
        try:
            return _read_facts(connection)
        except ValueError as error:
            raise refused(path, f"is damaged: {error}") from error


def read_run(folder: Path, connection: sqlite3.Connection) -> KeptRun:
    """Return how far a run came. Raises `ValueError` or `sqlite3.Error` where it is damaged."""
    facts = _read_facts(connection)
    answers = _number(connection, "SELECT count(*) FROM answers WHERE outcome = 'finished'")
    calls = _number(connection, "SELECT count(*) FROM calls")
    finished = _number(connection, "SELECT count(*) FROM ends WHERE outcome = 'finished'")
    session = _number(connection, "SELECT max(n) FROM sessions")
    last = connection.execute("SELECT outcome FROM ends WHERE session = ?", (session,)).fetchone()
    outcome = str(last[0]) if last else None
    return KeptRun(folder, facts, answers, calls, finished > 0, outcome)


def read_answers(connection: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """Yield all that is kept of each answer, in the order in which they came."""
    names = COLUMNS["answers"]
    query = f"SELECT {', '.join(names)} FROM answers ORDER BY n"  # noqa: S608  # names of ours
    for row in connection.execute(query):
        answer: dict[str, Any] = dict(zip(names, row, strict=True))
        if answer["outcome"] == "finished":
            answer["value"] = json.loads(answer["value"])
        yield answer


def _read_facts(connection: sqlite3.Connection) -> RunFacts:
    row = connection.execute("SELECT facts FROM run ORDER BY n DESC LIMIT 1").fetchone()
    if row is None or not isinstance(row[0], str):
        raise ValueError("it does not say what was run")
    return read_facts(row[0])


def _number(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0] or 0)
