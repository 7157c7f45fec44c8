"""Who is admitted next, of those that wait."""

from pp_lang.engine import EngineConfig, FakeSettings, Finished, GenerationRequest
from pp_lang.engine.waiting import MOST_OVERTAKEN
from pp_lang.sampling_params import SamplingParams
from tests.support.engine_builders import ask, build_fake, run_to_end

LONG = FakeSettings(answers=lambda prompt: "sun " * 400)


def asked(
    max_tokens: int, *, priority: int = 0, is_in_turn: bool = False, shared: str = ""
) -> GenerationRequest:
    return GenerationRequest(
        ask("tell", shared=shared),
        sampling=SamplingParams(max_tokens=max_tokens),
        priority=priority,
        is_in_turn=is_in_turn,
    )


def finished_order(requests: list[GenerationRequest], width: int = 1) -> list[int]:
    """Return the places of `requests` in the order in which they finish."""
    engine, _ = build_fake(LONG, EngineConfig(max_width=width))
    ids = [engine.submit(one) for one in requests]
    return [ids.index(e.request) for e in run_to_end(engine) if isinstance(e, Finished)]


def num_steps(requests: list[GenerationRequest], width: int) -> int:
    engine, _ = build_fake(LONG, EngineConfig(max_width=width))
    for one in requests:
        engine.submit(one)
    run_to_end(engine)
    return engine.statistics().steps


def test_the_more_urgent_goes_first() -> None:
    assert finished_order([asked(9), asked(9, priority=2), asked(9, priority=1)]) == [1, 2, 0]


def test_among_equals_the_longest_goes_first_and_ties_keep_their_order() -> None:
    assert finished_order([asked(3), asked(9), asked(3), asked(5)]) == [1, 3, 0, 2]


def test_what_goes_in_turn_keeps_its_order() -> None:
    requests = [asked(length, is_in_turn=True) for length in (3, 9, 5)]
    assert finished_order(requests) == [0, 1, 2]


def test_one_prefix_is_done_with_before_the_next_begins() -> None:
    requests = [asked(3, shared="a"), asked(9, shared="b"), asked(5, shared="a")]
    assert finished_order(requests) == [2, 0, 1]


def test_what_is_in_the_memory_goes_before_what_must_be_read() -> None:
    requests = [asked(5, shared=text) for text in ("the first", "the second") * 3]
    assert finished_order(requests) == [0, 2, 4, 1, 3, 5]


def test_nobody_is_overtaken_more_often_than_the_bound() -> None:
    urgent = [asked(2, priority=1) for _ in range(MOST_OVERTAKEN + 20)]
    assert finished_order([asked(2), *urgent]).index(0) == MOST_OVERTAKEN


def test_the_tail_of_mixed_lengths_is_short_at_width_16() -> None:
    lengths = [4] * 48 + [64] * 8
    in_turn = num_steps([asked(length, is_in_turn=True) for length in lengths], 16)
    long_first = num_steps([asked(length) for length in lengths], 16)
    assert (in_turn, long_first) == (76, 64)


def test_one_that_is_cancelled_while_it_waits_is_never_run() -> None:
    engine, _ = build_fake(LONG, EngineConfig(max_width=1))
    engine.submit(asked(5))
    waiting = engine.submit(asked(9))
    engine.step()
    engine.cancel(waiting)
    ends = [event.request for event in run_to_end(engine) if isinstance(event, Finished)]
    assert waiting not in ends
    assert engine.statistics().cells_in_use == 0
