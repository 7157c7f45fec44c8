import math
from dataclasses import replace

import pytest

from pp_lang.engine import (
    Cut,
    Failed,
    Finished,
    GenerationRequest,
    GivenText,
    JsonText,
    LanguageModel,
    OneOf,
    Piece,
    Prompt,
    ScriptedAnswer,
    ScriptedModel,
    TextDelta,
    Turn,
    open_fake_model,
)
from pp_lang.errors import GenerationError
from tests.support.engine_builders import answer_all, ask, ends_of, request, run_to_end

INFO = open_fake_model().info
OPTIONS = OneOf(("yes", "no", "maybe"))


def _model(*answers: ScriptedAnswer | str) -> LanguageModel:
    script = [ScriptedAnswer(one) if isinstance(one, str) else one for one in answers]
    return ScriptedModel(INFO, lambda _, index: script[index])


def test_answers_come_in_order_of_submission_in_one_step() -> None:
    model = _model("one", "two")
    first, second = model.submit(request("a")), model.submit(request("b"))
    events = model.step()
    assert [event.request for event in events] == [first, first, second, second]
    assert [event.text for event in events if isinstance(event, TextDelta)] == ["one", "two"]
    assert not model.has_work
    assert model.step() == []


def test_the_script_sees_the_request_and_its_number() -> None:
    seen: list[tuple[GenerationRequest, int]] = []

    def answer(asked: GenerationRequest, index: int) -> ScriptedAnswer:
        seen.append((asked, index))
        return ScriptedAnswer("fine")

    asked = [request("a"), request("b", OneOf(("fine", "bad")))]
    answer_all(ScriptedModel(INFO, answer), asked)
    assert seen == list(zip(asked, (0, 1), strict=True))


def test_a_script_that_refuses_fails_its_request_alone() -> None:
    def answer(_: GenerationRequest, index: int) -> ScriptedAnswer:
        if index == 0:
            raise GenerationError("nothing is scripted here")
        return ScriptedAnswer("fine")

    model = ScriptedModel(INFO, answer)
    bad, good = model.submit(request("a")), model.submit(request("b"))
    ends = ends_of(run_to_end(model))
    assert ends[bad] == Failed(bad, "nothing is scripted here")
    assert isinstance(ends[good], Finished)


def test_a_cancelled_request_is_not_asked_of_the_script() -> None:
    model = _model("one", "two")
    first, second = model.submit(request("a")), model.submit(request("b"))
    model.cancel(first)
    model.cancel(first)
    assert list(ends_of(run_to_end(model))) == [second]


def test_what_the_script_gives_is_what_comes_back() -> None:
    answer = ScriptedAnswer("a b", logprob=-0.25, entropy=1.5, tokens=4)
    (result,) = answer_all(_model(answer), [request("x", wants_entropy=True)])
    assert (result.text, result.reason) == ("a b", "end_of_turn")
    assert result.logprobs == (-0.25,) * 4
    assert (result.entropy, result.tokens.sampled) == (1.5, 4)


def test_what_the_script_leaves_out_follows_from_the_rest() -> None:
    asked = request("x", JsonText("{}"), wants_entropy=True)
    (result,) = answer_all(_model('{"a": "lovely"}'), [asked])
    assert result.reason == "complete"
    assert result.tokens.sampled == len(result.logprobs) == 5
    assert result.entropy is not None
    assert 0 < result.entropy < 1
    (unasked,) = answer_all(_model('{"a": "lovely"}'), [replace(asked, wants_entropy=False)])
    assert unasked == replace(result, entropy=None)


def test_a_closed_set_gets_the_scripted_probabilities() -> None:
    answer = ScriptedAnswer("no", probabilities=(0.5, 0.25, 0.25))
    (result,) = answer_all(_model(answer), [request("x", OPTIONS, wants_entropy=True)])
    assert (result.text, result.reason, result.logprobs) == ("no", "scored", ())
    assert result.probabilities == pytest.approx((0.5, 0.25, 0.25))
    assert result.option_logprobs == pytest.approx([math.log(p) for p in (0.5, 0.25, 0.25)])
    assert result.entropy == pytest.approx(1.5)


def test_the_options_that_are_not_chosen_share_the_rest() -> None:
    answers = (ScriptedAnswer("no", logprob=math.log(0.5)), ScriptedAnswer("yes", logprob=0.0))
    half, sure = answer_all(_model(*answers), [request("x", OPTIONS), request("y", OPTIONS)])
    assert half.probabilities == pytest.approx((0.25, 0.5, 0.25))
    assert sure.probabilities == (1.0, 0.0, 0.0)


def test_a_single_option_is_certain() -> None:
    (result,) = answer_all(_model("only"), [request("x", OneOf(("only",)))])
    assert result.probabilities == (1.0,)


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (ScriptedAnswer("perhaps"), "the answer `perhaps` is not one of `yes`, `no`, `maybe`"),
        (ScriptedAnswer("yes", probabilities=(0.5, 0.5)), "2 probabilities for 3 options"),
        (ScriptedAnswer("yes", probabilities=(0.0, 0.0, 0.0)), "not all zero"),
    ],
)
def test_an_answer_that_cannot_be_one_fails(answer: ScriptedAnswer, message: str) -> None:
    model = _model(answer)
    number = model.submit(request("x", OPTIONS))
    end = ends_of(run_to_end(model))[number]
    assert isinstance(end, Failed)
    assert message in end.message


def test_a_given_text_keeps_its_words_and_takes_the_scripted_score() -> None:
    answer = ScriptedAnswer("", logprob=-2.0, tokens=3)
    (result,) = answer_all(_model(answer), [request("x", GivenText("some words"))])
    assert (result.text, result.reason) == ("some words", "scored")
    assert result.logprobs == (-2.0, -2.0, -2.0)
    assert result.tokens.sampled == 0


def test_prompts_are_counted_by_words_and_letters() -> None:
    turn = Turn(
        "user", (Piece("a wonderful day", is_trusted=True), Cut(), Piece("ok", is_trusted=False))
    )
    size = _model().count(Prompt((turn,)))
    assert size.segments == (1 + 1 + 3 + 1, 1)
    assert _model().count(Prompt(())).total == 0


def test_what_can_never_be_answered_is_refused() -> None:
    model = ScriptedModel(replace(INFO, cells=10), lambda _, __: ScriptedAnswer("x"))
    with pytest.raises(GenerationError, match="exceeds the model's context of 10"):
        model.submit(request("word " * 20))
    with pytest.raises(GenerationError):
        model.submit(request("x", OneOf(())))
    with pytest.raises(GenerationError):
        model.submit(request("x", GivenText("")))


def test_the_counters_tell_what_was_asked_and_said() -> None:
    model = _model(ScriptedAnswer("a", tokens=5), ScriptedAnswer("", tokens=2))
    answer_all(model, [request("x"), request("y", GivenText("some words"))])
    model.release(model.hold(ask("x")))
    counters = model.statistics()
    assert (counters.steps, counters.finished, counters.width_peak) == (1, 2, 2)
    assert (counters.sampled_tokens, counters.scored_tokens) == (5, 2)
    model.close()
    model.close()
