"""The journal of one run: what came of it so far, and what comes of it now."""

import json
import os
import sqlite3
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pp_lang.closing import Closing
from pp_lang.engine import GenerationRequest
from pp_lang.errors import RunError
from pp_lang.evaluation import Value
from pp_lang.journal.answers import KeptAnswer, NewAnswer, next_attempt
from pp_lang.journal.facts import RunFacts
from pp_lang.journal.function_version import function_version
from pp_lang.journal.lock import FolderLock
from pp_lang.journal.results import read_result
from pp_lang.journal.schema import Row, refused
from pp_lang.journal.writer import Writer
from pp_lang.runtime import FunctionCall, KeptValue

_FIND = (
    "SELECT outcome, value, tokens, turn FROM answers WHERE label = ? AND asked = ? AND n <= ? "
    "ORDER BY outcome = 'finished' DESC, n DESC LIMIT 1"
)
_FIND_LABEL = "SELECT 1 FROM answers WHERE label = ? AND n <= ? LIMIT 1"
_FIND_BEGUN = "SELECT max(step) FROM begun WHERE label = ? AND asked = ? AND n <= ?"
_FIND_CALL = (
    "SELECT value FROM calls WHERE place = ? AND target = ? AND asked = ? AND n <= ? "
    "ORDER BY n DESC LIMIT 1"
)


class Journal(Closing):
    """Keeps a run, and gives back what an earlier session of it kept.

    Any thread may use it. Nothing that is noted waits for the disk.
    """

    def __init__(
        self,
        path: Path,
        facts: RunFacts,
        lock: FolderLock,
        connect: Callable[[], sqlite3.Connection],
        *,
        is_synced: bool,
    ) -> None:
        """`connect` opens the file at `path`, which was made or verified before."""
        self.path = path
        self.facts = facts
        self._lock = lock
        self._reader = connect()
        self._mutex = threading.Lock()
        self._last_answer = self._number("SELECT max(n) FROM answers")
        self._last_call = self._number("SELECT max(n) FROM calls")
        self.session = self._number("SELECT max(n) FROM sessions") + 1
        self.next_turn = self._number("SELECT max(turn) FROM answers") + 1
        """What comes with the next answer is later than all that is kept."""
        self._last_begun = self._number("SELECT max(n) FROM begun")
        ends = self._number("SELECT max(step) FROM answers")
        self.last_step = max(ends, self._number("SELECT max(step) FROM begun"))
        """The step of the models that earlier sessions came to, as far as is known."""
        self.num_kept = self._last_answer + self._last_call
        """Answers and values that earlier sessions kept."""
        self.num_given = 0
        """Those of them that were given back."""
        self.num_noted = 0
        """Answers and values that this session keeps."""
        self._writer = Writer(connect, is_synced=is_synced)
        self._is_closed = False
        self._put("sessions", (_now(), os.getpid(), facts.version))

    @property
    def id(self) -> str:
        """What the run is called: its folder's name."""
        return self.path.parent.name

    @property
    def has_kept(self) -> bool:
        """Whether there is anything to go on from."""
        return self.num_kept + self.num_noted > 0

    def find_answer(self, request: GenerationRequest, asked: str) -> KeptAnswer | None:
        """Return what the same model said to the same request at the same place."""
        label = request.label
        if not self._last_answer:
            return None
        row = self._one(_FIND, (label, asked, self._last_answer))
        if row is None:
            return None
        how, said, tokens, turn = row
        if how != "finished":
            later = self._one(_FIND_LABEL, (next_attempt(label), self._last_answer))
            return KeptAnswer(str(said), turn, later is not None, tokens)
        self.num_given += 1
        return KeptAnswer(read_result(said), turn, is_final=True)

    def find_begun(self, label: str, asked: str) -> int | None:
        """Return in which step the same request got its first token; None where it got none."""
        if not self._last_begun:
            return None
        row = self._one(_FIND_BEGUN, (label, asked, self._last_begun))
        return row[0] if row else None

    def note_begun(self, label: str, asked: str, step: int) -> None:
        """Keep that a request got its first token in a step."""
        self._put("begun", (self.session, label, asked, step))

    def note_answer(self, answer: NewAnswer) -> None:
        """Keep how a request ended."""
        self.num_noted += answer.how == "finished"
        self._writer.put(answer.row)

    def find_call(self, call: FunctionCall) -> KeptValue | None:
        """Return what the same version of a function gave for the same arguments."""
        if not self._last_call:
            return None
        row = self._one(_FIND_CALL, (call.place, call.target, _asked_of(call), self._last_call))
        if row is None:
            return None
        self.num_given += 1
        return KeptValue(json.loads(row[0]))

    def note_call(self, call: FunctionCall, value: Value, seconds: float) -> None:
        """Keep what a function gave."""
        self.num_noted += 1
        row = (self.session, call.place, call.target, _asked_of(call), json.dumps(value), seconds)
        self._put("calls", row)

    def note_facts(self) -> None:
        """Keep what is run from now on."""
        self._put("run", (self.facts.to_json(),))

    def verify_written(self) -> None:
        """Raise `RunError` where what was noted cannot be kept."""
        failure = self._writer.failure
        if failure is not None:
            raise RunError(
                f"{self.path}: the run cannot be kept any more: {_said(failure)}",
                hint=f"Make room, then go on with `pp run --resume {self.id}`; "
                "or use `--no-journal`.",
            )

    def flush(self) -> None:
        """Wait until all that was noted is durable. Raises `RunError` where it cannot be kept."""
        self._writer.flush()
        self.verify_written()

    def end(self, outcome: str) -> None:
        """Keep how the session ended, and close. Raises `RunError` where it cannot be kept."""
        self._put("ends", (self.session, _now(), outcome))
        self._writer.flush()
        self.close()
        self.verify_written()

    def close(self) -> None:
        """Write what is left and let go of the folder."""
        if self._is_closed:
            return
        self._is_closed = True
        self._writer.close()
        self._reader.close()
        self._lock.close()

    def _put(self, table: str, row: Row) -> None:
        self._writer.put(lambda: (table, row))

    def _number(self, query: str) -> int:
        row = self._one(query, ())
        return int(row[0] or 0) if row else 0

    def _one(self, query: str, values: Row) -> tuple[Any, ...] | None:  # Any: what SQLite holds
        try:
            with self._mutex:
                row: tuple[Any, ...] | None = self._reader.execute(query, values).fetchone()
                return row
        except sqlite3.DatabaseError as error:
            raise refused(self.path, f"cannot be read: {error}") from error


def _asked_of(call: FunctionCall) -> str:
    return f"{function_version(call.function)}.{json.dumps(call.args, sort_keys=True)}"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _said(failure: Exception) -> str:
    if isinstance(failure, OSError):
        return failure.strerror or str(failure)
    return str(failure)
