"""Arithmetic of counts that are known only within bounds."""

import pytest

from pp_lang.planner.bounds import ONE, ZERO, Bounds, exactly, longest, total, up_to


def test_sums_and_products_keep_both_ends() -> None:
    assert Bounds(1, 3) + exactly(2) == Bounds(3, 5)
    assert Bounds(1, 3) * Bounds(2, None) == Bounds(2, None)
    assert total([ONE, up_to(4)]) == Bounds(1, 5)


def test_nothing_times_anything_is_nothing() -> None:
    assert ZERO * Bounds(3, None) == ZERO
    assert up_to(None) * ZERO == ZERO


def test_both_and_the_larger_of_two_counts() -> None:
    assert Bounds(2, 5) | Bounds(4, None) == Bounds(2, None)
    assert longest(Bounds(2, 5), Bounds(3, 4)) == Bounds(3, 5)


@pytest.mark.parametrize(
    ("count", "text"),
    [(exactly(1234), "1,234"), (Bounds(0, 12), "0–12"), (Bounds(7, None), "≥ 7")],
)
def test_a_count_says_how_well_it_is_known(count: Bounds, text: str) -> None:
    assert str(count) == text
