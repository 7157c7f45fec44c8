"""Tests of programs, run from Python."""

import pytest

from pp_lang.api.program import CompiledFile
from pp_lang.api.testing import run_tests
from pp_lang.compiler import compile_source
from pp_lang.errors import CompileError
from pp_lang.source import SourceFile

SAY = '''
template say(word: text) """
  Say {{ word }}.
"""
'''


def compiled(text: str) -> CompiledFile:
    return CompiledFile(compile_source(SourceFile("a.pp", SAY + text)), None)


def test_answers_go_to_items_by_their_index() -> None:
    file = compiled("""
test "many" {
  answers say: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
  given (map i in range(10): say("word")) as said
  expect said == ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
}
""")
    assert run_tests(file).has_passed


def test_an_expectation_may_hold_steps_and_a_given_may_use_another() -> None:
    file = compiled("""
test "steps" {
  answers say: ["a", "b", "c"]
  given say("x") as first
  given say(first) as second
  expect second == "b" and say(second) == "c"
}
""")
    assert run_tests(file).has_passed


def test_a_failed_expectation_shows_only_the_names_in_it() -> None:
    file = compiled("""
test "names" {
  answers say: ["a", "b"]
  given say("x") as first
  given say("y") as second
  expect len(first) == 2
}
""")
    (result,) = run_tests(file).results
    (failure,) = result.failures
    assert (failure.text, failure.values) == ("len(first) == 2", (("first", "a"),))


def test_results_are_told_in_the_order_of_the_file() -> None:
    words = ["", "a", "aa", "aaa", "aaaa", "aaaaa"]
    file = compiled(
        "".join(f'test "t{n}" {{ expect len("{word}") != 3 }}\n' for n, word in enumerate(words))
    )
    told: list[str] = []
    report = run_tests(file, on_result=lambda one: told.append(one.name))
    assert told == [one.name for one in report.results] == [f"t{n}" for n in range(6)]
    assert [one.has_passed for one in report.results] == [True, True, True, False, True, True]


def test_a_run_that_fails_is_an_error_of_its_own_test_only() -> None:
    file = compiled('test "bad" { expect [1][4] == 1 }\ntest "good" { expect true }\n')
    bad, good = run_tests(file).results
    assert bad.error is not None
    assert good.has_passed


def test_an_empty_table_of_cases_is_an_error() -> None:
    file = compiled('test "none" { cases map i in range(0): i as row expect row == 1 }')
    (result,) = run_tests(file).results
    assert result.error is not None
    assert result.error.message == "its table of cases is empty"


def test_an_expectation_is_a_bool() -> None:
    with pytest.raises(CompileError):
        compiled('test "two" { expect 1 }')
