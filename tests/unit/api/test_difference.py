"""Where two values first differ, in words."""

import pytest

from pp_lang.api.difference import find_difference
from pp_lang.evaluation import Value

LONG = "It was a bright cold day in April, and the clocks were "


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ([1, 2], [1, 3], "at [1]: 2 against 3"),
        ([1], [1, 3], "at its end: 1 item against 2 items"),
        ({"a": [1, [2]]}, {"a": [1, []]}, "at a[1]: 1 item against 0 items"),
        ({"a": {"b": "x"}}, {"a": {"b": "y"}}, 'at a.b: "x" against "y"'),
        ({"a": {"b": 1}}, {"a": {"b": None}}, "at a.b: 1 against null"),
        (LONG + "striking.", LONG + "old.", 'at character 55, "striking." against "old."'),
        ([LONG], [LONG + "late"], 'at [0]: character 55, "" against "late"'),
    ],
)
def test_the_first_difference_is_named_with_its_place(left: Value, right: Value, said: str) -> None:
    assert find_difference(left, right) == said


@pytest.mark.parametrize(
    ("left", "right"), [([1], [1]), (1, 2), ("a", "b"), ({"a": 1}, {"b": 1}), ([1], {"a": 1})]
)
def test_nothing_is_said_where_the_values_say_it(left: Value, right: Value) -> None:
    assert find_difference(left, right) is None
