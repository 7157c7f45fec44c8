"""Answers that are recorded beside a program: what is written, what is read back, what is kept."""

import json
import threading
from pathlib import Path

import pytest

from pp_lang.api import (
    CaseKey,
    CompiledFile,
    RecordedAnswers,
    RecordedTests,
    RunOptions,
    TestReport,
    fake_answers,
    read_recording,
    record_tests,
    recording_path,
    run_tests,
)
from pp_lang.compiler import compile_source
from pp_lang.engine import GenerationResult
from pp_lang.errors import InputError, ModelError
from pp_lang.runtime import OpenedModel
from pp_lang.source import SourceFile

PROGRAM = '''
template mood(review: text) -> "happy" | "angry" """
  What is the mood of this review? {{ review }}
"""

template words(topic: text) -> list[text(max_chars: 8)](max_items: 3) """
  Words about {{ topic }}.
"""

template merge(notes: list[text]) -> text { max_tokens: 9 } """
  Merge: {% for note in notes %}{{ note }}{% end %}
"""

test "moods" {
  given (map review in ["a", "b"]: mood(review)) as moods
  expect len(moods) == 2
}

test "rows" {
  cases ["tea", "jam"] as topic
  given (sample 2: words(topic)) as found
  expect len(found) == 2
}

test "merged" {
  given (reduce ["x", "y"] with merge by tree) as merged
  expect merged != ""
}

test "scripted" {
  answers mood: ["happy"]
  given mood("x") as only
  expect only == "happy"
}
'''
OPEN_FAKE = fake_answers(RunOptions()).open


def compiled(text: str = PROGRAM) -> CompiledFile:
    return CompiledFile(compile_source(SourceFile("a.pp", text)), None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return recording_path(tmp_path / "a.pp")


def record(path: Path, text: str = PROGRAM, pattern: str = "") -> RecordedTests:
    return record_tests(compiled(text), path, OPEN_FAKE, pattern)


def replay(path: Path, text: str = PROGRAM) -> TestReport:
    recording = read_recording(path)
    assert recording is not None
    return run_tests(compiled(text), source=RecordedAnswers(recording, "pp test --record a.pp"))


def errors(report: TestReport) -> dict[str, str]:
    return {one.name: one.error.message for one in report.results if one.error is not None}


def test_recorded_tests_pass_again_without_a_model(path: Path) -> None:
    done = record(path)
    assert done.report.has_passed
    assert done.num_recorded == 7
    report = replay(path)
    assert report.has_passed
    assert report.answers == {"fake (a pretend model) (recorded)": 7, "scripted": 1}


def test_the_file_has_a_line_for_each_answer_in_order(path: Path) -> None:
    record(path)
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert lines[0] == {"recorded": "answers for pp test", "version": 1}
    assert [one["model"] for one in lines if "facts" in one] == ["fake (a pretend model)"]
    assert [(one["test"], one.get("row"), one["place"]) for one in lines if "place" in one] == [
        ("merged", None, "merged[0]"),
        ("moods", None, "moods[0]"),
        ("moods", None, "moods[1]"),
        ("rows", 0, "found[0]"),
        ("rows", 0, "found[1]"),
        ("rows", 1, "found[0]"),
        ("rows", 1, "found[1]"),
    ]


def test_recording_twice_gives_the_same_bytes(path: Path) -> None:
    record(path)
    first = path.read_bytes()
    record(path)
    assert path.read_bytes() == first


def test_a_changed_prompt_makes_its_test_stale_and_no_other(path: Path) -> None:
    record(path)
    report = replay(path, PROGRAM.replace("Words about", "Three words about"))
    stale = "the recorded answer is stale: the prompt has changed"
    assert errors(report) == {"rows[0]": stale, "rows[1]": stale}
    error = report.results[1].error
    assert error is not None
    assert error.hint == "Record it again: pp test --record a.pp -k rows"


def test_a_new_test_says_that_nothing_is_recorded_for_it(path: Path) -> None:
    record(path)
    more = 'test "more" { expect mood("c") == "happy" }\n'
    assert errors(replay(path, PROGRAM + more)) == {"more": "nothing is recorded for this test"}


def test_a_stale_answer_counts_even_where_the_program_would_go_on(path: Path) -> None:
    text = PROGRAM.replace("max_tokens: 9", "max_tokens: 9, retry: 2")
    record(path, text)
    report = replay(path, text.replace("Merge:", "Join:"))
    assert list(errors(report)) == ["merged"]


def test_recording_some_tests_keeps_the_others(path: Path) -> None:
    record(path)
    before = read_recording(path)
    done = record(path, PROGRAM.replace("Words", "Nice words"), "rows")
    after = read_recording(path)
    assert before is not None
    assert after is not None
    assert (done.num_recorded, done.dropped) == (4, ())
    moods = CaseKey("moods")
    assert after.cases[moods] == before.cases[moods]
    assert after.cases[CaseKey("rows", 0)] != before.cases[CaseKey("rows", 0)]


def test_what_nothing_asks_for_goes_and_is_told(path: Path) -> None:
    record(path)
    fewer = PROGRAM.replace('["a", "b"]', '["a"]').replace('test "rows"', 'test "lines"')
    done = record(path, fewer)
    assert done.dropped == (
        "moods: moods[1]",
        "rows[0]: found[0]",
        "rows[0]: found[1]",
        "rows[1]: found[0]",
        "rows[1]: found[1]",
    )
    recording = read_recording(path)
    assert recording is not None
    assert {key.test for key in recording.cases} == {"moods", "lines", "merged"}


def test_where_everything_is_scripted_there_is_no_file(path: Path) -> None:
    record(path)
    record(path, PROGRAM[: PROGRAM.index('test "moods"')] + PROGRAM[PROGRAM.index('test "scr') :])
    assert not path.exists()


def test_a_model_that_cannot_be_opened_leaves_what_was_recorded(path: Path) -> None:
    record(path)
    before = path.read_bytes()

    def open_none(_stop: threading.Event) -> OpenedModel:
        raise ModelError("it is gone")

    done = record_tests(compiled(), path, open_none)
    assert set(errors(done.report).values()) == {"it is gone"}
    assert path.read_bytes() == before


def test_an_answer_may_be_changed_by_hand(path: Path) -> None:
    record(path)
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for one in lines:
        if one.get("place") == "merged[0]":
            one["answer"] = "by hand ✓"
    path.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    recording = read_recording(path)
    assert recording is not None
    (answer,) = recording.cases[CaseKey("merged")].run.answers
    assert isinstance(answer.outcome, GenerationResult)
    assert answer.outcome.text == "by hand ✓"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "these are no recorded answers of version 1"),
        ('{"recorded": "answers for pp test", "version": 2}', "no recorded answers of version 1"),
        ("<<<<<<< ours", ":1: this line is no recorded answer"),
        ('{"recorded": "answers for pp test", "version": 1}\n\n[]', ":3: this line is no"),
        ('{"recorded": "answers for pp test", "version": 1}\n{"test": "a"}', ":2: this line is no"),
    ],
)
def test_a_file_that_is_no_recording_is_told_with_its_line(
    path: Path, text: str, said: str
) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_recording(path)
    assert said in raised.value.message
    assert raised.value.hint == "Record the answers again with `pp test --record`."


def test_a_broken_file_is_replaced_where_all_is_recorded_and_kept_where_some_is(
    path: Path,
) -> None:
    path.write_text("<<<<<<<\n", encoding="utf-8")
    with pytest.raises(InputError):
        record(path, pattern="rows")
    record(path)
    assert replay(path).has_passed


def test_without_a_file_nothing_is_recorded(path: Path) -> None:
    assert read_recording(path) is None
