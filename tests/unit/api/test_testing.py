"""Tests of programs, run from Python."""

import pytest

from pp_lang.api import (
    CaseKey,
    CompiledFile,
    LazyModel,
    Model,
    ModelAnswers,
    RunOptions,
    TestReport,
    fake_answers,
    open_model,
    run_tests,
)
from pp_lang.api.answer_sources import CaseAnswers
from pp_lang.compiler import compile_source
from pp_lang.errors import CompileError, GenerationError, ModelError
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


KIND = '''
template kind(word: text) -> "noun" | "verb" """
  What is {{ word }}?
"""
'''


def test_a_scripted_answer_may_say_how_sure_the_model_was() -> None:
    file = compiled(
        KIND
        + """
test "scores" {
  answers kind: [
    { answer: "noun", probabilities: [0.75, 0.25] },
    { answer: "verb", logprob: log(0.5) },
    "noun",
  ]
  given (map word in ["a", "b", "c"]: kind(word)) as kinds
  expect kinds == ["noun", "verb", "noun"]
  expect round(kinds[0].probability, 3) == 0.75
  expect round(kinds[1].probability, 3) == 0.5
  expect round(kinds[2].probability, 3) == 0.9
}
"""
    )
    assert run_tests(file).results[0].failures == ()


def test_a_scripted_answer_is_not_calibrated() -> None:
    file = compiled(
        KIND.replace('"verb" """', '"verb" { calibrate: "batch" } """')
        + """
program kinds(words: list[text]) { return map word in words: kind(word) }

test "as scripted" {
  answers kind: ["noun", "noun", "noun", "noun", "noun", "noun", "noun", "verb"]
  given kinds(["a", "b", "c", "d", "e", "f", "g", "h"]) as found
  expect count(found, "noun") == 7
}
"""
    )
    assert run_tests(file).results[0].failures == ()


def test_a_record_with_a_field_called_answer_is_an_answer_of_its_own() -> None:
    file = compiled('''
template ask() -> { answer: text(max_chars: 9), tokens: int } """
  Ask.
"""

test "records" {
  answers ask: [{ answer: "a", tokens: 3 }, { answer: { answer: "b", tokens: 4 }, logprob: -1 }]
  given ask() as one
  given ask() as other
  expect one.tokens == 3 and other.answer == "b"
}
''')
    assert run_tests(file).results[0].failures == ()


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ("logprob: 0.5", "the `logprob` of a scripted answer is above 0"),
        ("entropy: -1", "the `entropy` of a scripted answer is below 0"),
        ("probabilities: [1]", "1 probabilities for 2 options"),
    ],
)
def test_a_score_that_no_model_gives_is_an_error(scores: str, said: str) -> None:
    file = compiled(
        KIND
        + f"""
test "scores" {{
  answers kind: [{{ answer: "noun", {scores} }}]
  expect kind("x") == "noun"
}}
"""
    )
    (result,) = run_tests(file).results
    assert result.error is not None
    assert said in result.error.message


def test_a_failed_comparison_shows_both_of_its_sides() -> None:
    file = compiled("""
test "sides" {
  answers say: ["a", "b"]
  given say("x") as first
  expect len(first) + 1 == len("abc")
  expect say("y") == first
  expect not (first in ["a"])
  expect first == "b"
}
""")
    (result,) = run_tests(file).results
    assert [one.sides for one in result.failures] == [
        (("len(first) + 1", 2), ('len("abc")', 3)),
        (('say("y")', "b"),),
        (),
        (),
    ]


def test_where_two_lists_differ_is_said() -> None:
    file = compiled("""
test "lists" {
  expect [{ a: 1, b: "x" }] == [{ a: 1, b: "y" }]
  expect soft range(2) == range(3)
  expect 1 + 1 == 3
}
""")
    (result,) = run_tests(file).results
    found = [one.difference for one in (*result.failures, *result.soft_failures)]
    assert found == ['at [0].b: "x" against "y"', None, "at its end: 2 items against 3 items"]


def test_a_test_without_expectation_passes_when_its_run_does() -> None:
    assert run_tests(compiled('test "runs" { given say("x") as said }')).has_passed


def test_as_many_tests_run_at_a_time_as_are_asked_for() -> None:
    file = compiled("".join(f'test "t{n}" {{ expect say("{n}") != "" }}\n' for n in range(6)))
    at_once: list[int] = []
    running = 0

    class Watched(ModelAnswers):
        def of_case(self, key: CaseKey) -> CaseAnswers:
            nonlocal running
            running += 1
            at_once.append(running)
            return self

        def find_refusal(self) -> None:
            nonlocal running
            running -= 1

    for jobs, most in ((1, 1), (3, 3)):
        at_once.clear()
        source = Watched(fake_answers(RunOptions()).open, is_shared=False)
        assert run_tests(file, source=source, jobs=jobs).has_passed
        assert max(at_once) == most


def test_a_model_is_opened_once_and_only_when_it_is_asked() -> None:
    opened: list[Model] = []

    def open_() -> Model:
        opened.append(open_model("fake"))
        return opened[-1]

    scripted = 'test "s" { answers say: ["a"] expect say("x") == "a" }\n'
    asking = "".join(f'test "t{n}" {{ expect say("{n}") != "" }}\n' for n in range(3))
    with LazyModel(open_) as lazy:
        source = ModelAnswers(lazy.lend, is_shared=True)
        assert run_tests(compiled(scripted), source=source).has_passed
        assert opened == []
        assert run_tests(compiled(asking), source=source).has_passed
        assert run_tests(compiled(asking), source=source).has_passed
    assert len(opened) == 1


def test_a_named_model_is_found_beside_the_program() -> None:
    with pytest.raises(ModelError, match="there is no such model file"):
        raise_first(run_tests(compiled('test "t" { expect say("x") != "" }'), model="gone.gguf"))


def test_no_other_model_is_opened_for_a_fallback() -> None:
    file = compiled('''
template tally(word: text) -> list[int] { max_tokens: 1, fallback: "nowhere" } """
  Count {{ word }}.
"""

test "t" { expect len(tally("x")) == 1 }
''')
    with pytest.raises(GenerationError, match="cut off"):
        raise_first(run_tests(file))


def raise_first(report: TestReport) -> None:
    error = report.results[0].error
    assert error is not None
    raise error
