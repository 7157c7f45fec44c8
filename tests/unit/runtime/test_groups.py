"""Groups of one level of a tree."""

from hypothesis import given
from hypothesis import strategies as st

from pp_lang.planner import MOST_MERGED
from pp_lang.runtime.groups import build_groups


def sizes(lengths: list[int], room: int) -> list[int] | None:
    groups = build_groups(lengths, lambda some: sum(some) <= room)
    return None if groups is None else [len(group) for group in groups]


def test_one_value_is_one_group() -> None:
    assert sizes([9], 1) == [1]


def test_groups_are_as_large_as_fits() -> None:
    assert sizes([1] * 8, 4) == [4, 4]


def test_no_group_is_larger_than_a_small_model_can_follow() -> None:
    assert sizes([1] * 40, 1000) == [16, 16, 8]


def test_no_value_is_left_alone_where_a_group_can_spare_one() -> None:
    assert sizes([1] * 17, 1000) == [15, 2]
    assert sizes([1] * 3, 2) == [2, 1]


def test_a_value_is_left_alone_where_it_fits_no_neighbour() -> None:
    assert sizes([1, 1, 3, 9], 10) == [3, 1]


def test_two_that_do_not_fit_are_refused() -> None:
    assert sizes([3, 3, 1], 4) is None


@given(st.lists(st.integers(1, 5), min_size=1, max_size=60), st.integers(10, 40))
def test_groups_keep_the_values_in_order_and_get_fewer(lengths: list[int], room: int) -> None:
    groups = build_groups(lengths, lambda some: sum(some) <= room)
    assert groups is not None
    assert [length for group in groups for length in group] == lengths
    assert all(sum(group) <= room and len(group) <= MOST_MERGED for group in groups)
    assert len(lengths) == 1 or len(groups) < len(lengths)
