import pytest

from pp_lang.engine.cells import Cells


def test_what_is_taken_and_released_is_free_again() -> None:
    cells = Cells(10, 2)
    cells.take(7)
    assert cells.num_free == 3
    cells.release(7)
    assert cells.num_free == 10
    assert cells.statistics().cells_peak == 7


def test_more_than_there_is_is_never_given() -> None:
    cells = Cells(10, 1)
    cells.take(10)
    with pytest.raises(AssertionError):
        cells.take(1)
    cells.take_sequence()
    with pytest.raises(AssertionError):
        cells.take_sequence()


def test_the_lowest_free_sequence_comes_first() -> None:
    cells = Cells(1, 3)
    assert [cells.take_sequence() for _ in range(3)] == [0, 1, 2]
    cells.release_sequence(2)
    cells.release_sequence(0)
    assert cells.take_sequence() == 0
    assert cells.statistics().sequences_in_use == 2


def test_nothing_is_released_twice() -> None:
    cells = Cells(5, 2)
    with pytest.raises(AssertionError):
        cells.release(1)
    with pytest.raises(AssertionError):
        cells.release_sequence(0)
