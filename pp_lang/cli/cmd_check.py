"""`pp check`: every mistake in the files, nothing run; with `--fix`, the sure ones put right."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

from pp_lang.api import FileImporter, replace_file
from pp_lang.cli.console import ExitCode, note, out, show_diagnostics, show_error
from pp_lang.cli.diff_lines import diff_lines
from pp_lang.cli.program_files import (
    STDIN,
    ProgramText,
    find_all_program_files,
    read_program,
)
from pp_lang.diagnostics import Diagnostic, Severity, to_json, to_sarif
from pp_lang.errors import InputError, PPError
from pp_lang.source import SourceFile
from pp_lang.tools import AppliedFix, check, fix_text


@dataclass(frozen=True, slots=True)
class CheckCommand:
    """What the command line asks for."""

    files: tuple[Path, ...]
    as_json: bool = False
    as_sarif: bool = False
    is_fix: bool = False
    is_diff: bool = False
    is_strict: bool = False
    """True where a warning counts as an error."""


@dataclass(frozen=True, slots=True)
class _Checked:
    source: SourceFile
    found: tuple[Diagnostic, ...]
    applied: tuple[AppliedFix, ...] = ()

    @property
    def num_errors(self) -> int:
        return sum(one.severity is Severity.ERROR for one in self.found)


def check_command(command: CheckCommand) -> int:
    """Check each file; a file that cannot be read does not keep the others from being checked."""
    checked: list[_Checked] = []
    failed: list[PPError] = []
    for path in find_all_program_files(command.files, failed):
        try:
            checked.append(_check(path, command))
        except InputError as error:
            failed.append(error)
    _print(command, checked, failed)
    has_error = bool(failed) or any(one.num_errors for one in checked)
    return ExitCode.WRONG_INPUT if has_error else ExitCode.OK


def _check(path: Path, command: CheckCommand) -> _Checked:
    program = read_program(path)
    text, name, importer = program.source.text, program.source.name, FileImporter(path.parent)
    if not (command.is_fix or command.is_diff):
        return _judged(_Checked(program.source, check(text, name, importer).diagnostics), command)
    done = fix_text(text, name, importer)
    if command.is_diff:
        for line in diff_lines(name, text, done.source.text, "fixed"):
            out(line)
        return _judged(_Checked(program.source, check(text, name, importer).diagnostics), command)
    _write(program, done.source.text, command)
    return _judged(_Checked(done.source, done.diagnostics, done.applied), command)


def _write(program: ProgramText, after: str, command: CheckCommand) -> None:
    if program.path != STDIN:
        if after != program.source.text:
            replace_file(program.path, program.encode(after))
    elif not (command.as_json or command.as_sarif):
        out(after, has_newline=False)


def _judged(checked: _Checked, command: CheckCommand) -> _Checked:
    """Take the warnings for errors, if that is asked for."""
    if not command.is_strict:
        return checked
    found = tuple(replace(one, severity=Severity.ERROR) for one in checked.found)
    return replace(checked, found=found)


def _print(command: CheckCommand, checked: list[_Checked], failed: list[PPError]) -> None:
    if command.as_json:
        _print_json(checked, failed)
        return
    for error in failed:
        show_error(error)
    if command.as_sarif:
        pairs = [(one, item.source) for item in checked for one in item.found]
        out(json.dumps(to_sarif(pairs), ensure_ascii=False, indent=2))
        return
    for item in checked:
        if item.found:
            show_diagnostics(item.found, item.source)
            note()
    if not command.is_diff:
        _print_verdicts(checked, is_fix=command.is_fix)


def _print_json(checked: list[_Checked], failed: list[PPError]) -> None:
    document = {
        "files": [item.source.name for item in checked],
        "diagnostics": [to_json(one, item.source) for item in checked for one in item.found],
        "fixed": [to_json(one.diagnostic, one.before) for item in checked for one in item.applied],
        "unreadable": [error.message for error in failed],
    }
    out(json.dumps(document, ensure_ascii=False, indent=2))


def _print_verdicts(checked: list[_Checked], *, is_fix: bool) -> None:
    for item in checked:
        # The fixed text of standard input is the result; what was done to it is not.
        say = note if is_fix and item.source.name == "<stdin>" else out
        for one in item.applied:
            line, column = one.before.position(one.diagnostic.label.span.start)
            place = f"{item.source.name}:{line}:{column}"
            say(f"{place}: fixed [{one.diagnostic.code}]: {one.fix.title}")
        say(f"{item.source.name}: {_verdict(item)}")


def _verdict(checked: _Checked) -> str:
    errors = checked.num_errors
    warnings = len(checked.found) - errors
    parts = [_counted(errors, "error")] if errors else ["ok"]
    if warnings:
        parts.append(_counted(warnings, "warning"))
    return ", ".join(parts)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' if count != 1 else ''}"
