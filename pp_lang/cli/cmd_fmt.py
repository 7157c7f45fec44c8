"""`pp fmt`: programs in the one style."""

import sys
from dataclasses import dataclass
from pathlib import Path

from pp_lang.cli.console import ExitCode, note, out, show_error
from pp_lang.cli.read_files import decode_text, read_bytes
from pp_lang.cli.write_files import diff_lines, replace_file
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
        replace_file(formatted.path, formatted.after.encode())


def _report(formatted: _Formatted, *, is_check: bool, is_diff: bool) -> None:
    if is_diff:
        for line in diff_lines(formatted.name, formatted.before, formatted.after, "formatted"):
            out(line)
    if is_check:
        out(f"{formatted.name}: {'would change' if formatted.is_changed else 'unchanged'}")
    elif not is_diff and formatted.path != _STDIN:
        out(f"{formatted.name}: {'formatted' if formatted.is_changed else 'unchanged'}")
