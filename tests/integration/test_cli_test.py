"""`pp test`: which tests it runs, what it says of them, how it ends."""

import json
import re
from pathlib import Path
from xml.etree.ElementTree import parse

import pytest

from tests.support.command_line import Pp, assert_one_clear_error

PROGRAM = '''
template mood(review: text) -> "happy" | "angry" """
  What is the mood of this review? {{ review }}
"""

template say(word: text) """
  Say {{ word }}.
"""

program main(reviews: list[text]) { return map review in reviews: mood(review) }

test "moods come in order" {
  answers mood: ["happy", "angry"]
  given main(["Fine.", "Broken."]) as moods
  expect moods == ["happy", "angry"]
  expect soft len(moods) == 3
}

test "words" {
  cases [{ word: "a", n: 1 }, { word: "b", n: 2 }] as row
  answers say: ["x"]
  given say(row.word) as said
  expect said == "x"
  expect row.n == 1
}

test "too few answers" {
  answers mood: ["happy"]
  given main(["Fine.", "Broken."]) as moods
  expect len(moods) == 2
}

test "nothing is scripted" {
  given main(["Fine."]) as moods
  expect len(moods) == 1
}
'''


@pytest.fixture
def moods(pp: Pp) -> Path:  # it makes the folder
    path = Path("moods.pp")
    path.write_text(PROGRAM, encoding="utf-8")
    return path


def test_every_test_and_every_row_is_told_in_the_order_of_the_file(pp: Pp, moods: Path) -> None:
    done = pp("test", "moods.pp")
    assert done.code == 1
    assert done.out.splitlines()[:5] == [
        "moods.pp::moods come in order PASSED (1 soft)",
        "moods.pp::words[0] PASSED",
        "moods.pp::words[1] FAILED",
        "moods.pp::too few answers ERROR",
        "moods.pp::nothing is scripted PASSED",
    ]
    assert re.search(
        r"\n3 passed, 1 failed, 1 with an error, 1 with soft failures in [\d.]+ s\n", done.out
    )
    assert done.out.endswith("Answers: 1 by fake (a pretend model), 5 scripted\n")


def test_a_failure_shows_the_expectation_and_the_values_in_it(pp: Pp, moods: Path) -> None:
    done = pp("test", "moods.pp", "-k", "WORDS", "-q")
    assert done.code == 1
    assert "moods.pp:24:10: words[1]" in done.out
    assert 'expected: row.n == 1\n  row.n = 2\n  row = {"word": "b", "n": 2}\n' in done.out


def test_a_call_without_an_answer_left_says_so_with_its_place(pp: Pp, moods: Path) -> None:
    done = pp("test", "moods.pp", "-k", "too few")
    assert done.code == 1
    assert "result[1]: `mood` is called more often than the test has answers (1)" in done.out


def test_soft_failures_do_not_fail(pp: Pp, moods: Path) -> None:
    done = pp("test", "moods.pp", "-k", "in order")
    assert done.code == 0
    assert "expected (soft): len(moods) == 3" in done.out


def test_no_test_found_has_an_exit_code_of_its_own(pp: Pp, moods: Path) -> None:
    done = pp("test", "-k", "absent")
    assert (done.code, done.out) == (5, "no test found whose name contains `absent`\n")


def test_a_broken_file_is_told_before_anything_runs(pp: Pp, moods: Path) -> None:
    Path("broken.pp").write_text('test "wrong" { expect 1 }\n', encoding="utf-8")
    done = pp("test", "moods.pp", "broken.pp")
    assert (done.code, done.out) == (2, "")
    assert "error[wrong-type]" in done.err


def test_results_as_json(pp: Pp, moods: Path) -> None:
    document = json.loads(pp("test", "moods.pp", "--json").out)
    assert document["passed"] is False
    assert [one["passed"] for one in document["tests"]] == [True, True, False, False, True]
    assert document["tests"][2]["failures"][0]["values"] == {"row": {"word": "b", "n": 2}}


def test_results_as_junit_xml(pp: Pp, moods: Path) -> None:
    pp("test", "moods.pp", "--junit", "report.xml")
    suite = parse("report.xml").getroot()[0]  # noqa: S314  # written by the line above
    counts = [suite.get(name) for name in ("tests", "failures", "errors")]
    assert counts == ["5", "1", "1"]
    assert suite[2].find("failure") is not None
    assert suite[3].find("error") is not None


ASKING = """
template mood(review: text) -> "happy" | "angry" {open}
  What is the mood of this review? {{ review }}
{open}

test "moods" {
  given (map review in ["a", "b"]: mood(review)) as moods
  expect len(moods) == 2
}

test "one" {
  given mood("c") as one
  expect one in ["happy", "angry"]
}
""".replace("{open}", '"""')


@pytest.fixture
def asking(pp: Pp) -> Path:  # it makes the folder
    path = Path("asking.pp")
    path.write_text(ASKING, encoding="utf-8")
    return path


def test_answers_are_recorded_and_then_replayed_without_being_asked_for(
    pp: Pp, asking: Path
) -> None:
    recorded = pp("test", "asking.pp", "--record", "-m", "fake")
    assert recorded.code == 0
    assert recorded.err == "asking.recorded.jsonl: 3 answers recorded\n"
    assert "Answers: 3 by fake (a pretend model)\n" in recorded.out
    for model in ((), ("-m", "recorded")):
        replayed = pp("test", "asking.pp", *model)
        assert replayed.code == 0
        assert replayed.out.endswith("Answers: 3 by fake (a pretend model) (recorded)\n")
    again = pp("test", "asking.pp", "-m", "fake")
    assert again.out.endswith("Answers: 3 by fake (a pretend model)\n")


def test_a_stale_answer_is_refused_with_the_command_that_records_it(pp: Pp, asking: Path) -> None:
    pp("test", "asking.pp", "--record", "-m", "fake")
    asking.write_text(ASKING.replace("What is", "Say"), encoding="utf-8")
    done = pp("test", "asking.pp", "-k", "one")
    assert done.code == 1
    assert "asking.pp::one ERROR" in done.out
    assert "  error: one: the recorded answer is stale: the prompt has changed\n" in done.out
    assert "  help: Record it again: pp test --record asking.pp -k one\n" in done.out


def test_what_is_no_longer_asked_for_is_told_when_recording(pp: Pp, asking: Path) -> None:
    pp("test", "asking.pp", "--record", "-m", "fake")
    asking.write_text(ASKING.replace('["a", "b"]', '["a"]'), encoding="utf-8")
    done = pp("test", "asking.pp", "--record", "-m", "fake", "-k", "moods")
    assert done.err == (
        "asking.recorded.jsonl: 1 answer recorded\n"
        "asking.recorded.jsonl: no longer asked for: moods: moods[1]\n"
    )


def test_recorded_answers_that_are_not_there_are_missed(pp: Pp, asking: Path) -> None:
    done = pp("test", "asking.pp", "-m", "recorded", "-k", "one", "--allow", "extern:math")
    assert done.code == 1
    assert "error: one: nothing is recorded for this test" in done.out
    assert "help: Record it: pp test --record asking.pp --allow extern:math -k one" in done.out


def test_recorded_answers_cannot_be_recorded(pp: Pp, asking: Path) -> None:
    assert_one_clear_error(pp("test", "--record", "-m", "recorded"), 2, "--record asks a model")


def test_a_model_that_is_not_there_is_told_before_anything_runs(pp: Pp, asking: Path) -> None:
    done = pp("test", "asking.pp", "-m", "absent")
    assert_one_clear_error(done, 2, "There is no model called `absent`")


def test_hidden_folders_are_left_alone_and_each_file_runs_once(pp: Pp, asking: Path) -> None:
    for folder in (Path(".venv"), Path("inner")):
        folder.mkdir()
        (folder / "more.pp").write_text('test "more" { expect true }\n', encoding="utf-8")
    done = pp("test", ".", "asking.pp", "-k", "o", "-j", "2")
    told = [line for line in done.out.splitlines() if "::" in line]
    assert told == [
        "asking.pp::moods PASSED",
        "asking.pp::one PASSED",
        str(Path("inner/more.pp::more PASSED")),
    ]


def test_all_broken_files_are_told(pp: Pp, asking: Path) -> None:
    for name in ("b1.pp", "b2.pp"):
        Path(name).write_text('test "wrong" { expect 1 }\n', encoding="utf-8")
    done = pp("test")
    assert (done.code, done.out) == (2, "")
    assert done.err.count("error[wrong-type]") == 2


@pytest.mark.model
def test_answers_of_the_real_model_replay_and_are_the_same_when_recorded_again(
    pp: Pp, asking: Path
) -> None:
    recorded = pp("test", "asking.pp", "--record")
    assert recorded.code == 0
    answers = Path("asking.recorded.jsonl").read_bytes()
    assert b'"model": "SmolLM2-135M-Instruct.Q4_1@' in answers
    assert str(Path.home()).encode() not in answers
    replayed = pp("test", "asking.pp")
    assert replayed.code == 0
    assert replayed.out.endswith("(recorded)\n")
    pp("test", "asking.pp", "--record", "-k", "one")
    assert Path("asking.recorded.jsonl").read_bytes() == answers


def test_a_wide_value_has_a_line_for_each_of_its_parts(pp: Pp) -> None:
    text = "x" * 40
    Path("wide.pp").write_text(
        f"""
test "wide" {{
  given ["{text}", "{text}"] as words
  given {{ a: "{text}", b: words }} as record
  given range(300) as numbers
  expect record.a == words[0] + "!"
  expect record == {{ a: "b", b: words }}
  expect numbers[0] == len(numbers)
  expect upper("{text}{text}") == ""
}}
""",
        encoding="utf-8",
    )
    done = pp("test", "wide.pp")
    assert f'  words = [\n    "{text}",\n    "{text}",\n  ]\n' in done.out
    assert f'  record = {{\n    "a": "{text}",\n    "b": ["{text}", "{text}"],\n  }}\n' in done.out
    assert "    19,\n    … (300 in all)\n  ]\n" in done.out
    assert f'  upper("{text}{text}") = "{text.upper() * 2}"\n' in done.out
