"""What a person sees: streams, colours, exit codes."""

import os
import sys
import traceback
from enum import IntEnum
from pathlib import Path
from typing import TextIO

import click

from pp_lang.cli.results_stream import is_open, results_stream
from pp_lang.diagnostics import Diagnostic, render_text
from pp_lang.errors import CompileError, InputError, InternalError, ModelError, PPError, RunError
from pp_lang.source import SourceFile


class ExitCode(IntEnum):
    """What the process says when it ends; `pp --help` documents them."""

    OK = 0
    RUN_FAILED = 1
    WRONG_INPUT = 2
    BUG = 3
    NO_TESTS = 5
    INTERRUPTED = 130
    BROKEN_PIPE = 141


class OutputError(PPError):
    """The result cannot be written to stdout."""


def prepare_streams() -> None:
    """Make both streams write UTF-8 and never fail on a character, on every platform."""
    if sys.stderr is None:  # the process began with it closed: what is said there is lost
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # until the end
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def out(text: str = "", *, has_newline: bool = True) -> None:
    """Write a result to stdout. Raises `OutputError`, and `BrokenPipeError` for a gone reader."""
    stream = results_stream()
    if not is_open(stream):
        raise OutputError("cannot write the result: standard output is closed")
    try:
        click.echo(text, stream, nl=has_newline, color=has_colour(stream.isatty()))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise cannot_write(error) from error


def note(text: str = "") -> None:
    """Write what is not a result to stderr; where that cannot be written, it is lost."""
    try:
        click.echo(text, err=True, color=has_colour(sys.stderr.isatty()))
    except OSError:
        drop_what_is_unwritten(sys.stderr)


def cannot_write(error: OSError) -> OutputError:
    """Return what to say where stdout does not take the result."""
    return OutputError(f"cannot write the result: {error.strerror or error}")


def drop_what_is_unwritten(stream: TextIO | None) -> None:
    """Keep Python from failing once more, and loudly, when it closes `stream` at its end."""
    if not is_open(stream):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def has_colour(is_terminal: bool) -> bool:
    """Return whether to colour; NO_COLOR (no-color.org) and dumb terminals say no."""
    return is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def show_error(error: PPError) -> None:
    """Write an error with its place and its hint to stderr."""
    if isinstance(error, CompileError):
        show_diagnostics(error.diagnostics, error.source)
        return
    place = f"{error.node}: " if isinstance(error, RunError) and error.node else ""
    note(f"{click.style('error', fg='red', bold=True)}: {place}{error.message}")
    if error.hint:
        note(f"{click.style('help', fg='cyan')}: {error.hint}")


def show_diagnostics(diagnostics: tuple[Diagnostic, ...], source: SourceFile) -> None:
    """Draw each diagnostic to stderr, a blank line between them."""
    for index, diagnostic in enumerate(diagnostics):
        if index:
            note()
        note(_coloured(render_text(diagnostic, source)))


def show_bug(error: Exception) -> None:
    """Say that pp itself failed, and where; PP_DEBUG=1 adds the traceback."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "pp_lang" in frame.filename] or list(frames)
    place = f" ({Path(ours[-1].filename).name}:{ours[-1].lineno})" if ours else ""
    note(
        f"{click.style('This is a bug in pp', fg='red', bold=True)}: "
        f"{type(error).__name__}: {error}{place}"
    )
    note("Please report it with the program that shows it. PP_DEBUG=1 shows the traceback.")
    if os.environ.get("PP_DEBUG") == "1":
        note("".join(traceback.format_exception(error)).rstrip())


def exit_code_of(error: PPError) -> ExitCode:
    """Return the exit code that an error ends the process with."""
    match error:
        case CompileError() | InputError() | ModelError():
            return ExitCode.WRONG_INPUT
        case InternalError():
            return ExitCode.BUG
        case _:
            return ExitCode.RUN_FAILED


def _coloured(drawn: str) -> str:
    head, _, rest = drawn.partition("\n")
    colour = "red" if head.startswith("error") else "yellow"
    lines = [click.style(head, fg=colour, bold=True)]
    for line in rest.split("\n"):
        if line.startswith("help:"):
            lines.append(click.style("help:", fg="cyan") + line[len("help:") :])
        elif set(line.partition("|")[2].strip()[:1]) & {"^", "-"} and not line[:1].strip():
            gutter, bar, marks = line.partition("|")
            lines.append(click.style(gutter + bar, dim=True) + click.style(marks, fg=colour))
        else:
            gutter, bar, text = line.partition(" | ")
            is_source = bool(bar) and gutter.strip().isdigit()
            lines.append(click.style(gutter + bar, dim=True) + text if is_source else line)
    return "\n".join(lines)
