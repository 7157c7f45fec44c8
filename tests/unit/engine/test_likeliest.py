import numpy as np
import pytest

from pp_lang.engine.likeliest import at_least, likeliest


@pytest.mark.parametrize("num_scores", [1, 20, 64, 2000, 49_153])
@pytest.mark.parametrize("count", [1, 20, 40, 700])
@pytest.mark.parametrize("digits", [0, 6], ids=["ties", "no ties"])
def test_the_likeliest_are_those_of_a_stable_sort(num_scores: int, count: int, digits: int) -> None:
    random = np.random.default_rng(num_scores + count)
    scores = random.standard_normal(num_scores).round(digits).astype(np.float32)
    expected = np.sort(np.argsort(-scores, kind="stable")[:count])
    assert likeliest(scores, count).tolist() == expected.tolist()


def test_what_is_impossible_is_not_among_the_likeliest() -> None:
    scores = np.full(10_000, -np.inf, dtype=np.float32)
    scores[[5, 70, 6000]] = [1, 2, 3]
    assert likeliest(scores, 40).tolist() == [5, 70, 6000]
    assert likeliest(scores, 2).tolist() == [70, 6000]


def test_a_bound_between_two_scores_leaves_the_lower_one_out() -> None:
    scores = np.array([0.1, 0.2], dtype=np.float32)
    assert at_least(scores, float(scores[0])).tolist() == [0, 1]
    assert at_least(scores, float(scores[0]) + 1e-12).tolist() == [1]
