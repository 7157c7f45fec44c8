"""Journals that are damaged, foreign, newer or in use are refused, and left as they are."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pp_lang.errors import InputError
from pp_lang.journal import Runs
from tests.support.kept_runs import MAP, compile_main, go_on, journal_of


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    runs = Runs(tmp_path / "runs")
    go_on(runs, compile_main(MAP), {"xs": ["a", "b"]})
    return runs


def refusal(runs: Runs) -> str:
    """Return why the only run is refused; nothing in its file changes."""
    path = journal_of(runs)
    before = path.read_bytes()
    with pytest.raises(InputError) as refused:
        runs.resume(path.parent.name)
    assert path.read_bytes() == before
    assert refused.value.hint
    return refused.value.message


def overwrite(path: Path, offset: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_file_that_is_no_database_is_refused(runs: Runs) -> None:
    journal_of(runs).write_bytes(b"something else" * 50)
    assert "is no journal of a run" in refusal(runs)


def test_an_empty_file_is_refused(runs: Runs) -> None:
    journal_of(runs).write_bytes(b"")
    assert "is no journal of a run" in refusal(runs)


def test_a_database_of_another_program_is_refused(runs: Runs) -> None:
    change(journal_of(runs), "PRAGMA journal_mode = DELETE", "PRAGMA application_id = 7")
    assert "is a database of another program" in refusal(runs)


def test_a_journal_of_another_format_is_refused(runs: Runs) -> None:
    change(journal_of(runs), "PRAGMA journal_mode = DELETE", "PRAGMA user_version = 99")
    assert "another version of pp (format 99)" in refusal(runs)


@pytest.mark.parametrize("statement", [
    "UPDATE answers SET value = replace(value, 'text', 'tExt') WHERE n = 1",
    "UPDATE answers SET label = 'main/other' WHERE n = 1",
    "UPDATE run SET facts = '{}'",
])  # fmt: skip
def test_a_row_that_is_not_as_it_was_written_is_refused(runs: Runs, statement: str) -> None:
    table = statement.split()[1]
    trigger = f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
    trigger += "BEGIN SELECT RAISE(ABORT, 'rows of a journal stay as they are'); END"
    change(journal_of(runs), f"DROP TRIGGER {table}_no_update", statement, trigger)
    assert "is damaged" in refusal(runs)


def test_a_journal_with_more_in_it_than_pp_makes_is_refused(runs: Runs) -> None:
    trigger = "CREATE TRIGGER more AFTER INSERT ON answers BEGIN SELECT 1; END"
    change(journal_of(runs), trigger)
    assert "is damaged" in refusal(runs)


@pytest.mark.parametrize("cut", [200, 5000, 9000])
def test_a_journal_that_was_cut_off_is_refused(runs: Runs, cut: int) -> None:
    os.truncate(journal_of(runs), cut)
    assert "is damaged" in refusal(runs)


def test_noise_in_the_middle_is_refused(runs: Runs) -> None:
    overwrite(journal_of(runs), 4096 + 20, os.urandom(6000))
    assert "is damaged" in refusal(runs)


def test_rows_cannot_be_changed_or_deleted(runs: Runs) -> None:
    for statement in ("UPDATE answers SET turn = 1", "DELETE FROM answers"):
        with pytest.raises(sqlite3.IntegrityError, match="stay as they are"):
            change(journal_of(runs), statement)


@pytest.mark.parametrize("name", ["../runs", "20261124-170241-9910", "", "x.pp", "/etc"])
def test_a_name_of_no_run_is_refused(runs: Runs, name: str) -> None:
    with pytest.raises(InputError, match="there is no run"):
        runs.resume(name)


HOLD = """
import sys
from pathlib import Path
from pp_lang.journal import Runs
journal = Runs(Path(sys.argv[1])).resume(sys.argv[2])
print("held", flush=True)
sys.stdin.read()
"""


def with_other_process(runs: Runs, then: Callable[[str, "subprocess.Popen[str]"], None]) -> None:
    name = journal_of(runs).parent.name
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(runs.folder), name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        then(name, process)


def test_a_run_that_another_process_is_at_work_on_is_refused_and_named(runs: Runs) -> None:
    def then(name: str, process: "subprocess.Popen[str]") -> None:
        with pytest.raises(InputError, match=f"process {process.pid} is at work on this run"):
            runs.resume(name)
        with pytest.raises(InputError, match="at work"):
            runs.remove(name)
        process.communicate("")

    with_other_process(runs, then)


def test_a_process_that_was_killed_holds_nothing(runs: Runs) -> None:
    def then(name: str, process: "subprocess.Popen[str]") -> None:
        process.kill()
        process.communicate()
        runs.resume(name).close()

    with_other_process(runs, then)
