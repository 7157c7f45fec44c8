"""Who is admitted next."""

from dataclasses import replace

from pp_lang.engine import EngineConfig, Finished, RequestId
from pp_lang.engine.waiting import MOST_OVERTAKING
from pp_lang.sampling_params import SamplingParams
from tests.support.engine_builders import build_fake, request, run_to_end


def order_of(questions: list[tuple[int, int]]) -> list[int]:
    """Return the order in which an engine of width 1 answers requests of (urgency, most tokens)."""
    engine, _ = build_fake(config=EngineConfig(max_width=1))
    numbers: dict[RequestId, int] = {}
    for index, (urgency, limit) in enumerate(questions):
        asked = request("Why?", sampling=SamplingParams(max_tokens=limit))
        numbers[engine.submit(replace(asked, urgency=urgency))] = index
    ends = [one for one in run_to_end(engine) if isinstance(one, Finished)]
    return [numbers[end.request] for end in ends]


def test_equal_requests_go_in_the_order_of_submission() -> None:
    assert order_of([(0, 5)] * 6) == [0, 1, 2, 3, 4, 5]


def test_the_most_urgent_goes_first() -> None:
    assert order_of([(1, 5), (3, 5), (2, 5), (3, 5)]) == [1, 3, 2, 0]


def test_of_equally_urgent_ones_the_longest_goes_first() -> None:
    assert order_of([(1, 3), (1, 9), (1, 6), (2, 2)]) == [3, 1, 2, 0]


def test_none_is_overtaken_more_often_than_the_bound() -> None:
    order = order_of([(0, 2)] + [(1, 2)] * (MOST_OVERTAKING + 20))
    assert order.index(0) == MOST_OVERTAKING


def test_what_shares_a_prefix_in_the_memory_goes_before_what_would_read_another() -> None:
    engine, _ = build_fake(config=EngineConfig(max_width=1))
    contexts = ["the first text", "the second text"]
    numbers = [engine.submit(request("Why?", shared=contexts[n % 2])) for n in range(6)]
    ends = [one.request for one in run_to_end(engine) if isinstance(one, Finished)]
    assert [numbers.index(number) for number in ends] == [0, 2, 4, 1, 3, 5]


def test_a_request_that_is_cancelled_while_it_waits_is_gone_at_once() -> None:
    engine, _ = build_fake(config=EngineConfig(max_width=1))
    first, second, third = (engine.submit(request(text)) for text in ("One?", "Two?", "Six?"))
    engine.cancel(second)
    ends = [one.request for one in run_to_end(engine) if isinstance(one, Finished)]
    assert ends == [first, third]
