"""What can be asked of an answer, and of what it becomes."""

import pytest

from tests.support.front import codes, compiled

HEAD = '''
template sure(q: text) -> "yes" | "no" """{{ q }}"""
template is_late(q: text) -> bool """{{ q }}"""
template maybe(q: text) -> ("yes" | "no")? """{{ q }} {{ format }}"""
'''


def program(body: str) -> str:
    return f"{HEAD} program main(q: text) {{ {body} }}"


@pytest.mark.parametrize(
    "asked",
    [
        "return sure(q).probability",
        "return default(first(sample 2: sure(q)), sure(q)).probability",
        "m = maybe(q)  return if m != none: m.logprob else: 0.0",
        "return [sure(q), is_late(q)][0].probability",
    ],
)
def test_an_answer_stays_one_on_its_way(asked: str) -> None:
    assert codes(program(asked)) == []


def test_what_was_written_has_no_probability_also_once_it_is_not_none() -> None:
    asked = "m = maybe(q)  return if m != none: m.probability else: 0.0"
    assert codes(program(asked)) == ["unknown-field"]


def test_probabilities_of_either_answer_may_be_of_the_options_of_both() -> None:
    body = "all = [[sure(q)], [is_late(q)]]  return flatten(all)[0].probabilities[0].value"
    output = compiled(program(body)).module.programs["main"].output
    assert str(output) == '"yes" | "no" | bool'
