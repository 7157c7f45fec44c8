import math

import numpy as np
import pytest

from pp_lang.engine import EngineConfig, FakeSettings, OneOf, open_fake_model
from pp_lang.engine.backend import FloatArray
from pp_lang.engine.logit_rows import read_rows
from pp_lang.engine.scored_answer import ScoredAnswer, has_prefix_among, num_rows
from pp_lang.errors import GenerationError
from pp_lang.sampling_params import SamplingParams
from tests.support.engine_builders import answer_all, build_fake, request

END = 3
"""The last token of a vocabulary of four."""
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
    assert num_rows(((1, 2), (1,))) == (2,)


def test_options_that_begin_alike_share_rows() -> None:
    assert num_rows(((1, 2), (1, 3), (1, 4))) == (1,)
    assert num_rows(((5,), (1, 2, 3), (1, 4), (2, 1))) == (2, 1)
    assert num_rows(((1, 2, 3), (1, 4, 5))) == (2, 2)


@pytest.mark.parametrize("seed", range(40))
def test_each_option_has_the_sum_of_what_its_tokens_and_its_end_are_given(seed: int) -> None:
    random = np.random.default_rng(seed)
    paths = {tuple(random.integers(0, 3, size=random.integers(1, 5)).tolist()) for _ in range(6)}
    tokens = tuple(sorted(paths, key=lambda path: random.random()))
    answer = ScoredAnswer(tuple(map(str, tokens)), tokens, (END,), SamplingParams())
    answer.score_first(_logits(()), _log_total(()))
    while answer.waiting_runs:
        run = answer.take_run()
        rows = [run.tokens[: number + 1] for number in range(len(run.tokens))]
        totals = np.array([_log_total(row) for row in rows])
        answer.score_run(run, np.stack([_logits(row) for row in rows]), totals)
    assert answer.is_finished
    result = answer.result(num_prompt=1, num_shared=0)
    end = (END,) if has_prefix_among(tokens) else ()
    expected = [
        sum(float(_logits(path[:at])[path[at]]) - _log_total(path[:at]) for at in range(len(path)))
        for path in ((*option, *end) for option in tokens)
    ]
    assert result.option_logprobs == pytest.approx(expected)


def _logits(before: tuple[int, ...]) -> FloatArray:
    """What a pretend model expects after some tokens: their hash decides."""
    return np.random.default_rng([7, *before]).standard_normal(END + 1).astype(np.float32)


def _log_total(before: tuple[int, ...]) -> float:
    return read_rows(_logits(before)[None]).row(0).log_total()


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
