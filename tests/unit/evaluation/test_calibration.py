"""The arithmetic of calibration."""

from math import exp, inf, isclose, log

import pytest

from pp_lang.evaluation import (
    Bias,
    LogShares,
    calibrate,
    centre_of,
    centre_of_batch,
    entropy_bits,
    find_bias,
    likeliest,
    log_shares,
)


def leaning(lean: float) -> LogShares:
    """Return the shares of two options whose first is likelier by the logarithm `lean`."""
    return log_shares([lean, 0.0])


def lean_of(shares: LogShares) -> float:
    return shares[0] - shares[1]


def test_shares_add_up_to_one_and_keep_their_ratios() -> None:
    shares = log_shares([-50.0, -51.0, -53.0])
    assert isclose(sum(map(exp, shares)), 1)
    assert isclose(shares[0] - shares[2], 3)


def test_what_is_impossible_has_a_finite_share() -> None:
    assert log_shares([0.0, -inf]) == (0.0, -700.0)
    assert log_shares([-inf, -inf]) == (-log(2), -log(2))


def test_of_two_options_a_batch_is_split_at_the_mean_of_their_differences() -> None:
    leans = [3.4, 2.9, 2.5, 2.0, 1.6, 0.6, 0.3, 0.1, 0.1]
    centre = centre_of_batch([leaning(lean) for lean in leans])
    assert centre is not None
    assert isclose(lean_of(centre), 1.5)
    left = [lean_of(calibrate(leaning(lean), centre)) for lean in leans]
    assert left == pytest.approx([lean - 1.5 for lean in leans])


def test_of_many_options_each_is_compared_with_its_own_mean() -> None:
    answers = [log_shares([3.0 + 0.1 * n, 0.0, 0.2 * n]) for n in range(9)]
    means = [sum(column) / 9 for column in zip(*answers, strict=True)]
    centre = centre_of_batch(answers)
    assert centre == pytest.approx(means)
    assert centre is not None
    for shares in answers:
        left = [one - mean for one, mean in zip(shares, means, strict=True)]
        assert calibrate(shares, centre) == pytest.approx(log_shares(left))


def test_between_equals_the_option_that_the_model_preferred_stays() -> None:
    answers = [leaning(-4.0)] * 9
    centre = centre_of_batch(answers)
    assert centre is not None
    assert likeliest(calibrate(answers[0], centre), answers[0]) == 1
    assert likeliest(log_shares([0.0, 0.0]), leaning(0.1)) == 0


def test_the_order_of_the_answers_does_not_matter_to_the_last_bit() -> None:
    answers = [log_shares([0.1 * n, 0.3, 0.7 - 0.01 * n]) for n in range(20)]
    assert centre_of_batch(answers) == centre_of_batch(answers[::-1])
    assert centre_of(answers) == centre_of(answers[::-1])


def test_a_few_answers_say_nothing_of_a_bias() -> None:
    assert centre_of_batch([leaning(2.0)] * 7) is None
    assert centre_of_batch([leaning(2.0)] * 8) is not None


def test_a_prior_is_the_mean_of_the_log_shares() -> None:
    answers = [leaning(lean) for lean in (1.0, 2.0, 6.0)]
    assert isclose(lean_of(centre_of(answers)), 3.0)


def test_a_calibrated_answer_adds_up_to_one() -> None:
    shares = calibrate(log_shares([-1.0, -2.0, -3.0]), log_shares([-0.1, -4.0, -5.0]))
    assert isclose(sum(map(exp, shares)), 1)


def test_an_even_choice_between_four_has_two_bits() -> None:
    assert isclose(entropy_bits(log_shares([0.0] * 4)), 2)
    assert entropy_bits(log_shares([0.0, -inf])) == pytest.approx(0)


def test_one_sided_answers_that_calibration_would_change_look_biased() -> None:
    answers = [leaning(0.1 * n) for n in range(1, 31)]
    assert find_bias(answers) == Bias(option=0, num_answers=30, num_chosen=30, num_changed=15)


def test_answers_to_both_sides_do_not_look_biased() -> None:
    assert find_bias([leaning(0.1 * n) for n in range(-5, 25)]) is None


def test_too_few_answers_do_not_look_biased() -> None:
    assert find_bias([leaning(0.1 * n) for n in range(1, 20)]) is None


def test_answers_that_all_lean_alike_do_not_look_biased() -> None:
    assert find_bias([leaning(4.0)] * 40) is None
