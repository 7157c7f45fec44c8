import math

import pytest

from pp_lang.engine import EngineConfig, FakeSettings, OneOf, open_fake_model
from pp_lang.engine.scored_answer import has_prefix_among, num_rows
from pp_lang.errors import GenerationError
from pp_lang.sampling_params import SamplingParams
from tests.support.engine_builders import answer_all, build_fake, request

OPTIONS = OneOf(("yes", "no", "not sure at all", "yes, of course"))


def test_probabilities_add_up_to_one_and_the_likeliest_is_chosen() -> None:
    (result,) = answer_all(open_fake_model(), [request("x", OPTIONS)])
    assert result.probabilities is not None
    assert math.isclose(sum(result.probabilities), 1)
    best = max(range(4), key=result.probabilities.__getitem__)
    assert result.text == OPTIONS.options[best]
    assert result.reason == "scored"


def test_single_tokens_need_no_row_beyond_the_prompts() -> None:
    model = open_fake_model()
    answer_all(model, [request("x", OneOf(("yes", "no", "never")))])
    assert model.statistics().scored_tokens == 0
    assert model.statistics().steps == 1


def test_a_shorter_option_does_not_win_only_because_it_is_shorter() -> None:
    for option in ("yes", "yes, of course"):
        model = open_fake_model(FakeSettings(answers={"x": option}))
        (result,) = answer_all(model, [request("x", OPTIONS)])
        assert result.text == option


def test_ends_are_scored_only_where_an_option_begins_another() -> None:
    assert has_prefix_among(((1, 2), (3,), (1,)))
    assert not has_prefix_among(((1, 2), (1, 3)))
    assert num_rows(((1, 2), (3,))) == (1,)
    assert num_rows(((1, 2), (1,))) == (2, 1)


def test_more_options_than_rows_of_a_batch_are_scored_in_several() -> None:
    options = OneOf(tuple(f"option {i} of many" for i in range(40)))
    expected = answer_all(open_fake_model(), [request("x", options)])
    engine, backend = build_fake(config=EngineConfig(batch_tokens=64, max_width=2))
    results = answer_all(engine, [request("x", options), request("x", options)])
    assert results[0].probabilities == pytest.approx(expected[0].probabilities)
    assert results[0].probabilities == results[1].probabilities
    assert backend.num_held == (0, 0)
    assert engine.statistics().cells_in_use == 0


def test_a_temperature_draws_by_the_probabilities() -> None:
    model = open_fake_model(FakeSettings(answers={"x": "yes"}, certainty=0.6))
    seeds = [SamplingParams(temperature=3.0, seed=seed) for seed in range(60)]
    chosen = [r.text for r in answer_all(model, [request("x", OPTIONS, sampling=s) for s in seeds])]
    again = [r.text for r in answer_all(model, [request("x", OPTIONS, sampling=s) for s in seeds])]
    assert chosen == again
    assert len(set(chosen)) > 1


def test_a_single_option_is_certain() -> None:
    model = open_fake_model()
    (result,) = answer_all(model, [request("x", OneOf(("only",)))])
    assert (result.text, result.probabilities) == ("only", (1.0,))


@pytest.mark.parametrize("options", [(), ("a", ""), ("a", "a")])
def test_a_set_that_is_no_set_is_refused(options: tuple[str, ...]) -> None:
    with pytest.raises(GenerationError):
        open_fake_model().submit(request("x", OneOf(options)))


def test_an_option_longer_than_a_batch_is_refused() -> None:
    engine, _ = build_fake(config=EngineConfig(batch_tokens=16))
    with pytest.raises(GenerationError, match="exceeds the batch"):
        engine.submit(request("x", OneOf(("a", "1" * 30))))
