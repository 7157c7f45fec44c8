"""Streams, colours, exit codes, and how a fault of pp is told."""

import pytest

from pp_lang.cli.console import ExitCode, exit_code_of, has_colour, show_bug, show_error
from pp_lang.errors import (
    CompileError,
    GenerationError,
    InputError,
    InternalError,
    ModelError,
    PPError,
    RunError,
)
from pp_lang.source import SourceFile


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (CompileError(SourceFile("x.pp", ""), ()), ExitCode.WRONG_INPUT),
        (InputError("x"), ExitCode.WRONG_INPUT),
        (ModelError("x"), ExitCode.WRONG_INPUT),
        (RunError("x"), ExitCode.RUN_FAILED),
        (GenerationError("x"), ExitCode.RUN_FAILED),
        (InternalError("x"), ExitCode.BUG),
    ],
)
def test_each_kind_of_error_has_its_exit_code(error: PPError, code: ExitCode) -> None:
    assert exit_code_of(error) == code


def test_an_error_of_a_run_names_its_node(capsys: pytest.CaptureFixture[str]) -> None:
    show_error(RunError("it broke", node="main/a[3]", hint="Mend it."))
    assert capsys.readouterr().err == "error: main/a[3]: it broke\nhelp: Mend it.\n"


def test_a_fault_of_pp_says_so_and_keeps_its_traceback_for_who_asks(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise ZeroDivisionError("by zero")

    for is_asked in (False, True):
        monkeypatch.setenv("PP_DEBUG", "1" if is_asked else "")
        try:
            fail()
        except ZeroDivisionError as error:
            show_bug(error)
        said = capsys.readouterr().err
        assert said.startswith("This is a bug in pp: ZeroDivisionError: by zero (test_console.py:")
        assert ("Traceback" in said) is is_asked


def test_colours_need_a_terminal_and_consent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert has_colour(is_terminal=True)
    assert not has_colour(is_terminal=False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not has_colour(is_terminal=True)
