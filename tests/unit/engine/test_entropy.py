import math
from dataclasses import replace

import numpy as np
import pytest

from pp_lang.engine import EngineConfig, FakeSettings, OneOf, RegexText, open_fake_model
from pp_lang.engine.entropy import NUM_LIKELIEST, entropy_of, likeliest_entropy
from pp_lang.sampling_params import SamplingParams
from tests.support.engine_builders import answer_all, request


def test_a_fair_choice_has_the_bits_of_its_size() -> None:
    assert entropy_of(np.zeros(8)) == pytest.approx(3)


def test_a_certain_choice_has_no_entropy() -> None:
    assert entropy_of(np.array([0.0, -np.inf])) == 0
    assert likeliest_entropy(np.array([90.0, 0.0], dtype=np.float32)) == pytest.approx(0)


def test_only_the_likeliest_tokens_count() -> None:
    row = np.full(5000, -1.0, dtype=np.float32)
    row[7 : 7 + NUM_LIKELIEST] = 5
    assert likeliest_entropy(row) == pytest.approx(math.log2(NUM_LIKELIEST))


def test_entropy_is_given_only_where_it_is_wanted() -> None:
    forms = (None, OneOf(("yes", "no")))
    plain = answer_all(open_fake_model(), [request("x", form) for form in forms])
    wanted = answer_all(
        open_fake_model(), [request("x", form, wants_entropy=True) for form in forms]
    )
    assert [result.entropy for result in plain] == [None, None]
    assert all(result.entropy is not None and result.entropy > 0 for result in wanted)
    assert [replace(result, entropy=None) for result in wanted] == plain


def test_a_surer_model_has_less_entropy() -> None:
    bits = []
    for certainty in (0.5, 0.99):
        settings = FakeSettings(answers={"x": "a certain answer"}, certainty=certainty)
        (result,) = answer_all(open_fake_model(settings), [request("x", wants_entropy=True)])
        assert result.entropy is not None
        bits.append(result.entropy)
    assert bits[0] > bits[1] > 0


def test_a_filter_on_the_draw_does_not_change_the_entropy() -> None:
    settings = FakeSettings(answers={"x": "yes"}, certainty=0.99)
    draws = [SamplingParams(), SamplingParams(temperature=0.1, top_k=1)]
    results = answer_all(
        open_fake_model(settings), [request("x", sampling=s, wants_entropy=True) for s in draws]
    )
    assert results[0].text == results[1].text
    assert results[0].entropy == results[1].entropy


def test_an_answer_without_any_choice_has_no_entropy() -> None:
    (result,) = answer_all(
        open_fake_model(config=EngineConfig()),
        [request("x", RegexText("yes"), wants_entropy=True)],
    )
    assert (result.text, result.tokens.sampled, result.entropy) == ("yes", 0, 0.0)


def test_the_entropy_of_a_closed_set_is_that_of_its_probabilities() -> None:
    options = OneOf(("yes", "no", "not sure at all"))
    (result,) = answer_all(open_fake_model(), [request("x", options, wants_entropy=True)])
    assert result.probabilities is not None
    expected = -sum(p * math.log2(p) for p in result.probabilities)
    assert result.entropy == pytest.approx(expected)
