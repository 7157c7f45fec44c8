"""`pp check`: every mistake in the files, and nothing run."""

import json
from pathlib import Path

from pp_lang.api import FileImporter
from pp_lang.cli.console import ExitCode, note, out, show_diagnostics, show_error
from pp_lang.cli.programs import read_source
from pp_lang.compiler import check_source
from pp_lang.diagnostics import Diagnostic, Severity, to_json
from pp_lang.errors import InputError
from pp_lang.source import SourceFile

_Checked = tuple[SourceFile, tuple[Diagnostic, ...]]


def check_command(files: tuple[Path, ...], *, as_json: bool) -> int:
    """Check each file; a file that cannot be read does not keep the others from being checked."""
    checked: list[_Checked] = []
    unreadable: list[InputError] = []
    for path in files:
        try:
            source = read_source(path)
        except InputError as error:
            unreadable.append(error)
            continue
        checked.append((source, check_source(source, FileImporter(path.parent))))
    if as_json:
        _print_json(checked, unreadable)
    else:
        _print_text(checked, unreadable)
    has_error = bool(unreadable) or any(map(_num_errors, checked))
    return ExitCode.WRONG_INPUT if has_error else ExitCode.OK


def _num_errors(checked: _Checked) -> int:
    return sum(diagnostic.severity is Severity.ERROR for diagnostic in checked[1])


def _print_json(checked: list[_Checked], unreadable: list[InputError]) -> None:
    found = [to_json(diagnostic, source) for source, found in checked for diagnostic in found]
    document = {
        "files": [source.name for source, _ in checked],
        "diagnostics": found,
        "unreadable": [error.message for error in unreadable],
    }
    out(json.dumps(document, ensure_ascii=False, indent=2))


def _print_text(checked: list[_Checked], unreadable: list[InputError]) -> None:
    for error in unreadable:
        show_error(error)
    for source, found in checked:
        if found:
            show_diagnostics(found, source)
            note()
    for item in checked:
        out(f"{item[0].name}: {_verdict(item)}")


def _verdict(checked: _Checked) -> str:
    errors = _num_errors(checked)
    warnings = len(checked[1]) - errors
    parts = [_counted(errors, "error")] if errors else ["ok"]
    if warnings:
        parts.append(_counted(warnings, "warning"))
    return ", ".join(parts)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' if count != 1 else ''}"
