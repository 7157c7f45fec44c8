"""`pp test`: the tests in program files, reported like those of a test runner people know."""

import json
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pp_lang.api import (
    FAKE,
    AnswerSource,
    CaseResult,
    CompiledFile,
    Externs,
    LazyModel,
    ModelAnswers,
    RecordedAnswers,
    Recording,
    RunOptions,
    TestReport,
    fake_answers,
    find_tests,
    open_model,
    read_recording,
    record_tests,
    recording_path,
    run_tests,
)
from pp_lang.cli.console import ExitCode, note, out, show_error
from pp_lang.cli.junit import junit_xml
from pp_lang.cli.models import find_named_model, models_folder
from pp_lang.cli.program_files import find_program_files
from pp_lang.cli.programs import compile_file
from pp_lang.cli.results_stream import only_results_on_stdout
from pp_lang.cli.show_tests import show_case, show_failures, show_summary
from pp_lang.cli.test_json import report_json
from pp_lang.errors import CompileError, InputError

RECORDED = "recorded"
"""The name under which recorded answers are asked for."""


@dataclass(frozen=True, slots=True)
class TestArguments:
    """The command line of `pp test`."""

    files: tuple[Path, ...]
    pattern: str
    model: str | None
    """None means recorded answers where a file has some, otherwise the pretend model."""
    jobs: int
    is_recording: bool
    junit: Path | None
    as_json: bool
    is_quiet: bool
    grants: tuple[str, ...] = ()
    is_invariant: bool = False


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    compiled: CompiledFile

    @property
    def name(self) -> str:
        return self.compiled.compilation.source.name


@only_results_on_stdout()
def test_command(command: TestArguments) -> int:
    """Run the tests that are meant and say how they ended."""
    paths = [one for path in command.files or (Path(),) for one in find_program_files(path)]
    files = _compile(list(dict.fromkeys(paths)), Externs(allow=command.grants))
    if files is None:
        return ExitCode.WRONG_INPUT
    if command.model not in (None, FAKE, RECORDED) and files:
        find_named_model(command.model, None)
    reports = _run(files, command)
    _show(reports, command)
    if command.junit is not None:
        _write_junit(command.junit, reports)
    if not reports:
        return ExitCode.NO_TESTS
    passed = all(report.has_passed for report in reports)
    return ExitCode.OK if passed else ExitCode.RUN_FAILED


def _compile(paths: list[Path], externs: Externs) -> list[_File] | None:
    """Return the files compiled; None where some are wrong, which is said."""
    files: list[_File] = []
    is_wrong = False
    for path in paths:
        try:
            files.append(_File(path, CompiledFile(compile_file(path), path.parent, externs)))
        except (CompileError, InputError) as error:
            if is_wrong:
                note()
            show_error(error)
            is_wrong = True
    return None if is_wrong else files


def _run(files: list[_File], command: TestArguments) -> list[TestReport]:
    """Run the tests of each file that has some; a model is opened once for all of them."""
    found = [one for one in files if find_tests(one.compiled.compilation, command.pattern)]
    name = None if command.model in (FAKE, RECORDED) else command.model
    invariant = command.is_invariant
    with LazyModel(
        lambda: open_model(name, folder=models_folder(), batch_invariant=invariant)
    ) as model:
        if command.is_recording:
            return [_record(file, model, command) for file in found]
        return [_test(file, model, command) for file in found]


def _test(file: _File, model: LazyModel, command: TestArguments) -> TestReport:
    options = RunOptions(models_folder=models_folder())
    return run_tests(
        file.compiled,
        command.pattern,
        source=_source(file, model, command, options),
        options=options,
        jobs=command.jobs,
        on_result=_teller(file, command),
    )


def _source(
    file: _File, model: LazyModel, command: TestArguments, options: RunOptions
) -> AnswerSource:
    """Return who answers what the tests of a file do not script."""
    if command.model in (None, RECORDED):
        recording = read_recording(recording_path(file.path))
        if recording is not None or command.model == RECORDED:
            return RecordedAnswers(recording or Recording({}), _recording_command(file, command))
    if command.model in (None, FAKE):
        return fake_answers(options)
    return ModelAnswers(model.lend, is_shared=True)


def _recording_command(file: _File, command: TestArguments) -> str:
    """Return the command line that records the answers of a file."""
    words = ["pp", "test", "--record", str(file.path)]
    for grant in command.grants:
        words += ["--allow", grant]
    return shlex.join(words)


def _record(file: _File, model: LazyModel, command: TestArguments) -> TestReport:
    path = recording_path(file.path)
    options = RunOptions(models_folder=models_folder())
    source = fake_answers(options).open if command.model == FAKE else model.lend
    done = record_tests(
        file.compiled,
        path,
        source,
        command.pattern,
        options=options,
        on_result=_teller(file, command),
    )
    answers = "answer" if done.num_recorded == 1 else "answers"
    note(f"{path}: {done.num_recorded:,} {answers} recorded")
    for place in done.dropped:
        note(f"{path}: no longer asked for: {place}")
    return done.report


def _teller(file: _File, command: TestArguments) -> Callable[[CaseResult], None] | None:
    if command.as_json or command.is_quiet:
        return None
    return lambda result: show_case(file.name, result)


def _show(reports: list[TestReport], command: TestArguments) -> None:
    if command.as_json:
        out(json.dumps(report_json(reports), ensure_ascii=False, indent=2))
        return
    show_failures(reports)
    if reports and not (command.is_quiet and all(report.has_passed for report in reports)):
        out()
    show_summary(reports, command.pattern)


def _write_junit(path: Path, reports: list[TestReport]) -> None:
    try:
        path.write_text(junit_xml(reports), encoding="utf-8")
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror or error}") from None
