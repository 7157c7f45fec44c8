"""Scores and continuations on the embedded model."""

import math

import pytest

from pp_lang.engine import (
    GenerationRequest,
    GivenText,
    LanguageModel,
    Piece,
    Prompt,
    Turn,
)
from pp_lang.engine.entropy import NUM_LIKELIEST
from pp_lang.sampling_params import SamplingParams
from tests.support.engine_builders import answer_all, request

pytestmark = pytest.mark.model


def _continue(text: str) -> Prompt:
    return Prompt(
        (
            Turn("user", (Piece("Count to ten, please.", is_trusted=True),)),
            Turn("assistant", (Piece(text, is_trusted=False),)),
        )
    )


@pytest.mark.parametrize("max_tokens", [1, 12, 70])
def test_a_text_scores_as_when_the_model_wrote_it(
    small_model: LanguageModel, max_tokens: int
) -> None:
    limit = SamplingParams(max_tokens=max_tokens)
    asked = request("Tell me about kettles.", sampling=limit, wants_entropy=True)
    (written,) = answer_all(small_model, [asked])
    given = GenerationRequest(asked.prompt, GivenText(written.text), wants_entropy=True)
    (scored,) = answer_all(small_model, [given])
    assert written.reason == "max_tokens"
    assert scored.text == written.text
    assert scored.logprobs == pytest.approx(written.logprobs, abs=1e-3)
    assert scored.entropy == pytest.approx(written.entropy, abs=1e-3)


def test_the_entropy_is_that_of_twenty_tokens_at_most(small_model: LanguageModel) -> None:
    sure = request("Say yes.", GivenText("Yes"), wants_entropy=True)
    open_ended = request("Tell me a story.", GivenText("The"), wants_entropy=True)
    for result in answer_all(small_model, [sure, open_ended]):
        assert result.entropy is not None
        assert 0 < result.entropy < math.log2(NUM_LIKELIEST)


def test_a_true_sentence_is_likelier_than_a_false_one(small_model: LanguageModel) -> None:
    question = "What is the capital of France?"
    texts = ("The capital of France is Paris.", "The capital of France is kettle.")
    true, false = answer_all(small_model, [request(question, GivenText(t)) for t in texts])
    assert sum(true.logprobs) > sum(false.logprobs)


def test_texts_over_a_shared_prefix_read_it_once(small_model: LanguageModel) -> None:
    shared = "The shop sells red, green and blue kettles. It is open from nine to five. " * 3
    asked = [request("Open?", GivenText(t), shared=shared) for t in ("Yes.", "No, it is not.")]
    shared_by = sorted(one.tokens.shared for one in answer_all(small_model, asked))
    assert (shared_by[0], shared_by[1] > 50) == (0, True)
    assert small_model.statistics().cells_in_use == 0


def test_an_answer_in_two_parts_is_the_answer_in_one(small_model: LanguageModel) -> None:
    whole_limit, half_limit = SamplingParams(max_tokens=12), SamplingParams(max_tokens=6)
    prompt = Prompt(_continue("").turns[:-1])
    (whole,) = answer_all(small_model, [GenerationRequest(prompt, sampling=whole_limit)])
    (half,) = answer_all(small_model, [GenerationRequest(prompt, sampling=half_limit)])
    (rest,) = answer_all(
        small_model, [GenerationRequest(_continue(half.text), sampling=half_limit)]
    )
    assert half.text + rest.text == whole.text
