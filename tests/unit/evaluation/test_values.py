"""Values, and how they look in a prompt."""

import pytest

from pp_lang.evaluation import Answer, ContextValue, Value, is_equal, show_in_prompt, unwrap

YES = Answer(True, "true")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("as it is", "as it is"),
        (3, "3"),
        (3.0, "3"),
        (2.5, "2.5"),
        (0.1 + 0.2, "0.3"),
        (True, "true"),
        (False, "false"),
        (None, ""),
        (YES, "true"),
        (["a", 1, None], '["a", 1, null]'),
        ({"a": "ü", "b": [1.5]}, '{"a": "ü", "b": [1.5]}'),
        ([YES], "[true]"),
        (ContextValue("desk", None, ()), "desk"),
        ({"a": [ContextValue("desk", None, ())]}, '{"a": ["desk"]}'),
    ],
)
def test_a_value_shows_in_a_prompt(value: Value, shown: str) -> None:
    assert show_in_prompt(value) == shown


def test_unwrapping_replaces_choices_at_any_depth() -> None:
    assert unwrap({"a": [YES, {"b": YES}]}) == {"a": [True, {"b": True}]}


def test_what_is_unwrapped_is_a_copy() -> None:
    answer = Answer(["a"], '["a"]')
    copy = unwrap(answer)
    assert isinstance(copy, list)
    copy.append("b")
    assert answer.value == ["a"]


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        (1, 1.0, True),
        (1, True, False),
        ([1, [True]], [1, [1]], False),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        (YES, True, True),
        ([YES], [True], True),
        (None, False, False),
    ],
)
def test_equality_follows_the_language(left: Value, right: Value, equal: bool) -> None:
    assert is_equal(left, right) is equal
