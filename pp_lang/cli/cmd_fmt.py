"""`pp fmt`: programs in the one style."""

import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import NoReturn

from pp_lang.cli.console import ExitCode, note, out, show_error
from pp_lang.cli.read_files import decode_text, read_bytes
from pp_lang.errors import CompileError, InputError
from pp_lang.tools import format_text

_STDIN = Path("-")


@dataclass(frozen=True, slots=True)
class _Formatted:
    path: Path
    name: str
    before: str
    after: str
    is_changed: bool


def fmt_command(files: tuple[Path, ...], *, is_check: bool, is_diff: bool) -> int:
    """Format each file; one that cannot be formatted does not keep the others from being so."""
    code = ExitCode.OK
    for path in files:
        try:
            formatted = _format(path)
            if not (is_check or is_diff):
                _write(formatted)
        except (CompileError, InputError) as error:
            show_error(error)
            note()
            code = ExitCode.WRONG_INPUT
            continue
        _report(formatted, is_check=is_check, is_diff=is_diff)
        if is_check and formatted.is_changed and code is ExitCode.OK:
            code = ExitCode.RUN_FAILED
    return code


def _format(path: Path) -> _Formatted:
    is_stdin = path == _STDIN
    data = sys.stdin.buffer.read() if is_stdin else read_bytes(path)
    name = "<stdin>" if is_stdin else str(path)
    before = decode_text(data, Path(name))
    after = format_text(before, name)
    return _Formatted(path, name, before, after, is_changed=after.encode() != data)


def _write(formatted: _Formatted) -> None:
    if formatted.path == _STDIN:
        out(formatted.after, has_newline=False)
    elif formatted.is_changed:
        try:
            _replace(formatted.path.resolve(), formatted.after)
        except OSError as error:
            _refuse(formatted.path, error)


def _replace(path: Path, text: str) -> None:
    """Write `text` beside `path`, then put it in its place: no reader ever sees half of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
        beside.chmod(path.stat().st_mode)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _report(formatted: _Formatted, *, is_check: bool, is_diff: bool) -> None:
    if is_diff:
        for line in _diff(formatted):
            out(line)
    if is_check:
        out(f"{formatted.name}: {'would change' if formatted.is_changed else 'unchanged'}")
    elif not is_diff and formatted.path != _STDIN:
        out(f"{formatted.name}: {'formatted' if formatted.is_changed else 'unchanged'}")


def _diff(formatted: _Formatted) -> Iterator[str]:
    """Yield the lines of a unified diff; line ends are the same on both sides."""
    before, after = (
        [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
        for text in (formatted.before, formatted.after)
    )
    return unified_diff(before, after, formatted.name, f"{formatted.name} (formatted)", lineterm="")


def _refuse(path: Path, error: OSError) -> NoReturn:
    raise InputError(f"{path}: cannot be written: {error.strerror or error}") from error
