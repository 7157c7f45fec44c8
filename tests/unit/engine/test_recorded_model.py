"""What was said once is said again, and nothing else."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from pp_lang.engine import (
    Failed,
    Finished,
    GenerationRequest,
    GivenText,
    JsonText,
    LanguageModel,
    OneOf,
    RecordedModel,
    RecordedRun,
    RecordingModel,
    ScriptedAnswer,
    ScriptedModel,
    open_fake_model,
)
from pp_lang.engine.recorded_model import GAVE_UP
from pp_lang.errors import GenerationError
from pp_lang.sampling_params import SamplingParams
from tests.support.engine_builders import (
    TRIAGE_SCHEMA,
    answer_all,
    ask,
    ends_of,
    request,
    run_to_end,
)

LONG = SamplingParams(max_tokens=40)
SHORT = SamplingParams(max_tokens=2)


def _named(label: str, question: str = "Why?", **options: object) -> GenerationRequest:
    return replace(request(question), label=label, **options)  # type: ignore[arg-type]  # its fields


def _recorded(requests: Iterable[GenerationRequest]) -> RecordedRun:
    model = RecordingModel(open_fake_model())
    answer_all(model, requests)
    return model.recorded()


def test_a_replay_gives_what_the_recorded_run_got() -> None:
    requests = [
        _named("free"),
        _named("form", form=JsonText(TRIAGE_SCHEMA), wants_entropy=True),
        _named("choice", form=OneOf(("yes", "no")), wants_entropy=True),
        _named("given", form=GivenText("so it is")),
    ]
    recording = RecordingModel(open_fake_model())
    heard = answer_all(recording, requests)
    assert answer_all(RecordedModel(recording.recorded()), requests) == heard


def test_log_probabilities_are_recorded_whether_wanted_or_not() -> None:
    run = _recorded([_named("a", wants_logprobs=False)])
    (result,) = answer_all(RecordedModel(run), [_named("a", wants_logprobs=True)])
    assert len(result.logprobs) == result.tokens.sampled > 0


def test_places_are_in_order_and_told_apart_where_one_is_asked_twice() -> None:
    run = _recorded([_named("b"), _named("a"), _named("b", "Who?")])
    assert [one.place for one in run.answers] == ["a", "b", "b#2"]


def test_answers_come_in_the_order_in_which_they_came() -> None:
    slow, fast = _named("a", sampling=LONG), _named("b", sampling=SHORT)
    replay = RecordedModel(_recorded([slow, fast]))
    first, second = replay.submit(slow), replay.submit(fast)
    assert list(ends_of(replay.step())) == [second]
    assert list(ends_of(replay.step())) == [first]
    assert not replay.has_work


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (_named("a", "Who?"), "the recorded answer is stale: the prompt has changed"),
        (_named("a", sampling=SHORT), "the recorded answer is stale: the settings have changed"),
        (
            _named("a", "Who?", form=OneOf(("x", "y"))),
            "the recorded answer is stale: the prompt and the answer form have changed",
        ),
        (_named("b"), "no answer is recorded for this call"),
    ],
)
def test_what_was_not_recorded_like_this_is_refused(asked: GenerationRequest, message: str) -> None:
    replay = RecordedModel(_recorded([_named("a")]))
    with pytest.raises(GenerationError, match=message):
        replay.submit(asked)
    assert [one.place for one in replay.mismatches] == [asked.label]


def test_a_failure_is_replayed() -> None:
    model = ScriptedModel(open_fake_model().info, lambda *_: ScriptedAnswer("maybe"))
    recording = RecordingModel(model)
    asked = _named("a", form=OneOf(("yes", "no")))
    recording.submit(asked)
    (failed,) = run_to_end(recording)
    assert isinstance(failed, Failed)
    replay = RecordedModel(recording.recorded())
    replay.submit(asked)
    (again,) = run_to_end(replay)
    assert isinstance(again, Failed)
    assert (again.message, replay.mismatches) == (failed.message, [])


def test_a_refusal_is_replayed_when_it_is_submitted() -> None:
    recording = RecordingModel(open_fake_model())
    asked = _named("a", form=OneOf(()))
    with pytest.raises(GenerationError) as first:
        recording.submit(asked)
    replay = RecordedModel(recording.recorded())
    with pytest.raises(GenerationError) as second:
        replay.submit(asked)
    assert (second.value.message, replay.mismatches) == (first.value.message, [])


def test_a_request_that_was_given_up_waits_for_the_others() -> None:
    kept, dropped = _named("a"), _named("b")
    recording = RecordingModel(open_fake_model())
    recording.submit(kept)
    recording.cancel(recording.submit(dropped))
    run_to_end(recording)
    replay = RecordedModel(recording.recorded())
    first, second = replay.submit(kept), replay.submit(dropped)
    assert list(ends_of(replay.step())) == [first]
    assert replay.step() == []
    assert replay.step() == [Failed(second, GAVE_UP)]
    assert replay.mismatches == []


def test_a_cancelled_request_has_no_answer() -> None:
    replay = RecordedModel(_recorded([_named("a")]))
    replay.cancel(replay.submit(_named("a")))
    assert not replay.has_work
    assert replay.step() == []


def test_prompts_that_were_counted_have_the_size_they_had() -> None:
    recording = RecordingModel(open_fake_model())
    prompt = ask("How many tokens are there in this sentence?")
    size = recording.count(prompt).total
    replay = RecordedModel(recording.recorded())
    assert replay.count(prompt).total == size
    assert replay.count(ask("Never counted.")).total > 0


def test_the_counters_tell_what_was_replayed() -> None:
    asked = _named("a")
    replay: LanguageModel = RecordedModel(_recorded([asked]))
    (result,) = answer_all(replay, [asked])
    statistics = replay.statistics()
    assert statistics.finished == 1
    assert statistics.prefilled_tokens == result.tokens.prompt


def test_a_recording_model_passes_answers_through_piece_by_piece() -> None:
    recording = RecordingModel(open_fake_model())
    number = recording.submit(_named("a", sampling=LONG))
    events = run_to_end(recording)
    assert len(events) > 2
    assert isinstance(ends_of(events)[number], Finished)
