"""`pp test`: which tests it runs, what it says of them, how it ends."""

import json
import re
from pathlib import Path
from xml.etree.ElementTree import parse

import pytest

from tests.support.command_line import Pp

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
