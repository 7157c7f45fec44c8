"""`pp fmt`: programs in the one style."""

from dataclasses import dataclass
from pathlib import Path

from pp_lang.api import replace_file
from pp_lang.cli.console import ExitCode, note, out, show_error
from pp_lang.cli.diff_lines import diff_lines
from pp_lang.cli.program_files import (
    STDIN,
    ProgramText,
    find_all_program_files,
    read_program,
)
from pp_lang.errors import CompileError, InputError, PPError
from pp_lang.tools import format_text


@dataclass(frozen=True, slots=True)
class _Formatted:
    program: ProgramText
    after: str

    @property
    def is_changed(self) -> bool:
        return self.after.encode() != self.program.encode(self.program.source.text)


def fmt_command(files: tuple[Path, ...], *, is_check: bool, is_diff: bool) -> int:
    """Format each file; one that cannot be formatted does not keep the others from being so."""
    code = ExitCode.OK
    failed: list[PPError] = []
    for path in find_all_program_files(files, failed):
        try:
            formatted = _format(path)
            if not (is_check or is_diff):
                _write(formatted)
        except (CompileError, InputError) as error:
            failed.append(error)
            continue
        _report(formatted, is_check=is_check, is_diff=is_diff)
        if is_check and formatted.is_changed:
            code = ExitCode.RUN_FAILED
    _show_failed(failed)
    return ExitCode.WRONG_INPUT if failed else code


def _show_failed(failed: list[PPError]) -> None:
    for place, error in enumerate(failed):
        if place:
            note()
        show_error(error)


def _format(path: Path) -> _Formatted:
    program = read_program(path)
    return _Formatted(program, format_text(program.source.text, program.source.name))


def _write(formatted: _Formatted) -> None:
    if formatted.program.path == STDIN:
        out(formatted.after, has_newline=False)
    elif formatted.is_changed:
        replace_file(formatted.program.path, formatted.after.encode())


def _report(formatted: _Formatted, *, is_check: bool, is_diff: bool) -> None:
    source = formatted.program.source
    if is_diff:
        for line in diff_lines(source.name, source.text, formatted.after, "formatted"):
            out(line)
    if is_check:
        out(f"{source.name}: {'would change' if formatted.is_changed else 'unchanged'}")
    elif not is_diff and formatted.program.path != STDIN:
        out(f"{source.name}: {'formatted' if formatted.is_changed else 'unchanged'}")
