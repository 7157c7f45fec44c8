import numpy as np
import pytest

from pp_lang.engine.logit_rows import read_rows


def test_rows_give_their_best_token_and_their_normaliser() -> None:
    logits = np.array([[0, 1, 2], [5, 5, -50]], dtype=np.float32)
    rows = read_rows(logits)
    assert rows.best == [2, 0]
    expected = np.log(np.exp(logits.astype(np.float64)).sum(axis=1))
    assert rows.log_totals() == pytest.approx(expected, abs=1e-6)
    assert [rows.row(n).log_total() for n in range(2)] == rows.log_totals().tolist()


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_a_row_without_a_finite_greatest_logit_is_broken(bad: float) -> None:
    rows = read_rows(np.array([[0, 1, 2], [3, bad, 2], [2, 1, 0]], dtype=np.float32))
    assert [rows.row(number).is_broken for number in range(3)] == [False, True, False]
    assert rows.is_broken
    assert not rows[:1].is_broken


def test_a_row_in_which_no_token_is_possible_is_broken() -> None:
    assert read_rows(np.full((1, 3), -np.inf, dtype=np.float32)).row(0).is_broken


def test_impossible_tokens_break_no_row() -> None:
    rows = read_rows(np.array([[-np.inf, 1, 2]], dtype=np.float32))
    assert not rows.row(0).is_broken
    assert rows.log_totals() == pytest.approx([2 + np.log1p(np.exp(-1))], abs=1e-6)


def test_a_part_of_the_rows_is_rows_again() -> None:
    logits = np.arange(12, dtype=np.float32).reshape(4, 3)
    part = read_rows(logits)[1:3]
    assert part.best == [2, 2]
    assert part.logits.tolist() == logits[1:3].tolist()
    assert part.log_totals().tolist() == read_rows(logits).log_totals()[1:3].tolist()
