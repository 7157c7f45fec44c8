"""The words for an answer's form."""

import pytest

from pp_lang.evaluation import describe_format
from tests.support.runtime_builders import type_of


@pytest.mark.parametrize(
    ("ty", "words"),
    [
        ("text", "text"),
        ("text(max_chars: 40)", "text of at most 40 characters"),
        ('"positive" | "negative"', "one of: positive, negative"),
        ("bool", "one of: true, false"),
        ("int(1..5)", "a whole number from 1 to 5"),
        ("int", "a whole number"),
        ("float(min: 0)", "a number of at least 0"),
        ("list[text]", "JSON like [text, ...]"),
        ("list[text](min_items: 2, max_items: 5)", "JSON like [text, ...] with 2 to 5 items"),
        ("list[int](max_items: 1)", "JSON like [whole number, ...] with at most 1 item"),
        ('list["a" | "b"]', 'JSON like [("a" | "b"), ...]'),
        ("int?", "JSON like whole number | null"),
    ],
)
def test_a_type_is_described_in_few_words(ty: str, words: str) -> None:
    assert describe_format(type_of(ty)) == words


def test_a_record_is_shown_as_the_json_it_is() -> None:
    ty = type_of(
        '{ mood: "happy" | "neutral" | "angry", topic: text(max_chars: 40), urgent: bool }'
    )
    assert describe_format(ty) == (
        'JSON like {"mood": "happy" | "neutral" | "angry", '
        '"topic": text of at most 40 characters, "urgent": true or false}'
    )


def test_a_field_says_its_doc() -> None:
    from pp_lang.semantics import TEXT, FieldTy, RecordTy

    ty = RecordTy((FieldTy("topic", TEXT, "a few words"),))
    assert describe_format(ty) == 'JSON like {"topic": text (a few words)}'
