import json

import pytest

from pp_lang.engine import (
    Failed,
    FakeSettings,
    Finished,
    JsonText,
    OneOf,
    Piece,
    Prompt,
    Turn,
    open_fake_model,
)
from pp_lang.sampling_params import SamplingParams
from tests.support.engine_builders import (
    TRIAGE_SCHEMA,
    answer_all,
    build_fake,
    ends_of,
    request,
    run_to_end,
)


def test_it_says_that_it_is_not_a_model() -> None:
    assert "pretend" in open_fake_model().info.name


def test_a_script_answers_by_the_longest_key_in_the_prompt() -> None:
    answers = {"sky": "blue, of course", "night sky": "black 🙂"}
    model = open_fake_model(FakeSettings(answers=answers))
    results = answer_all(model, [request("the sky?"), request("the night sky?")])
    assert [result.text for result in results] == ["blue, of course", "black 🙂"]


def test_a_script_can_be_a_function_of_the_rendered_prompt() -> None:
    model = open_fake_model(FakeSettings(answers=lambda prompt: prompt))
    (result,) = answer_all(model, [request("Hi")])
    assert result.text == "<|user|>\nHi<|end|>\n<|assistant|>\n"


def test_scripted_tokens_have_the_set_probability() -> None:
    model = open_fake_model(FakeSettings(answers={"x": "one two"}, certainty=0.75))
    (result,) = answer_all(model, [request("x")])
    assert result.logprobs == pytest.approx([-0.28768] * len(result.logprobs), abs=1e-3)


def test_a_continued_turn_is_continued() -> None:
    model = open_fake_model(FakeSettings(answers={"x": "The answer is 42."}))
    turns = (
        Turn("user", (Piece("x", is_trusted=True),)),
        Turn("assistant", (Piece("The answer", is_trusted=True),)),
    )
    model.submit(request("x").__class__(Prompt(turns)))
    (end,) = ends_of(run_to_end(model)).values()
    assert isinstance(end, Finished)
    assert end.result.text == " is 42."


def test_a_scripted_record_is_followed_whatever_its_whitespace() -> None:
    record = {"mood": "angry", "score": 2, "topic": "rain"}
    model = open_fake_model(FakeSettings(answers={"x": json.dumps(record, indent=1)}))
    (result,) = answer_all(model, [request("x", JsonText(TRIAGE_SCHEMA))])
    assert json.loads(result.text) == record


def test_a_scripted_option_is_the_likeliest() -> None:
    model = open_fake_model(FakeSettings(answers={"x": "not sure"}))
    (result,) = answer_all(model, [request("x", OneOf(("yes", "no", "not sure")))])
    assert result.text == "not sure"


def test_without_a_script_answers_follow_from_seed_and_prompt() -> None:
    def texts(seed: int) -> list[str]:
        model = open_fake_model(FakeSettings(seed=seed))
        return [r.text for r in answer_all(model, [request(f"q{i}") for i in range(5)])]

    assert texts(1) == texts(1)
    assert texts(1) != texts(2)
    assert len(set(texts(1))) == 5


def test_draws_at_a_temperature_differ_by_seed() -> None:
    settings = [SamplingParams(temperature=1.0, seed=seed) for seed in range(8)]
    results = answer_all(open_fake_model(), [request("x", sampling=s) for s in settings])
    assert len({result.text for result in results}) > 2


def test_a_failing_step_fails_what_ran_and_nothing_else() -> None:
    engine, backend = build_fake(FakeSettings(fail_at_steps=frozenset({0})))
    early = engine.submit(request("a", shared="ctx"))
    ends = ends_of(engine.step())
    assert isinstance(ends[early], Failed)
    late = engine.submit(request("a", shared="ctx"))
    assert isinstance(ends_of(run_to_end(engine))[late], Finished)
    assert backend.num_held == (0, 0)


def test_a_marked_prompt_fails_alone_and_works_again_when_told_so() -> None:
    model = open_fake_model(FakeSettings(fail_prompts_with="BAD", fail_times=1))
    bad, good = model.submit(request("BAD")), model.submit(request("fine"))
    ends = ends_of(run_to_end(model))
    assert isinstance(ends[bad], Failed)
    assert isinstance(ends[good], Finished)
    assert answer_all(model, [request("BAD")])[0].text
