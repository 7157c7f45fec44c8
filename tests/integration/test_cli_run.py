"""`pp run`: results on stdout, all else on stderr, and how a run ends."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.command_line import LONG, ONE, RUN, Outcome, Pp, assert_one_clear_error


def test_a_text_result_is_printed_as_it_is_and_nothing_else(pp: Pp) -> None:
    assert pp("run", "triage.pp", "echo", "-i", "word=hi") == Outcome(0, "hi hi\n", "")
    assert pp("run", "triage.pp", "echo", "-i", "word=hi", "--json").out == '"hi hi"\n'


def test_other_results_are_json(pp: Pp) -> None:
    outcome = pp(*RUN, "-i", "reviews=@reviews.txt")
    result = json.loads(outcome.out)
    assert outcome.code == 0
    assert outcome.err == ""
    assert len(result["moods"]) == 2
    assert set(result["moods"]) <= {"good", "bad"}
    assert result["words"]


def test_a_program_without_generations_needs_no_model(pp: Pp) -> None:
    assert pp("run", "triage.pp", "echo", "-i", "word=hi", "-i", "times=3").out == "hi hi hi\n"


def test_the_same_run_gives_the_same_bytes_and_another_seed_others(pp: Pp) -> None:
    warm = (*RUN, "-i", "reviews=@reviews.txt", "--set", "temperature=1.5", "--stream")
    first, again = pp(*warm), pp(*warm)
    assert _without_times(first.out) == _without_times(again.out)
    assert _without_times(pp(*warm, "--seed", "7").out) != _without_times(first.out)


def _without_times(lines: str) -> list[str]:
    return [line for line in lines.splitlines() if '"event": "run_finished"' not in line]


def test_inputs_come_from_one_file_and_single_ones_win(pp: Pp) -> None:
    Path("inputs.yaml").write_text("word: a\ntimes: 3\n", encoding="utf-8")
    outcome = pp("run", "triage.pp", "echo", "--inputs", "inputs.yaml", "-i", "word=b")
    assert outcome.out == "b b b\n"


def test_streamed_events_are_lines_of_json_that_end_with_the_result(pp: Pp) -> None:
    outcome = pp(*RUN, "-i", "reviews=@reviews.txt", "--stream", "--json")
    events = [json.loads(line) for line in outcome.out.splitlines()]
    assert events[0]["event"] == "run_started"
    assert events[-1]["event"] == "run_finished"
    assert {"main/moods[0]", "main/moods[1]"} <= {event["node"] for event in events}
    written = [event["text"] for event in events if event["event"] == "text_delta"]
    assert "".join(written).strip() == events[-1]["result"]["words"]


def test_a_streamed_text_is_the_text(pp: Pp) -> None:
    Path("one.pp").write_text(ONE, encoding="utf-8")
    arguments = ("run", "one.pp", "-i", "topic=rain", "-m", "fake")
    assert pp(*arguments, "--stream").out == pp(*arguments).out


def test_the_profile_stands_beside_the_plan_on_stderr(pp: Pp) -> None:
    outcome = pp(*RUN, "-i", "reviews=@reviews.txt", "--profile")
    json.loads(outcome.out)
    rows = [line.split() for line in outcome.err.splitlines()]
    for name in (["generations"], ["tokens", "prefilled"], ["tokens", "shared"]):
        (row,) = [row for row in rows if row[: len(name)] == name]
        planned, actual = row[len(name) :]
        assert planned == actual


def test_a_failed_run_names_its_node(pp: Pp) -> None:
    Path("fails.pp").write_text("program main(xs: list[int]) { return xs[3] }\n", encoding="utf-8")
    outcome = pp("run", "fails.pp", "-i", "xs=[1]")
    assert_one_clear_error(outcome, 1, "main", "there is no item [3]")


@contextmanager
def _running(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """A run that has much to write and has begun to."""
    (folder / "long.pp").write_text(LONG, encoding="utf-8")
    run = ("run", "long.pp", "-i", "topic=rain", "-i", "n=20000", "-m", "fake", "--stream")
    with subprocess.Popen(
        [sys.executable, "-m", "pp_lang", *run],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as process:
        assert process.stdout is not None
        assert "run_started" in process.stdout.readline()
        yield process


@pytest.mark.skipif(sys.platform == "win32", reason="signals of another process are POSIX")
def test_an_interrupt_ends_the_run_without_a_traceback(tmp_path: Path) -> None:
    with _running(tmp_path) as process:
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.endswith("Interrupted.\n")
    assert len(err.splitlines()) <= 2  # what is kept, if anything is by then


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break in another way there")
def test_a_reader_that_goes_away_ends_the_run_without_a_word(tmp_path: Path) -> None:
    with _running(tmp_path) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        err = process.stderr.read()
        process.wait(timeout=60)
    assert process.returncode == 141
    assert err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
def test_a_terminal_shows_a_bar_for_each_step_and_stdout_stays_clean(tmp_path: Path) -> None:
    import pty

    (tmp_path / "long.pp").write_text(LONG, encoding="utf-8")
    terminal, other_side = pty.openpty()
    run = ("run", "long.pp", "-i", "topic=rain", "-i", "n=60", "-m", "fake")
    with subprocess.Popen(
        [sys.executable, "-m", "pp_lang", *run],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=other_side,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "TERM": "xterm"},
    ) as process:
        os.close(other_side)
        shown = _read_all(terminal)
        assert process.stdout is not None
        result = json.loads(process.stdout.read())
    assert process.returncode == 0
    assert len(result) == 60
    assert "60/60" in shown
    assert "tokens/s" in shown or "reading" in shown


def _read_all(terminal: int) -> str:
    """Return what a terminal is told until its other side is closed."""
    told = b""
    while True:
        try:
            part = os.read(terminal, 65_536)
        except OSError:  # how Linux says that the other side is gone
            part = b""
        if not part:
            os.close(terminal)
            return told.decode("utf-8", "replace")
        told += part
