"""`pp test`: the tests in program files, reported like those of a test runner people know."""

import json
from dataclasses import dataclass
from pathlib import Path

import click

from pp_lang.api import (
    FAKE,
    CaseResult,
    CompiledFile,
    Externs,
    FailedExpectation,
    TestReport,
    find_tests,
    run_tests,
)
from pp_lang.cli.console import ExitCode, out
from pp_lang.cli.junit import junit_xml
from pp_lang.cli.models import find_named_model, models_folder
from pp_lang.cli.programs import compile_file
from pp_lang.cli.test_json import report_json, shown_value
from pp_lang.errors import InputError, PPError, RunError


@dataclass(frozen=True, slots=True)
class TestArguments:
    """The command line of `pp test`."""

    files: tuple[Path, ...]
    pattern: str
    model: str
    junit: Path | None
    as_json: bool
    is_quiet: bool
    grants: tuple[str, ...] = ()


def test_command(command: TestArguments) -> int:
    """Run the tests that are meant and say how they ended."""
    externs = Externs(allow=command.grants)
    files = [_compile(path, externs) for path in _find_files(command.files)]
    if command.model != FAKE and files:
        find_named_model(command.model, None)
    files = [file for file in files if find_tests(file.compilation, command.pattern)]
    is_text = not command.as_json
    reports = [_run(file, command, is_told=is_text and not command.is_quiet) for file in files]
    if command.junit is not None:
        _write_junit(command.junit, reports)
    if command.as_json:
        out(json.dumps(report_json(reports), ensure_ascii=False, indent=2))
    else:
        _show_failures(reports)
        if reports and not (command.is_quiet and all(report.has_passed for report in reports)):
            out()
        out(_summary(reports, command))
    if not reports:
        return ExitCode.NO_TESTS
    passed = all(report.has_passed for report in reports)
    return ExitCode.OK if passed else ExitCode.RUN_FAILED


def _find_files(given: tuple[Path, ...]) -> list[Path]:
    """Return the files given, for a folder those in it, and for nothing those of this folder."""
    found: list[Path] = []
    for path in given or (Path(),):
        found += sorted(path.rglob("*.pp")) if path.is_dir() else [path]
    return found


def _compile(path: Path, externs: Externs) -> CompiledFile:
    return CompiledFile(compile_file(path), path.parent, externs)


def _run(file: CompiledFile, command: TestArguments, *, is_told: bool) -> TestReport:
    from pp_lang.api import RunOptions

    return run_tests(
        file,
        command.pattern,
        command.model,
        options=RunOptions(models_folder=models_folder()),
        on_result=(lambda one: _tell(file, one)) if is_told else None,
    )


def _tell(file: CompiledFile, result: CaseResult) -> None:
    verdict = _verdict(result)
    colour = "green" if result.has_passed else "red"
    soft = f" ({len(result.soft_failures)} soft)" if result.soft_failures else ""
    name = f"{file.compilation.source.name}::{result.name}"
    out(f"{name} {click.style(verdict, fg=colour)}{soft}")


def _verdict(result: CaseResult) -> str:
    if result.error is not None:
        return "ERROR"
    return "FAILED" if result.failures else "PASSED"


def _show_failures(reports: list[TestReport]) -> None:
    for report in reports:
        for result in report.results:
            for one in result.failures:
                _show_failure(report, result, one, "expected")
            for one in result.soft_failures:
                _show_failure(report, result, one, "expected (soft)")
            if result.error is not None:
                _show_error(report, result, result.error)


def _show_failure(
    report: TestReport, result: CaseResult, failure: FailedExpectation, word: str
) -> None:
    out(f"\n{report.file}:{failure.line}:{failure.column}: {result.name}")
    out(f"  {word}: {failure.text}")
    for name, value in failure.values:
        out(f"  {name} = {shown_value(value)}")


def _show_error(report: TestReport, result: CaseResult, error: PPError) -> None:
    place = f"{error.node}: " if isinstance(error, RunError) and error.node else ""
    out(f"\n{report.file}: {result.name}")
    out(f"  error: {place}{error.message}")
    if error.hint:
        out(f"  help: {error.hint}")


def _write_junit(path: Path, reports: list[TestReport]) -> None:
    try:
        path.write_text(junit_xml(reports), encoding="utf-8")
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror or error}") from None


def _summary(reports: list[TestReport], command: TestArguments) -> str:
    results = [one for report in reports for one in report.results]
    if not results:
        wanted = f" whose name contains `{command.pattern}`" if command.pattern else ""
        return f"no test found{wanted}"
    counts = (
        (sum(one.has_passed for one in results), "passed"),
        (sum(bool(one.failures) for one in results), "failed"),
        (sum(one.error is not None for one in results), "with an error"),
        (sum(bool(one.soft_failures) for one in results), "with soft failures"),
    )
    return ", ".join(f"{count} {word}" for count, word in counts if count)
