from dataclasses import replace

import pytest

from pp_lang.engine import (
    Cut,
    Engine,
    EngineConfig,
    EngineEvent,
    FakeBackend,
    FakeSettings,
    Finished,
    GenerationRequest,
    JsonText,
    OneOf,
    Piece,
    Prompt,
    RegexText,
    TextDelta,
    Turn,
)
from pp_lang.errors import GenerationError
from pp_lang.sampling_params import SamplingParams
from tests.support.engine_builders import (
    TRIAGE_SCHEMA,
    answer_all,
    ask,
    build_fake,
    ends_of,
    request,
    run_to_end,
)

SMALL = EngineConfig(cells=512, max_width=4, batch_tokens=64)


def _mixed_requests() -> list[GenerationRequest]:
    """Requests of every form, over two nested contexts."""
    warm = SamplingParams(temperature=0.9, seed=7)
    requests: list[GenerationRequest] = []
    for index in range(6):
        shared = f"Policy {index % 2}: be kind to all. "
        requests += [
            request(f"free {index}", shared=shared, sampling=SamplingParams(max_tokens=20)),
            request(f"drawn {index}", shared=shared, sampling=warm),
            request(f"typed {index}", JsonText(TRIAGE_SCHEMA), shared=shared),
            request(f"closed {index}", OneOf(("yes", "no", "no way at all")), shared=shared),
            request(f"pattern {index}", RegexText("[a-z]{2,6}(!|[?]{2})"), sampling=warm),
        ]
    return requests


def _assert_nothing_is_held(engine: Engine, backend: FakeBackend) -> None:
    assert engine.statistics().cells_in_use == 0
    assert backend.num_held == (0, 0)
    assert not engine.has_work


def test_answers_are_the_same_whether_their_log_probabilities_are_wanted() -> None:
    asked = _mixed_requests()
    wanted = answer_all(build_fake(config=SMALL)[0], asked)
    others = [replace(one, wants_logprobs=False) for one in asked]
    unwanted = answer_all(build_fake(config=SMALL)[0], others)
    assert unwanted == [replace(one, logprobs=()) for one in wanted]


def test_sharing_changes_no_answer() -> None:
    shared, _ = build_fake(config=SMALL)
    alone, _ = build_fake(FakeSettings(can_share_prefix=False), SMALL)
    ours, others = answer_all(shared, _mixed_requests()), answer_all(alone, _mixed_requests())
    assert [(r.text, r.logprobs, r.probabilities) for r in ours] == [
        (r.text, r.logprobs, r.probabilities) for r in others
    ]
    assert shared.statistics().shared_tokens > 0
    assert alone.statistics().shared_tokens == 0


@pytest.mark.parametrize("width", [1, 3, 16])
@pytest.mark.parametrize("batch_tokens", [17, 512])
def test_width_and_batch_size_change_no_answer(width: int, batch_tokens: int) -> None:
    expected = answer_all(build_fake()[0], _mixed_requests())
    engine, backend = build_fake(config=EngineConfig(max_width=width, batch_tokens=batch_tokens))
    results = answer_all(engine, _mixed_requests())
    assert [result.text for result in results] == [result.text for result in expected]
    _assert_nothing_is_held(engine, backend)


def test_the_same_calls_give_the_same_events() -> None:
    def events() -> list[EngineEvent]:
        engine, _ = build_fake(config=SMALL)
        for one in _mixed_requests():
            engine.submit(one)
        return run_to_end(engine)

    assert events() == events()


def test_events_of_a_step_are_in_order_of_submission() -> None:
    engine, _ = build_fake(config=SMALL)
    for one in _mixed_requests():
        engine.submit(one)
    while engine.has_work:
        numbers = [event.request for event in engine.step()]
        assert numbers == sorted(numbers)


@pytest.mark.parametrize("stop_at", range(0, 26, 2))
def test_after_cancelling_everything_at_any_step_nothing_is_held(stop_at: int) -> None:
    engine, backend = build_fake(config=SMALL)
    numbers = [engine.submit(one) for one in _mixed_requests()]
    for _ in range(stop_at):
        engine.step()
    for number in numbers:
        engine.cancel(number)
        engine.cancel(number)
    _assert_nothing_is_held(engine, backend)
    assert engine.step() == []


def test_cancelling_one_request_leaves_the_others_answers_alone() -> None:
    expected = answer_all(build_fake(config=SMALL)[0], _mixed_requests())
    engine, backend = build_fake(config=SMALL)
    numbers = [engine.submit(one) for one in _mixed_requests()]
    engine.step()
    engine.step()
    engine.cancel(numbers[1])
    ends = ends_of(run_to_end(engine))
    assert numbers[1] not in ends
    for number, result in zip(numbers, expected, strict=True):
        if number != numbers[1]:
            end = ends[number]
            assert isinstance(end, Finished)
            assert end.result.text == result.text
    _assert_nothing_is_held(engine, backend)


def test_deltas_add_up_to_the_text() -> None:
    engine, _ = build_fake(config=SMALL)
    for one in _mixed_requests():
        engine.submit(one)
    events = run_to_end(engine)
    for number, end in ends_of(events).items():
        assert isinstance(end, Finished)
        deltas = [e.text for e in events if isinstance(e, TextDelta) and e.request == number]
        if end.result.reason != "scored":
            assert "".join(deltas) == end.result.text


def test_a_shared_prefix_is_read_once() -> None:
    engine, _ = build_fake()
    shared = "A policy of many words. " * 10
    results = answer_all(engine, [request(f" q{i}", shared=shared) for i in range(10)])
    uses = [result.tokens for result in results]
    prefix = engine.count(ask(" q0", shared=shared)).segments[0]
    assert [use.shared for use in uses] == [0] + [prefix] * 9
    statistics = engine.statistics()
    assert statistics.prefilled_tokens == sum(use.prompt - use.shared for use in uses)
    assert statistics.shared_tokens == 9 * prefix


def test_a_prefix_dies_with_its_last_user_unless_it_is_held() -> None:
    engine, backend = build_fake()
    hold = engine.hold(ask("", shared="A policy."))
    answer_all(engine, [request("one", shared="A policy.")])
    assert engine.statistics().cells_in_use > 0
    again = answer_all(engine, [request("two", shared="A policy.")])
    assert again[0].tokens.shared > 0
    engine.release(hold)
    engine.release(hold)
    _assert_nothing_is_held(engine, backend)


def test_held_prefixes_make_room_when_nothing_else_can_run() -> None:
    engine, backend = build_fake(config=EngineConfig(cells=300))
    limit = SamplingParams(max_tokens=50)
    texts = [f"{i} " * 80 for i in range(3)]
    holds = [engine.hold(ask("", shared=text)) for text in texts]
    asked = [request("q", shared=text, sampling=limit) for text in texts]
    assert len(answer_all(engine, asked)) == 3
    assert len(answer_all(engine, asked)) == 3
    for hold in holds:
        engine.release(hold)
    _assert_nothing_is_held(engine, backend)


def test_cells_are_never_over_committed() -> None:
    engine, backend = build_fake(config=EngineConfig(cells=256, max_width=16))
    numbers = [
        engine.submit(request(f"number {i}", sampling=SamplingParams(max_tokens=60)))
        for i in range(20)
    ]
    while engine.has_work:
        engine.step()
        assert backend.num_held[1] <= engine.statistics().cells_in_use <= 256
    assert len(numbers) == 20
    _assert_nothing_is_held(engine, backend)


def test_answers_that_outgrow_their_cells_send_the_youngest_back_and_still_come_out_right() -> None:
    schema = '{"type": "object", "required": ["t"], "properties": {"t": {"type": "string"}}}'
    answers = FakeSettings(answers=lambda prompt: '{"t":"' + "abc " * 60 + prompt[-30:-20] + '"}')
    roomy, _ = build_fake(answers, EngineConfig(cells=8192))
    tight, backend = build_fake(answers, EngineConfig(cells=600))
    asked = [request(f"number {i}", JsonText(schema)) for i in range(6)]
    expected = [result.text for result in answer_all(roomy, asked)]
    assert [result.text for result in answer_all(tight, asked)] == expected
    assert tight.statistics().prefilled_tokens > roomy.statistics().prefilled_tokens
    assert tight.statistics().steps > roomy.statistics().steps
    _assert_nothing_is_held(tight, backend)


def test_a_prompt_that_cannot_fit_is_refused_with_the_numbers() -> None:
    engine, _ = build_fake(config=EngineConfig(cells=1000))
    with pytest.raises(GenerationError, match=r"2,\d\d\d tokens \+ 256 .* context of 1,000"):
        engine.submit(request("x" * 1000 + "1" * 1000))
    assert not engine.has_work


def test_a_form_without_limit_takes_the_room_that_is_left() -> None:
    engine, _ = build_fake(config=EngineConfig(cells=300))
    (result,) = answer_all(engine, [request("1" * 200, RegexText("[ab]{5}"))])
    assert len(result.text) == 5


def test_free_text_ends_at_its_token_limit() -> None:
    engine, _ = build_fake(FakeSettings(answers={"x": "one two three four"}))
    (result,) = answer_all(engine, [request("x", sampling=SamplingParams(max_tokens=2))])
    assert (result.text, result.reason, result.tokens.sampled) == ("one two", "max_tokens", 2)


def test_a_stop_string_ends_an_answer_and_is_not_part_of_it() -> None:
    engine, _ = build_fake(FakeSettings(answers={"x": "one\nQ: two"}))
    engine.submit(request("x", sampling=SamplingParams(stop=("\nQ:",))))
    events = run_to_end(engine)
    (end,) = ends_of(events).values()
    assert isinstance(end, Finished)
    assert (end.result.text, end.result.reason) == ("one", "stop_string")
    assert "\n" not in "".join(e.text for e in events if isinstance(e, TextDelta))


def test_emoji_arrive_whole() -> None:
    engine, _ = build_fake(FakeSettings(answers={"x": "a🙂é"}))
    engine.submit(request("x"))
    deltas = [event.text for event in run_to_end(engine) if isinstance(event, TextDelta)]
    assert deltas == ["a", "🙂", "é"]


def test_samples_of_one_prompt_share_all_but_its_end() -> None:
    engine, _ = build_fake()
    parts = (Piece("Write a headline about the sea.", is_trusted=True), Cut())
    prompt = Prompt((Turn("user", parts),))
    drawn = [
        GenerationRequest(prompt, sampling=SamplingParams(temperature=1, seed=i)) for i in range(4)
    ]
    uses = [result.tokens for result in answer_all(engine, drawn)]
    assert all(use.prompt - use.shared < 20 for use in uses[1:])


def test_an_empty_context_costs_nothing() -> None:
    engine, _ = build_fake()
    prompt = Prompt((Turn("assistant", (Piece("Once", is_trusted=True), Cut())),))
    assert len(answer_all(engine, [GenerationRequest(prompt)] * 3)) == 3


def test_closing_twice_is_allowed_and_frees_everything() -> None:
    engine, backend = build_fake()
    engine.submit(request("x"))
    engine.step()
    engine.close()
    engine.close()
    assert backend.num_held == (0, 0)


def test_a_model_without_work_steps_to_nothing() -> None:
    engine, _ = build_fake()
    assert not engine.has_work
    assert engine.step() == []
    assert engine.statistics().steps == 0


def test_the_tokens_of_an_answer_are_counted_while_it_is_written() -> None:
    engine, _ = build_fake(config=SMALL)
    number = engine.submit(request("a", sampling=SamplingParams(max_tokens=9)))
    counts: list[int] = []
    events: list[EngineEvent] = []
    while engine.has_work:
        counts.append(engine.answer_tokens(number))
        events += engine.step()
    last = events[-1]
    assert isinstance(last, Finished)
    assert counts == sorted(counts)
    assert counts[0] == 0
    assert counts[-1] in range(1, last.result.tokens.sampled + 1)
    assert engine.answer_tokens(number) == 0
