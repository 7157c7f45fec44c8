"""`pp` and programs that call functions of Python."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.command_line import Pp, assert_one_clear_error

PROGRAM = '''
extern num_letters(word: text) -> int = "letters:num_letters" { pure: true, version: "1" }

template say(word: text) """
  Say {{ word }}.
"""

program main(words: list[text]) {
  return map word in words: { letters: num_letters(word), word }
}

program spoken(word: text) {
  return num_letters(say(word)) > 0
}

test "letters are counted" {
  given num_letters("tea") as n
  expect n == 3
}
'''
MODULE = "def num_letters(word):\n    return sum(map(str.isalpha, word))\n"
ALLOW = ("--allow", "extern:letters")
RUN = ("run", "letters.pp", "main", "-m", "fake", "--input", 'words=["tea", "!"]')


@pytest.fixture
def letters(pp: Pp, tmp_path: Path) -> Iterator[Path]:
    """The module `letters` in the current folder; it is forgotten afterwards."""
    tmp_path.joinpath("letters.pp").write_text(PROGRAM, encoding="utf-8")
    module = tmp_path / "letters.py"
    module.write_text(MODULE, encoding="utf-8")
    yield module
    sys.modules.pop("letters", None)


def test_a_granted_module_is_called(pp: Pp, letters: Path) -> None:
    outcome = pp(*RUN, "--json", *ALLOW)
    assert outcome.code == 0, outcome
    counted = [{"letters": 3, "word": "tea"}, {"letters": 0, "word": "!"}]
    assert json.loads(outcome.out) == counted


def test_a_function_works_on_the_answer_of_a_model(pp: Pp, letters: Path) -> None:
    outcome = pp("run", "letters.pp", "spoken", "-i", "word=tea", "-m", "fake", *ALLOW)
    assert (outcome.code, outcome.out) == (0, "true\n")


def test_without_the_grant_the_way_out_is_said(pp: Pp, letters: Path) -> None:
    outcome = pp(*RUN)
    assert_one_clear_error(
        outcome, 2, "not allowed: letters:num_letters", "add `--allow extern:letters`"
    )


def test_a_grant_of_another_form_is_refused(pp: Pp, letters: Path) -> None:
    assert_one_clear_error(pp(*RUN, "--allow", "letters"), 2, "`letters` is no grant")
    outcome = pp("test", "letters.pp", "--allow", "letters")
    assert_one_clear_error(outcome, 2, "`letters` is no grant")


def test_a_function_that_fails_fails_the_run(pp: Pp, letters: Path) -> None:
    letters.write_text(MODULE.replace("return", "return 1 //"), encoding="utf-8")
    outcome = pp(*RUN, *ALLOW)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith(
        "error: main/result[1]/result~1: `num_letters` (letters:num_letters) raised "
        "ZeroDivisionError: integer division or modulo by zero\n"
        "help: It was raised in letters.py, line 2.\n"
        "1 result is kept. Go on with: pp run --resume "
    )


def test_tests_need_the_grant_as_runs_do(pp: Pp, letters: Path) -> None:
    outcome = pp("test", "letters.pp", "-q", *ALLOW)
    assert outcome.code == 0
    assert outcome.out.startswith("1 passed in ")
    refused = pp("test", "letters.pp", "-q")
    assert refused.code == 1
    assert "add `--allow extern:letters`" in refused.out


def test_what_a_function_prints_is_no_result(pp: Pp, letters: Path) -> None:
    printing = "print('imported')\n" + MODULE.replace("return", "print('counted')\n    return")
    letters.write_text(printing, encoding="utf-8")
    outcome = pp(*RUN, "--json", *ALLOW)
    assert [one["letters"] for one in json.loads(outcome.out)] == [3, 0]
    assert [line for line in outcome.err.splitlines() if "ed" in line] == [
        "imported",
        "counted",
        "counted",
    ]


@pytest.mark.parametrize("command", ["run", "test"])
def test_what_a_function_has_written_below_python_is_no_result(
    command: str, letters: Path, tmp_path: Path
) -> None:
    writing = "import os, subprocess\n" + MODULE.replace(
        "return",
        "os.write(1, b'one\\n'); subprocess.run(['echo', 'two'], check=True)\n    return",
    )
    letters.write_text(writing, encoding="utf-8")
    words = RUN if command == "run" else ("test", "letters.pp")
    done = subprocess.run(
        [sys.executable, "-m", "pp_lang", *words, "--json", *ALLOW],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    assert json.loads(done.stdout)
    assert {"one", "two"} <= set(done.stderr.splitlines())


def test_what_only_looks_at_a_program_imports_nothing(pp: Pp, letters: Path) -> None:
    letters.write_text("raise SystemExit('imported')", encoding="utf-8")
    assert pp("check", "letters.pp").code == 0
    assert pp("fmt", "--diff", "letters.pp").code == 0
    assert "extern num_letters = letters:num_letters" in pp("graph", "letters.pp", "main").out
    plan = pp("plan", "letters.pp", "main", "-m", "fake").out
    assert "  extern num_letters  " in plan
    assert "calls Python code, so a run needs --allow extern:letters" in plan
    assert "letters" not in sys.modules
