"""Types to output forms and answers back to values."""

import json

import pytest

from pp_lang.engine import (
    FinishReason,
    FreeText,
    GenerationResult,
    JsonText,
    OneOf,
    OutputForm,
    RegexText,
    TokenUse,
)
from pp_lang.evaluation import (
    AnswerReader,
    Chosen,
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
    ],
)
def test_an_answer_is_read_as_its_type(ty: str, text: str, value: Value) -> None:
    found = reader(ty).read(answer(text))
    assert found == value
    if isinstance(value, dict):
        assert isinstance(found, dict)
        assert list(found) == list(value)


def test_a_choice_keeps_its_probabilities() -> None:
    found = reader("bool").read(answer("true", "scored", (0.75, 0.25)))
    assert found == Chosen(True, ((True, 0.75), (False, 0.25)))


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
    assert reader("text(max_chars: 9)").read(answer("abc", "max_tokens")) == "abc"
