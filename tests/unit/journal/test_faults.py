"""Faults while a journal is written or lies on the disk: one clear error, and nothing lost."""

import random
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from pp_lang.api import RunOptions
from pp_lang.errors import InputError, RunError
from pp_lang.journal import Runs
from tests.support.kept_runs import FACTS, MAP, compile_main, go_on, journal_of

XS = {"xs": [f"thing {number}" for number in range(12)]}


class Disk:
    """Counts the statements of a journal; from a chosen one on it is full."""

    def __init__(self, full_at: int) -> None:
        self.left = full_at

    def connect(self, path: Path) -> sqlite3.Connection:
        disk = self

        class Connection(sqlite3.Connection):
            def execute(self, *arguments: Any) -> sqlite3.Cursor:
                disk.left -= 1
                if disk.left <= 0 and not str(arguments[0]).startswith("SELECT"):
                    raise sqlite3.OperationalError("database or disk is full")
                return super().execute(*arguments)

        return sqlite3.connect(
            path, isolation_level=None, check_same_thread=False, factory=Connection
        )


def test_a_fault_at_any_write_ends_the_run_with_one_error_and_it_goes_on(tmp_path: Path) -> None:
    program = compile_main(MAP)
    expected = program.run(XS, model="fake")
    full_at, is_written = 1, False
    while not is_written:
        folder = tmp_path / str(full_at)
        is_written = _run_with_fault(Runs(folder, Disk(full_at).connect))
        if list(folder.glob("*/journal.sqlite")):
            assert go_on(Runs(folder), program, XS).value == expected
        full_at += 1
    assert full_at > 60  # one for each statement


def _run_with_fault(runs: Runs) -> bool:
    """Return whether all was written; what was not is told in one clear error."""
    failure: RunError | None = None
    try:
        with runs.begin(FACTS) as journal:
            compile_main(MAP).run(XS, model="fake", options=RunOptions(journal=journal))
            journal.end("finished")
    except RunError as error:
        failure = error
    if failure is None:
        return True
    assert "kept" in failure.message
    assert "database or disk is full" in failure.message
    assert failure.hint
    return False


@pytest.mark.parametrize("seed", range(30))
def test_a_bit_that_flips_is_noticed_or_harmless(tmp_path: Path, seed: int) -> None:
    program = compile_main(MAP)
    runs = Runs(tmp_path)
    expected = go_on(runs, program, XS).value
    path = journal_of(runs)
    data = bytearray(path.read_bytes())
    chance = random.Random(seed)
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    with suppress(InputError), runs.resume(path.parent.name) as journal:
        options = RunOptions(journal=journal)
        assert program.run(XS, model="fake", options=options) == expected
        assert journal.num_noted == 0
