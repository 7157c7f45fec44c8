"""Types to output forms and answers back to values."""

import json
from math import log

import pytest

from pp_lang.engine import (
    FinishReason,
    FreeText,
    GenerationResult,
    GivenText,
    JsonText,
    OneOf,
    OutputForm,
    RegexText,
    TokenUse,
)
from pp_lang.evaluation import (
    AnswerReader,
    PydanticTypes,
    UnreadableAnswerError,
    Value,
    build_reader,
)
from tests.support.runtime_builders import type_of


def reader(ty: str) -> AnswerReader:
    return build_reader(type_of(ty), PydanticTypes())


def answer(
    text: str,
    reason: FinishReason = "complete",
    probabilities: tuple[float, ...] | None = None,
) -> GenerationResult:
    return GenerationResult(text, reason, TokenUse(5, 0, 3, 1), (), probabilities)


@pytest.mark.parametrize(
    ("ty", "form"),
    [
        ("text", FreeText()),
        ("text(max_chars: 9)", RegexText("(?s:.{1,9})")),
        ('text(pattern: "a|b")', RegexText("a|b")),
        ('"yes" | "no"', OneOf(("yes", "no"))),
        ("bool", OneOf(("true", "false"))),
        ("1 | 2 | 3", OneOf(("1", "2", "3"))),
    ],
)
def test_a_type_has_its_form(ty: str, form: OutputForm) -> None:
    assert reader(ty).form == form


@pytest.mark.parametrize("ty", ["int", "{ a: int }", "list[int]", "int?", '"1" | 1'])
def test_other_types_are_asked_for_as_json(ty: str) -> None:
    form = reader(ty).form
    assert isinstance(form, JsonText)
    assert isinstance(json.loads(form.schema), dict)


@pytest.mark.parametrize(
    ("ty", "text", "value"),
    [
        ("text", "  hello \n", "hello"),
        ('text(pattern: " a ")', " a ", " a "),
        ("int", "12", 12),
        ("float", "3", 3.0),
        ("{ b: int, a: text }", '{"a":"x","b":1}', {"b": 1, "a": "x"}),
        ("list[text]", '["a"]', ["a"]),
        ("int?", "null", None),
        ("{ a: int, b: text? }", '{"a":1}', {"a": 1, "b": None}),
    ],
)
def test_an_answer_is_read_as_its_type(ty: str, text: str, value: Value) -> None:
    found = reader(ty).read(answer(text))
    assert found.value == value
    assert found.raw == text
    if isinstance(value, dict):
        assert isinstance(found.value, dict)
        assert list(found.value) == list(value)


def test_a_choice_keeps_its_probabilities() -> None:
    found = reader("bool").read(answer("true", "scored", (0.75, 0.25)))
    assert found.value is True
    assert found.scores.options == ((True, 0.75), (False, 0.25))
    assert found.scores.logprob == pytest.approx(log(0.75))


def test_a_choice_that_was_given_has_the_probability_of_its_member() -> None:
    form = reader("bool")
    assert form.form_of("false") == OneOf(("true", "false"))
    found = form.read(answer("true", "scored", (0.75, 0.25)), given="false")
    assert found.value is False
    assert found.scores.logprob == pytest.approx(log(0.25))


def test_an_answer_knows_the_likelihood_of_its_tokens() -> None:
    written = GenerationResult("abc", "end_of_turn", TokenUse(5, 0, 2, 0), (-0.5, -1.5))
    scores = reader("text").read(written).scores
    assert (scores.logprob, scores.log_likelihood, scores.num_tokens) == (-1.0, -2.0, 2)


def test_an_answer_that_was_begun_holds_its_beginning() -> None:
    found = reader("text").read(answer(" it was."), begin=" Once")
    assert found.raw == " Once it was."
    assert found.value == "Once it was."


@pytest.mark.parametrize(
    ("ty", "value", "text"),
    [("text", "a b", "a b"), ("int", 3, "3"), ("{ a: int }", {"a": 1}, '{"a":1}')],
)
def test_a_given_answer_is_scored_as_a_model_would_write_it(
    ty: str, value: Value, text: str
) -> None:
    form = reader(ty)
    assert form.written(value) == text
    assert form.form_of(text) == GivenText(text)


@pytest.mark.parametrize(
    ("ty", "result", "why"),
    [
        ("int", answer("12a"), "not valid JSON: Extra data: line 1 column 3 (char 2)"),
        ("float", answer("NaN"), "not valid JSON: NaN is not a number of JSON"),
        ("int(1..5)", answer("9"), "expected a number of at most 5, found 9"),
        (
            "{ a: int }",
            answer('{"a":', "max_tokens"),
            "the answer was cut off after 4 tokens; a larger `max_tokens` gives it room",
        ),
        (
            "{ a: int }",
            answer('{"a":', "stop_string"),
            "a stop string ended the answer before it was complete",
        ),
        ('"a" | "b"', answer("c"), "the answer is not a or b"),
    ],
)
def test_an_answer_that_is_no_value_says_why(ty: str, result: GenerationResult, why: str) -> None:
    with pytest.raises(UnreadableAnswerError) as caught:
        reader(ty).read(result)
    assert str(caught.value) == why


def test_text_that_was_cut_off_is_still_text() -> None:
    assert reader("text(max_chars: 9)").read(answer("abc", "max_tokens")).value == "abc"
