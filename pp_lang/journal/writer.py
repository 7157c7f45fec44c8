"""The one thread that writes a journal. Whoever has something to write never waits for it."""

import sqlite3
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue

from pp_lang.journal.schema import Row, digest, insert

MOST_ROWS = 100
"""Rows that wait to be made durable, at most."""
MOST_S = 0.5
"""Seconds that a row waits, at most; what is left of the second that is promised is the disk's."""

Rows = Callable[[], tuple[str, Row]]
"""Makes a row: its table and its values. Called by the writer, so that nobody else pays for it."""


@dataclass(frozen=True, slots=True)
class _Flush:
    done: threading.Event = field(default_factory=threading.Event)
    is_last: bool = False


class Writer:
    """Writes rows in the order in which they come, several with one commit."""

    def __init__(self, connect: Callable[[], sqlite3.Connection], *, is_synced: bool) -> None:
        """`connect` opens the file. With `is_synced`, each row has a commit of its own."""
        self._connect = connect
        self._most_rows = 1 if is_synced else MOST_ROWS
        self._queue: SimpleQueue[Rows | _Flush] = SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="pp-journal", daemon=True)
        self._thread.start()
        self.failure: Exception | None = None
        """Why nothing is written any more; None while all is well."""

    def put(self, row: Rows) -> None:
        """Write a row soon."""
        self._queue.put(row)

    def flush(self) -> None:
        """Wait until all is durable that was put before, or has failed."""
        flush = _Flush()
        self._queue.put(flush)
        flush.done.wait()

    def close(self) -> None:
        """Write what is left and end the thread."""
        if self._thread.is_alive():
            self._queue.put(_Flush(is_last=True))
            self._thread.join()

    def _serve(self) -> None:
        try:
            connection = self._connect()
            try:
                while self._write_some(connection):
                    pass
                return
            finally:
                connection.close()
        except (sqlite3.Error, OSError, ValueError) as error:
            self.failure = error
        while not self._drop_one():
            pass

    def _write_some(self, connection: sqlite3.Connection) -> bool:
        """Write the rows that come next; return False after the last."""
        rows, flush = self._collect()
        if rows:
            try:
                connection.execute("BEGIN IMMEDIATE")
                for make in rows:
                    table, row = make()
                    connection.execute(insert(table), (*row, digest(table, row)))
                connection.execute("COMMIT")
            except BaseException:
                if flush is not None:
                    self._queue.put(flush)  # answered where rows are dropped
                raise
        if flush is None:
            return True
        flush.done.set()
        return not flush.is_last

    def _collect(self) -> tuple[list[Rows], _Flush | None]:
        rows: list[Rows] = []
        ends = 0.0
        while len(rows) < self._most_rows:
            try:
                wait = max(0.0, ends - time.monotonic()) if rows else None
                one = self._queue.get(timeout=wait)
            except Empty:
                break
            if isinstance(one, _Flush):
                return rows, one
            if not rows:
                ends = time.monotonic() + MOST_S
            rows.append(one)
        return rows, None

    def _drop_one(self) -> bool:
        """Drop what comes next, as nothing can be written; return whether it was the last."""
        one = self._queue.get()
        if not isinstance(one, _Flush):
            return False
        one.done.set()
        return one.is_last
