"""Streams that are closed, full or no longer read: one clear line, and never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ECHO = '''
template mood(review: text) -> "good" | "bad" """
  Is this review good or bad? {{ review }}
"""
program main(word: text) {
  return word + " " + word
}
test "good" {
  answers mood: ["good"]
  given mood("fine") as found
  expect found == "good"
}
'''
COMMANDS = (
    ("run", "echo.pp", "-i", "word=tea", "-m", "fake"),
    ("run", "echo.pp", "-i", "word=tea", "-m", "fake", "--stream", "--json"),
    ("check", "echo.pp"),
    ("check", "echo.pp", "--json"),
    ("graph", "echo.pp"),
    ("fmt", "--diff", "echo.pp"),
    ("test", "echo.pp"),
    ("test", "echo.pp", "--json"),
    ("explain",),
    ("--version",),
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "echo.pp").write_text(ECHO, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def call(arguments: tuple[str, ...], redirection: str) -> "subprocess.CompletedProcess[str]":
    line = f'exec "$0" -m pp_lang "$@" {redirection}'
    return subprocess.run(
        ["/bin/sh", "-c", line, sys.executable, *arguments],
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_result_that_the_disk_has_no_room_for_is_told(arguments: tuple[str, ...]) -> None:
    done = call(arguments, "> /dev/full")
    assert done.stderr == "error: cannot write the result: No space left on device\n"
    assert done.returncode == 1


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_closed_standard_output_is_told(arguments: tuple[str, ...]) -> None:
    done = call(arguments, ">&-")
    assert done.stderr == "error: cannot write the result: standard output is closed\n"
    assert done.returncode == 1


@pytest.mark.parametrize("redirection", ["2>&-", "2> /dev/full"])
def test_the_result_comes_also_where_nothing_can_be_said(redirection: str) -> None:
    done = call(("run", "echo.pp", "-i", "word=tea", "-m", "fake"), redirection)
    assert (done.returncode, done.stdout) == (0, "tea tea\n")


@pytest.mark.parametrize("redirection", ["2>&-", "2> /dev/full"])
def test_a_mistake_that_cannot_be_told_still_has_its_exit_code(redirection: str) -> None:
    assert call(("check", "none.pp"), redirection).returncode == 2


@pytest.mark.parametrize("arguments", [*COMMANDS, ("--help",), ("run", "--help")], ids=" ".join)
def test_a_reader_that_has_had_enough_ends_the_command_quietly(arguments: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as gone:
        done = subprocess.run(
            [sys.executable, "-m", "pp_lang", *arguments],
            check=False,
            stdout=gone,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert (done.returncode, done.stderr) == (141, "")


def test_a_closed_standard_input_is_told() -> None:
    done = call(("check", "-"), "<&-")
    assert done.stderr == "error: standard input is closed\nhelp: Name a file.\n"
    assert done.returncode == 2
