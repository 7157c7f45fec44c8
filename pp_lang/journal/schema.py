"""What the file of a journal looks like, and how a file that is none is told from one."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TypeAlias

from pp_lang.errors import InputError

APPLICATION_ID = 0x70706A31
"""Marks the file as a journal of pp: `ppj1`."""
VERSION = 1
FILE_NAME = "journal.sqlite"

Cell: TypeAlias = str | int | float | None
Row: TypeAlias = tuple[Cell, ...]

COLUMNS: dict[str, tuple[str, ...]] = {
    "run": ("facts",),
    "sessions": ("began", "process", "version"),
    "answers": (
        "session",
        "label",
        "asked",
        "outcome",
        "value",
        "tokens",
        "seed",
        "model",
        "began",
        "step",
        "turn",
        "beside",
        "seconds",
    ),
    "begun": ("session", "label", "asked", "step"),
    "calls": ("session", "place", "target", "asked", "value", "seconds"),
    "ends": ("session", "ended", "outcome"),
}
"""The columns of each table, beside the row's number `n` and its `digest`."""

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_DIGEST_BYTES = 8


def statements() -> tuple[str, ...]:
    """Return what makes an empty journal. Rows are added, never changed and never deleted."""
    tables = [
        f"CREATE TABLE {table} (n INTEGER PRIMARY KEY, {', '.join(columns)}, digest)"
        for table, columns in COLUMNS.items()
    ]
    refusals = [
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'rows of a journal stay as they are'); END"
        for table in COLUMNS
        for verb in ("UPDATE", "DELETE")
    ]
    indexes = [
        "CREATE INDEX answers_by_label ON answers (label)",
        "CREATE INDEX begun_by_label ON begun (label)",
        "CREATE INDEX calls_by_place ON calls (place)",
    ]
    return (*tables, *indexes, *refusals)


def insert(table: str) -> str:
    """Return the statement that adds a row; it takes the columns' values and the digest."""
    columns = (*COLUMNS[table], "digest")
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608  # ours


def digest(table: str, row: Iterable[Cell]) -> str:
    """Return what tells whether a row is as it was written."""
    written = json.dumps([table, *row], ensure_ascii=True)
    return blake2b(written.encode(), digest_size=_DIGEST_BYTES).hexdigest()


def refused(path: Path, why: str) -> InputError:
    """Return what to say of a journal that is not used, and left as it is."""
    return InputError(
        f"{path}: {why}", hint="It is left as it is. Run the program again without `--resume`."
    )


def verify_header(path: Path) -> None:
    """Raise `InputError` for a file that is no journal of this version; opens it for reading."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER_BYTES)
    except OSError as error:
        raise refused(path, f"cannot be read: {error.strerror or error}") from error
    if len(head) < _HEADER_BYTES or not head.startswith(_MAGIC):
        raise refused(path, "is no journal of a run")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise refused(path, "is a database of another program")
    version = int.from_bytes(head[60:64], "big")
    if version != VERSION:
        raise refused(path, f"was written by another version of pp (format {version})")


def verify_content(path: Path, connection: sqlite3.Connection) -> None:
    """Raise `InputError` where a part of the file is not as it was written."""
    try:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()
        schema = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
        has_schema = sorted(sql for (sql,) in schema) == sorted(statements())
        is_whole = found == ("ok",) and has_schema
        is_whole = is_whole and all(_is_whole(connection, table) for table in COLUMNS)
    except (sqlite3.DatabaseError, ValueError) as error:
        raise refused(path, f"is damaged: {error}") from error
    if not is_whole:
        raise refused(path, "is damaged: it is not as pp wrote it")


def _is_whole(connection: sqlite3.Connection, table: str) -> bool:
    columns = ", ".join((*COLUMNS[table], "digest"))
    rows: Iterable[Sequence[Cell]] = connection.execute(
        f"SELECT {columns} FROM {table}"  # noqa: S608  # names of ours
    )
    return all(digest(table, row[:-1]) == row[-1] for row in rows)
