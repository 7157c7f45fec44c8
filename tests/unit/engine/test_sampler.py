from dataclasses import replace

import numpy as np
import pytest

from pp_lang.engine.sampler import TokenPicker
from pp_lang.engine.token_mask import mask_of
from pp_lang.sampling_params import SamplingParams
from tests.support import naive_sampler


def _row(*values: float) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    return np.array(values, dtype=np.float32)


def _draws(params: SamplingParams, *values: float, count: int = 300) -> list[int]:
    picker = TokenPicker(params)
    return [picker.pick(_row(*values), []) for _ in range(count)]


def test_temperature_zero_takes_the_most_likely_allowed_token() -> None:
    picker = TokenPicker(SamplingParams())
    assert picker.pick(_row(1, 3, 2), []) == 1
    assert picker.pick(_row(1, 3, 2), [], mask_of(np.array([0, 2]), 3)) == 2


def test_equal_seeds_draw_equal_tokens_and_others_do_not() -> None:
    def params(seed: int) -> SamplingParams:
        return SamplingParams(temperature=1.0, seed=seed, min_p=0, top_p=1, top_k=0)

    assert _draws(params(1), 1, 1, 1, 1) == _draws(params(1), 1, 1, 1, 1)
    assert _draws(params(1), 1, 1, 1, 1) != _draws(params(2), 1, 1, 1, 1)


def test_draws_follow_the_probabilities() -> None:
    params = SamplingParams(temperature=1.0, top_k=0, top_p=1, min_p=0)
    draws = _draws(params, np.log(0.7), np.log(0.2), np.log(0.1), count=3000)
    assert [draws.count(token) / 3000 for token in range(3)] == pytest.approx(
        [0.7, 0.2, 0.1], abs=0.03
    )


@pytest.mark.parametrize(
    ("params", "allowed"),
    [
        (SamplingParams(temperature=2.0, top_k=2, top_p=1, min_p=0), {0, 3}),
        (SamplingParams(temperature=2.0, top_k=0, top_p=0.5, min_p=0), {0}),
        (SamplingParams(temperature=2.0, top_k=0, top_p=1, min_p=0.5), {0, 3}),
    ],
)
def test_each_filter_leaves_the_likeliest(params: SamplingParams, allowed: set[int]) -> None:
    assert set(_draws(params, 5.0, 1.0, 2.0, 4.9)) <= allowed


def test_the_repeat_penalty_makes_a_said_token_less_likely() -> None:
    picker = TokenPicker(SamplingParams(repeat_penalty=2.0))
    assert picker.pick(_row(3, 2), []) == 0
    assert picker.pick(_row(3, 2), [0]) == 1
    assert picker.pick(_row(-1, -1.5), [0]) == 1


def test_options_are_drawn_at_the_temperature() -> None:
    weights = np.log(np.array([0.5, 0.5]))
    picker = TokenPicker(SamplingParams(temperature=1.0))
    assert {picker.draw_among(weights) for _ in range(50)} == {0, 1}
    assert TokenPicker(SamplingParams()).draw_among(weights) == 0


FILTERS = [
    SamplingParams(temperature=0.8),
    SamplingParams(temperature=0.8, min_p=0),
    SamplingParams(temperature=1.2, min_p=0, top_p=1),
    SamplingParams(temperature=1.0, min_p=0, top_k=0),
    SamplingParams(temperature=0.7, min_p=0, top_k=0, top_p=0.999),
    SamplingParams(temperature=1.0, min_p=0, top_k=0, top_p=1),
    SamplingParams(temperature=1.5, min_p=0.001, top_k=500, top_p=0.9),
    SamplingParams(temperature=1.5, min_p=0, top_k=5000, top_p=1),
    SamplingParams(),
]


@pytest.mark.parametrize("num_tokens", [7, 300, 5000, 49_153])
@pytest.mark.parametrize("share_allowed", [1.0, 0.5, 0.001])
@pytest.mark.parametrize("digits", [0, 6], ids=["ties", "no ties"])
def test_tokens_are_those_of_the_obvious_way(
    num_tokens: int, share_allowed: float, digits: int
) -> None:
    random = np.random.default_rng(num_tokens + digits)
    for seed, params in enumerate(FILTERS):
        logits = (random.standard_normal(num_tokens) * 4).round(digits).astype(np.float32)
        allowed = np.flatnonzero(random.random(num_tokens) < share_allowed)
        allowed = allowed if len(allowed) else np.array([num_tokens // 2])
        mask = None if len(allowed) == num_tokens else mask_of(allowed, num_tokens)
        picker = TokenPicker(replace(params, seed=seed))
        shares = np.random.Generator(np.random.Philox(seed)).random(5).tolist()
        for share in shares:
            expected = naive_sampler.pick(logits, allowed, params, share)
            assert picker.pick(logits, [], mask) == expected, params


def test_what_is_impossible_is_never_drawn() -> None:
    logits = np.full(20_000, -np.inf, dtype=np.float32)
    logits[[3, 9000]] = 1.0
    for params in FILTERS[:-1]:
        picker = TokenPicker(params)
        assert {picker.pick(logits, []) for _ in range(40)} == {3, 9000}


def test_tokens_beyond_a_mask_are_not_allowed() -> None:
    mask = mask_of(np.array([1]), 8)
    assert TokenPicker(SamplingParams()).pick(_row(*range(12)), [], mask) == 1


@pytest.mark.parametrize("seed", range(12))
def test_a_draw_from_the_short_list_is_the_draw_under_the_whole_mask(seed: int) -> None:
    random = np.random.default_rng(seed)
    for params in FILTERS:
        logits = (random.standard_normal(5000) * 4).round(1).astype(np.float32)
        allowed = np.flatnonzero(random.random(5000) < 0.5)
        best = int(allowed[logits[allowed].argmax()])
        logits[best] = logits.max()
        short = TokenPicker(params).shortlist(logits, best)
        if short is None:
            assert params.temperature == 0 or params.min_p < 0.05
            continue
        tokens = [token for token in short.tolist() if token in set(allowed.tolist())]
        mask = mask_of(allowed, 5000)
        assert TokenPicker(params).pick_among(logits, tokens) == TokenPicker(params).pick(
            logits, [], mask
        )
