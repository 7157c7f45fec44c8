import math

import pytest

from pp_lang.engine import (
    Engine,
    EngineConfig,
    FakeBackend,
    FakeSettings,
    GenerationRequest,
    GivenText,
    OneOf,
    Piece,
    Prompt,
    Rows,
    Turn,
    open_fake_model,
)
from pp_lang.engine.backend import FloatArray
from pp_lang.engine.batcher import MAX_GIVEN_ROWS
from pp_lang.errors import GenerationError
from pp_lang.sampling_params import SamplingParams
from tests.support.engine_builders import answer_all, ask, build_fake, ends_of, request, run_to_end

LONG = "one word after another " * 40


def test_nothing_is_written_and_every_token_is_scored() -> None:
    engine, _ = build_fake()
    (result,) = answer_all(engine, [request("x", GivenText("yes and no"))])
    assert (result.text, result.reason) == ("yes and no", "scored")
    assert (result.tokens.sampled, result.tokens.forced) == (0, 0)
    assert result.logprobs
    assert all(logprob < 0 for logprob in result.logprobs)
    assert engine.statistics().scored_tokens == len(result.logprobs) - 1
    assert result.entropy is None


def test_the_text_that_the_model_would_write_scores_as_when_it_writes_it() -> None:
    settings = FakeSettings(answers={"x": "a certain answer"})
    (written,) = answer_all(open_fake_model(settings), [request("x", wants_entropy=True)])
    given = request("x", GivenText("a certain answer"), wants_entropy=True)
    (scored,) = answer_all(open_fake_model(settings), [given])
    # What is written ends with the end of the turn, which is no part of a given text.
    assert scored.logprobs == pytest.approx(written.logprobs[:-1])
    assert scored.entropy is not None


def test_another_text_is_less_likely_than_what_the_model_means() -> None:
    model = open_fake_model(FakeSettings(answers={"x": "a certain answer"}))
    texts = ("a certain answer", "no such thing")
    meant, other = answer_all(model, [request("x", GivenText(text)) for text in texts])
    assert sum(meant.logprobs) > sum(other.logprobs)


def test_a_closed_set_scores_its_options_as_given_texts() -> None:
    options = ("yes", "no", "not sure at all")
    (chosen, *given) = answer_all(
        open_fake_model(),
        [request("x", OneOf(options)), *(request("x", GivenText(text)) for text in options)],
    )
    assert chosen.option_logprobs == pytest.approx([sum(one.logprobs) for one in given])


def test_a_long_text_is_scored_in_parts_of_few_rows_of_logits() -> None:
    engine, backend = build_fake()
    (result,) = answer_all(engine, [request("x", GivenText(LONG))])
    assert len(result.logprobs) > 2 * MAX_GIVEN_ROWS
    assert engine.statistics().steps == math.ceil(len(result.logprobs) / MAX_GIVEN_ROWS)
    assert backend.num_held == (0, 0)


@pytest.mark.parametrize("batch_tokens", [7, 64, 512])
@pytest.mark.parametrize("can_share", [True, False])
def test_neither_batches_nor_company_nor_sharing_change_the_scores(
    batch_tokens: int, *, can_share: bool
) -> None:
    texts = (LONG, "yes", "no " * 30)
    requests = [request("x", GivenText(text), shared="read this") for text in texts]
    alone = [answer_all(open_fake_model(), [one])[0].logprobs for one in requests]
    settings = FakeSettings(can_share_prefix=can_share)
    engine, backend = build_fake(settings, EngineConfig(batch_tokens=batch_tokens))
    company = request("x", OneOf(("yes", "no")), shared="read this")
    results = answer_all(engine, [*requests, request("y"), company])
    assert [result.logprobs for result in results[:3]] == alone
    assert (results[1].tokens.shared > 0) == can_share
    assert backend.num_held == (0, 0)
    assert engine.statistics().cells_in_use == 0


def test_a_text_waits_for_cells_and_is_scored_in_its_turn() -> None:
    (alone,) = answer_all(open_fake_model(), [request("x", GivenText(LONG))])
    engine, _ = build_fake(config=EngineConfig(cells=1200, max_width=8))
    results = answer_all(engine, [request("x", GivenText(LONG)) for _ in range(6)])
    assert {result.logprobs for result in results} == {alone.logprobs}
    assert engine.statistics().cells_peak <= 1200


@pytest.mark.parametrize("num_steps", [0, 1, 2])
def test_a_cancelled_text_holds_nothing(num_steps: int) -> None:
    engine, backend = build_fake()
    number = engine.submit(request("x", GivenText(LONG), shared="read this"))
    for _ in range(num_steps):
        engine.step()
    engine.cancel(number)
    assert run_to_end(engine) == []
    assert backend.num_held == (0, 0)
    assert engine.statistics().cells_in_use == 0


def test_broken_logits_fail_the_text_alone() -> None:
    engine, _ = build_fake(FakeSettings(fail_prompts_with="bad"))
    bad = engine.submit(request("bad", GivenText("yes")))
    good = engine.submit(request("good", GivenText("yes")))
    kinds = {event.request: type(event).__name__ for event in run_to_end(engine)}
    assert kinds == {bad: "Failed", good: "Finished"}


def test_a_token_limit_does_not_apply() -> None:
    short = SamplingParams(max_tokens=1, stop=("word",))
    (result,) = answer_all(open_fake_model(), [request("x", GivenText(LONG), sampling=short)])
    assert result.text == LONG


def test_spaces_that_a_continued_turn_ends_with_are_scored_with_the_text() -> None:
    def continued(begin: str) -> GenerationRequest:
        turns = (*ask("x").turns, Turn("assistant", (Piece(begin, is_trusted=True),)))
        return GenerationRequest(Prompt(turns), GivenText("yes"))

    plain, spaced = answer_all(open_fake_model(), [continued("It is:"), continued("It is: ")])
    assert plain.text == spaced.text == "yes"
    assert plain.logprobs != spaced.logprobs


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(GenerationError, match="at least one character"):
        open_fake_model().submit(request("x", GivenText("")))


def test_a_text_beyond_the_context_is_refused() -> None:
    model = open_fake_model(config=EngineConfig(cells=64))
    with pytest.raises(GenerationError, match="exceed the model's context") as error:
        model.submit(request("x", GivenText(LONG)))
    assert error.value.hint is not None
    assert "max_tokens" not in error.value.hint


def test_a_text_fills_the_context_to_its_last_cell() -> None:
    engine, backend = build_fake(config=EngineConfig(cells=300))
    room = 300 - engine.count(ask("x")).total
    answer_all(engine, [request("x", GivenText("1" * room))])
    assert backend.num_held == (0, 0)


def test_a_long_text_never_holds_up_a_short_answer() -> None:
    engine, _ = build_fake(config=EngineConfig(batch_tokens=32, max_width=4))
    given = engine.submit(request("q", GivenText(LONG)))
    free = engine.submit(request("q"))
    assert list(ends_of(run_to_end(engine))) == [free, given]


def test_only_a_few_rows_of_logits_are_in_memory_at_a_time() -> None:
    class Watched(FakeBackend):
        most = 0

        def decode(self, rows: Rows) -> FloatArray:
            logits = super().decode(rows)
            self.most = max(self.most, len(logits))
            return logits

    backend = Watched()
    answer_all(Engine(backend), [request(f"q{i}", GivenText(LONG)) for i in range(4)])
    assert backend.most == MAX_GIVEN_ROWS
