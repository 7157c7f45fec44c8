"""Runs that are killed, interrupted, or cannot be kept: nothing is lost, nothing asked twice."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command_line import Pp, assert_one_clear_error

ROOT = Path(__file__).resolve().parents[2]
MANY = '''
template about(x: text) -> text { max_tokens: 12 } """
  About {{ x }}:
"""
program main(xs: list[text], style: text = "plain") {
  return map x in xs: about(x)
}
'''
FAILING = MANY.replace(
    "return map x in xs: about(x)", "said = map x in xs: about(x)\n  return said[9]"
)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals of another process are POSIX")


@pytest.fixture
def folder(pp: Pp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with its own runs, a program and its inputs."""
    monkeypatch.delenv("PP_RUNS")
    (tmp_path / "many.pp").write_text(MANY, encoding="utf-8")
    (tmp_path / "fails.pp").write_text(FAILING, encoding="utf-8")
    (tmp_path / "two.json").write_text('{"xs": ["tea", "milk"]}', encoding="utf-8")
    (tmp_path / "long.json").write_text(
        json.dumps({"xs": [f"thing {number}" for number in range(2_000)]}), encoding="utf-8"
    )
    return tmp_path


def start(folder: Path, *arguments: str, **extra: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "pp_lang", *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), **extra},
    )


def start_long(folder: Path) -> "subprocess.Popen[str]":
    """Start a run of many items and return when the first of them have finished."""
    run = ("run", "many.pp", "--inputs", "long.json", "-m", "fake", "--stream", "--json")
    process = start(folder, *run)
    assert process.stdout is not None
    while '"event": "item_finished"' not in process.stdout.readline():
        assert process.poll() is None
    return process


def kept_id(said: str) -> str:
    found = re.search(r"Go on with: pp run --resume (\S+)", said)
    assert found, said
    return found[1]


def test_runs_that_are_killed_at_any_point_end_as_if_they_had_not_been() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.killed_runs", "--kills", "30", "--seed", "1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@POSIX
def test_an_interrupt_keeps_what_has_finished_and_says_how_to_go_on(pp: Pp, folder: Path) -> None:
    with start_long(folder) as process:
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.endswith("Interrupted.\n")
    outcome = pp("run", "--resume", kept_id(err))
    assert outcome.code == 0
    assert len(json.loads(outcome.out)) == 2_000
    assert pp("runs", "list").out.split()[1:3] == ["finished", "2,000"]


@POSIX
def test_a_second_interrupt_stops_at_once(folder: Path) -> None:
    with start_long(folder) as process:
        for _ in range(50):  # the first ones may come before the process looks
            process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in err


@POSIX
def test_a_killed_run_goes_on_without_its_id(pp: Pp, folder: Path) -> None:
    with start_long(folder) as process:
        process.kill()
    assert pp("runs", "list").out.split()[1] == "killed"
    outcome = pp("run", "--resume", "many.pp")
    assert len(json.loads(outcome.out)) == 2_000
    assert_one_clear_error(pp("run", "many.pp", "--resume"), 2, "no unfinished run of many.pp")


def test_a_run_that_fails_says_how_to_go_on_and_goes_on_from_there(pp: Pp, folder: Path) -> None:
    failed = pp("run", "fails.pp", "--inputs", "two.json", "-m", "fake")
    assert_one_clear_error(failed, 1, "2 results are kept.")
    (folder / "fails.pp").write_text(FAILING.replace("[9]", "[1]"), encoding="utf-8")
    outcome = pp("run", "--resume", kept_id(failed.err))
    assert outcome.code == 0
    assert "Changed since the run began: fails.pp." in outcome.err
    (run,) = json.loads(pp("runs", "list", "--json").out)
    assert (run["num_answers"], run["state"]) == (2, "finished")


def test_what_is_given_again_takes_the_place_of_what_was(pp: Pp, folder: Path) -> None:
    failed = pp("run", "fails.pp", "--inputs", "two.json", "-m", "fake", "--seed", "3")
    (folder / "fails.pp").write_text(FAILING.replace("[9]", "[1]"), encoding="utf-8")
    xs = 'xs=["tea", "beer"]'
    outcome = pp("run", "--resume", kept_id(failed.err), "-i", xs, "--set", "top_k=3")
    assert "Changed since the run began: fails.pp, the input `xs`, a setting." in outcome.err
    shown = json.loads(pp("runs", "show", kept_id(failed.err), "--json").out)
    assert shown["inputs"]["xs"] == ["tea", "beer"]
    assert shown["seed"] == 3


def test_a_run_keeps_each_answer_with_how_it_came_about(pp: Pp, folder: Path) -> None:
    pp("run", "many.pp", "--inputs", "two.json", "-m", "fake")
    (run,) = json.loads(pp("runs", "list", "--json").out)
    shown = json.loads(pp("runs", "show", run["run"], "--json").out)
    assert [one["label"] for one in shown["answers"]] == ["main/result[0]", "main/result[1]"]
    for one in shown["answers"]:
        assert one["value"]["text"]
        assert one["value"]["tokens"]["prompt"] > 0
        assert one["tokens"] > 0
        assert one["beside"] in {1, 2}
    assert "about" in shown["graph"]


def test_a_finished_run_that_is_named_gives_its_result_again(pp: Pp, folder: Path) -> None:
    first = pp("run", "many.pp", "--inputs", "two.json", "-m", "fake")
    (run,) = json.loads(pp("runs", "list", "--json").out)
    again = pp("run", "--resume", run["run"])
    assert again.out == first.out
    assert json.loads(pp("runs", "list", "--json").out)[0]["num_answers"] == 2


def test_grants_are_not_taken_from_a_journal(pp: Pp, folder: Path) -> None:
    (folder / "calls.pp").write_text(
        'extern size(x: text) -> int = "sizes:size"\nprogram main(x: text) { return size(x) }\n',
        encoding="utf-8",
    )
    (folder / "sizes.py").write_text("def size(x):\n    return len(x)\n", encoding="utf-8")
    done = pp("run", "calls.pp", "-i", "x=tea", "--allow", "extern:sizes")
    assert done.out == "3\n"
    (run,) = json.loads(pp("runs", "list", "--json").out)
    assert_one_clear_error(pp("run", "--resume", run["run"]), 2, "not allowed")


def test_a_run_that_asks_nothing_leaves_nothing(pp: Pp, folder: Path) -> None:
    assert pp("run", "triage.pp", "echo", "-i", "word=hi").code == 0
    assert list((folder / ".pp/runs").iterdir()) == []


def test_without_a_journal_nothing_is_written(pp: Pp, folder: Path) -> None:
    assert pp("run", "many.pp", "--inputs", "two.json", "-m", "fake", "--no-journal").code == 0
    assert not (folder / ".pp").exists()


def test_runs_are_kept_where_it_is_said(
    pp: Pp, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PP_RUNS", "elsewhere")
    pp("run", "many.pp", "--inputs", "two.json", "-m", "fake")
    pp("run", "many.pp", "--inputs", "two.json", "-m", "fake", "--runs", "there")
    assert [len(list((folder / one).iterdir())) for one in ("elsewhere", "there")] == [1, 1]


def test_a_folder_that_cannot_be_written_is_told_before_anything_runs(pp: Pp, folder: Path) -> None:
    (folder / "file").write_text("", encoding="utf-8")
    outcome = pp("run", "many.pp", "--inputs", "two.json", "-m", "fake", "--runs", "file/runs")
    assert_one_clear_error(outcome, 1, "the run cannot be kept there", "--no-journal")


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
def test_a_full_disk_ends_the_run_and_loses_nothing(pp: Pp, folder: Path) -> None:
    limited = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))\n"
        "from pp_lang.cli.main import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    run = ("run", "many.pp", "--inputs", "long.json", "-m", "fake")
    done = subprocess.run(
        [sys.executable, "-c", limited, *run],
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert "the run cannot be kept any more" in done.stderr
    assert "Traceback" not in done.stderr
    (run_kept,) = json.loads(pp("runs", "list", "--json").out)
    num_kept = run_kept["num_answers"]
    assert 0 < num_kept < 2_000
    outcome = pp("run", "--resume", run_kept["run"], "--stream", "--json")
    assert len(json.loads(outcome.out.splitlines()[-1])["result"]) == 2_000
    assert json.loads(pp("runs", "list", "--json").out)[0]["num_answers"] == 2_000


def test_runs_can_be_removed(pp: Pp, folder: Path) -> None:
    pp("run", "many.pp", "--inputs", "two.json", "-m", "fake")
    (run,) = json.loads(pp("runs", "list", "--json").out)
    assert pp("runs", "remove", run["run"]).code == 0
    assert pp("runs", "list").err.startswith("No runs are kept")
    assert_one_clear_error(pp("runs", "show", run["run"]), 2, "there is no run")


def test_options_that_contradict_each_other_are_refused(pp: Pp, folder: Path) -> None:
    assert pp("run", "many.pp", "--no-journal", "--sync").code == 2
    assert pp("run").code == 2
