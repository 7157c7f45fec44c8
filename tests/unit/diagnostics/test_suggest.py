import pytest

from pp_lang.diagnostics import did_you_mean, find_nearest, find_sure
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


@pytest.mark.parametrize(
    ("left", "right", "distance"),
    [
        ("verdict", "verdcit", 1),
        ("verdict", "verdit", 1),
        ("verdict", "vardict", 1),
        ("ab", "ba", 1),
    ],
)
def test_one_edit_is_found_where_one_is_allowed(left: str, right: str, distance: int) -> None:
    assert edit_distance(left, right, 1) == distance


def test_two_edits_are_above_a_limit_of_one() -> None:
    assert edit_distance("verdict", "vardicts", 1) > 1
    assert edit_distance("verdict", "verdtci", 1) > 1


def test_a_correction_is_sure_where_one_name_alone_is_near_to_a_name_not_short() -> None:
    assert find_sure("verdct", ["verdict", "policy"]) == ("verdict", True)
    assert find_sure("verdct", ["verdict", "verdicts"]) == ("verdict", False)
    assert find_sure("bat", ["cat"]) == ("cat", False)
    assert find_sure("policy", ["review"]) == (None, False)


def test_a_single_letter_is_guessed_only_by_its_case() -> None:
    assert find_nearest("d", ["a", "b"]) is None
    assert find_nearest("A", ["a", "b"]) == "a"
