import pytest

from pp_lang.diagnostics import did_you_mean, find_nearest
from pp_lang.diagnostics.suggest import edit_distance


@pytest.mark.parametrize(
    ("left", "right", "distance"),
    [
        ("", "", 0),
        ("abc", "abc", 0),
        ("abc", "", 3),
        ("abc", "abd", 1),
        ("abc", "acb", 1),
        ("abc", "ab", 1),
        ("kitten", "sitting", 3),
        ("ca", "abc", 3),
    ],
)
def test_distance_counts_edits_and_swaps(left: str, right: str, distance: int) -> None:
    assert edit_distance(left, right, 10) == distance
    assert edit_distance(right, left, 10) == distance


def test_distance_above_the_limit_is_only_known_to_be_above() -> None:
    assert edit_distance("a", "abcdefgh", 2) > 2


def test_the_nearest_name_wins_and_the_first_in_order_among_equals() -> None:
    assert find_nearest("verdct", ["verdict", "vendor"]) == "verdict"
    assert find_nearest("bat", ["cat", "hat"]) == "cat"


def test_case_alone_is_no_distance() -> None:
    assert find_nearest("POLICY", ["police", "policy"]) == "policy"


def test_nothing_is_offered_where_nothing_is_near() -> None:
    assert did_you_mean("something", ["policy", "review"]) is None
    assert did_you_mean("x", []) is None


def test_an_offer_is_a_question() -> None:
    assert did_you_mean("polcy", ["policy"]) == "Did you mean `policy`?"
