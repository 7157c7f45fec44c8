"""Runs tests on a model and keeps what it said beside the program."""

from dataclasses import dataclass
from pathlib import Path

from pp_lang.api.answer_sources import OpenModel, RecordingAnswers
from pp_lang.api.options import RunOptions
from pp_lang.api.program import CompiledFile
from pp_lang.api.recording import CaseKey, Recording
from pp_lang.api.recording_file import read_recording, write_recording
from pp_lang.api.test_report import TestReport
from pp_lang.api.testing import OnResult, find_tests, run_tests
from pp_lang.errors import InputError, ModelError


@dataclass(frozen=True, slots=True)
class RecordedTests:
    """What came of recording a file."""

    report: TestReport
    num_recorded: int
    """Answers that were recorded now."""
    dropped: tuple[str, ...]
    """Places of recorded answers that nothing asks for any more, in order."""


def record_tests(
    file: CompiledFile,
    path: Path,
    open_: OpenModel,
    pattern: str = "",
    *,
    options: RunOptions | None = None,
    on_result: OnResult | None = None,
) -> RecordedTests:
    """Run the tests whose names contain `pattern` on a model, and write what it said to `path`.

    Tests that were not run keep what is recorded for them; so does one whose model could not be
    used. Raises `InputError` where the file cannot be written, or only some tests are run and the
    others' answers cannot be read.
    """
    before = _read(path, is_needed=bool(pattern))
    source = RecordingAnswers(open_)
    report = run_tests(file, pattern, source=source, options=options, on_result=on_result)
    unusable = {one.test for one in report.results if isinstance(one.error, ModelError)}
    ran = {test.name for test in find_tests(file.compilation, pattern)} - unusable
    tests = set(file.compilation.module.tests)
    kept = {k: v for k, v in before.cases.items() if k.test in tests and k.test not in ran}
    new = {key: one for key, one in source.kept().items() if key.test in ran}
    after = Recording({**kept, **new})
    write_recording(path, after)
    return RecordedTests(report, len(Recording(new).places()), _dropped(before, after))


def _read(path: Path, *, is_needed: bool) -> Recording:
    """Return what was recorded before; what is broken does not matter where all is recorded."""
    try:
        return read_recording(path) or Recording({})
    except InputError:
        if is_needed:
            raise
        return Recording({})


def _dropped(before: Recording, after: Recording) -> tuple[str, ...]:
    still = set(after.places())
    return tuple(_shown(key, place) for key, place in before.places() if (key, place) not in still)


def _shown(key: CaseKey, place: str) -> str:
    return f"{key.name}: {place}"
