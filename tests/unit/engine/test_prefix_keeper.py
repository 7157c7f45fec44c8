"""Prefixes that were kept come back, and change no byte of any answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pp_lang.engine import (
    Cut,
    Engine,
    EngineConfig,
    EngineEvent,
    GenerationRequest,
    GivenText,
    JsonText,
    ModelStatistics,
    OneOf,
    Piece,
    Prompt,
    Turn,
)
from pp_lang.engine.backend import SavedCells
from pp_lang.engine.prefix_store import MemoryPrefixStore, PrefixKey, PrefixStore
from pp_lang.sampling_params import SamplingParams
from tests.support.engine_builders import TRIAGE_SCHEMA, answer_all, ask, request, run_to_end
from tests.support.sensitive_backend import SensitiveBackend

CONFIG = EngineConfig(cells=4096, batch_tokens=64)
SHORT = SamplingParams(max_tokens=6)
POLICY = "Be kind and brief. " * 12
HANDBOOK = "The desk closes at five. " * 10
HEAD = "Answer the letter. "


def build(store: PrefixStore | None, config: EngineConfig = CONFIG) -> Engine:
    return Engine(SensitiveBackend(config), config, store=store)


def within(question: str, *heads: str) -> GenerationRequest:
    """Return a request whose prompt is cut after each of `heads`."""
    parts = [part for head in heads for part in (Piece(head, is_trusted=True), Cut())]
    turn = Turn("user", (*parts, Piece(question, is_trusted=False)))
    return GenerationRequest(Prompt((turn,)), sampling=SHORT)


def run(
    work: list[GenerationRequest], store: PrefixStore | None, config: EngineConfig = CONFIG
) -> tuple[list[EngineEvent], ModelStatistics]:
    engine = build(store, config)
    for one in work:
        engine.submit(one)
    return run_to_end(engine), engine.statistics()


EIGHT = [within(f"question {number}", POLICY, HEAD) for number in range(8)]


def test_a_second_run_on_the_same_context_reads_it_no_more() -> None:
    store = MemoryPrefixStore()
    cold, first = run(EIGHT, store)
    warm, second = run(EIGHT, store)
    assert warm == cold
    assert first.restored_tokens == 0
    assert second.restored_tokens > 100
    assert second.prefilled_tokens + second.restored_tokens == first.prefilled_tokens


def test_a_run_without_a_store_says_the_same() -> None:
    assert run(EIGHT, None)[0] == run(EIGHT, MemoryPrefixStore())[0]


def test_another_run_on_the_same_context_starts_warm_too() -> None:
    store = MemoryPrefixStore()
    run(EIGHT, store)
    others = [within(f"something else {number}", POLICY, HEAD) for number in range(3)]
    warm, statistics = run(others, store)
    assert statistics.restored_tokens > 100
    assert warm == run(others, None)[0]


def test_nested_contexts_come_back_each_on_its_own() -> None:
    store = MemoryPrefixStore()
    both = [within(f"question {number}", POLICY, HANDBOOK) for number in range(2)]
    run(both, store)
    other = [within(f"question {number}", POLICY, HANDBOOK + HANDBOOK) for number in range(2)]
    warm, statistics = run(other, store)
    assert statistics.restored_tokens > 100
    assert statistics.prefilled_tokens > 200
    assert warm == run(other, None)[0]


def test_several_contexts_that_are_there_at_the_start_are_all_kept() -> None:
    store = MemoryPrefixStore()
    work = [within(f"question {number}", (POLICY, HANDBOOK)[number % 2]) for number in range(4)]
    cold, first = run(work, store)
    warm, second = run(work, store)
    assert warm == cold
    assert second.prefilled_tokens < 150
    assert second.restored_tokens + second.prefilled_tokens == first.prefilled_tokens


def test_a_context_that_lies_elsewhere_is_read_again() -> None:
    store = MemoryPrefixStore()
    run([within(f"question {number}", HANDBOOK) for number in range(2)], store)
    work = [within(f"question {number}", (POLICY, HANDBOOK)[number % 2]) for number in range(4)]
    warm, statistics = run(work, store)
    assert statistics.restored_tokens == 0
    assert warm == run(work, None)[0]


def test_a_context_that_was_read_beside_answers_is_not_kept() -> None:
    store = MemoryPrefixStore()
    engine = build(store)
    for number in range(2):
        engine.submit(within(f"question {number}", POLICY))
    for _ in range(6):
        engine.step()
    for number in range(2):
        engine.submit(within(f"question {number}", HANDBOOK))
    run_to_end(engine)
    work = [within(f"question {number}", (POLICY, HANDBOOK)[number % 2]) for number in range(4)]
    warm, statistics = run(work, store)
    assert statistics.restored_tokens > 0
    assert warm == run(work, None)[0]


def test_a_context_that_was_read_in_two_halves_is_not_kept() -> None:
    store = MemoryPrefixStore()
    engine = build(store)
    for text in (POLICY, HANDBOOK):
        engine.hold(ask("", shared=text))
    given_up = engine.submit(within("question", POLICY))
    engine.step()
    engine.cancel(given_up)
    answer_all(engine, [within("question", HANDBOOK), within("question", POLICY)])
    warm, statistics = run(EIGHT, store)
    assert statistics.restored_tokens == 0
    assert warm == run(EIGHT, None)[0]


def test_what_was_read_after_a_context_that_had_moved_is_not_kept() -> None:
    store = MemoryPrefixStore()
    engine = build(store, EngineConfig(cells=400, batch_tokens=64))
    for text in (POLICY, HANDBOOK):
        engine.hold(ask("", shared=text))
    answer_all(engine, [within("question", text) for text in (POLICY, HANDBOOK)])
    answer_all(engine, [within("question", POLICY + HANDBOOK)])
    after = [within(f"question {number}", HANDBOOK, POLICY) for number in range(2)]
    answer_all(engine, after)
    assert engine.statistics().restored_tokens > 0
    assert run(after, store)[0] == run(after, None)[0]


def test_the_prefix_of_a_single_request_is_not_kept() -> None:
    store = MemoryPrefixStore()
    run(EIGHT[:1], store)
    assert store.num_bytes == 0


def test_a_held_prefix_is_kept_for_a_single_request() -> None:
    store = MemoryPrefixStore()
    engine = build(store)
    engine.hold(ask("", shared=POLICY))
    answer_all(engine, [request("why", shared=POLICY)])
    assert store.num_bytes > 0


def test_a_short_prefix_is_not_kept() -> None:
    store = MemoryPrefixStore()
    run([within(f"question {number}", HEAD) for number in range(8)], store)
    assert store.num_bytes == 0


def test_what_is_damaged_is_read_again() -> None:
    class Damaged(MemoryPrefixStore):
        def find(self, key: PrefixKey) -> SavedCells | None:
            return bytes(7)

    events, statistics = run(EIGHT, Damaged())
    assert statistics.restored_tokens == 0
    assert events == run(EIGHT, None)[0]


@pytest.mark.parametrize("is_solo", [True, False])
def test_a_held_prefix_that_made_room_is_not_read_again(is_solo: bool) -> None:
    config = EngineConfig(cells=240, batch_tokens=64, batch_invariant=is_solo)
    engine = build(None, config)
    holds = [engine.hold(ask("", shared=text)) for text in (POLICY, HANDBOOK)]
    for text in (POLICY, HANDBOOK, POLICY, HANDBOOK):
        answer_all(engine, [request("why", shared=text, sampling=SHORT)])
    statistics = engine.statistics()
    assert statistics.restored_tokens > 200
    for hold in holds:
        engine.release(hold)
    assert engine.statistics().cells_in_use == 0


def test_memory_forgets_what_was_used_least_recently() -> None:
    store = MemoryPrefixStore(max_bytes=20)
    keys: list[PrefixKey] = [((0, (number,)),) for number in range(3)]
    for key in keys[:2]:
        store.keep(key, bytes(10))
    store.find(keys[0])
    store.keep(keys[2], bytes(10))
    assert [store.find(key) is None for key in keys] == [False, True, False]
    store.keep(keys[1], bytes(21))
    assert (store.find(keys[1]), store.num_bytes) == (None, 20)


FORMS = (JsonText(TRIAGE_SCHEMA), OneOf(("yes", "no", "perhaps later")), GivenText("the sea " * 9))
HEADS = st.lists(st.sampled_from([POLICY, HANDBOOK, HEAD]), max_size=3)
REQUESTS = st.one_of(
    st.builds(
        lambda question, heads: within(question, *heads),
        st.sampled_from(["why", "how many", "the sea " * 30]),
        HEADS,
    ),
    st.builds(
        lambda form, shared: request("which", form, shared=shared),
        st.sampled_from(FORMS),
        st.sampled_from(["", POLICY, HANDBOOK]),
    ),
)
STEPS = st.tuples(REQUESTS, st.integers(0, 6), st.booleans())


def run_in_steps(
    work: list[tuple[GenerationRequest, int, bool]],
    store: PrefixStore | None,
    config: EngineConfig,
) -> list[list[EngineEvent]]:
    """Submit each request, take steps that bring something, and perhaps give the request up."""
    engine = build(store, config)
    engine.hold(ask("", shared=POLICY))
    turns: list[list[EngineEvent]] = []
    for one, steps, is_given_up in work:
        number = engine.submit(one)
        turns += [step_until_something(engine) for _ in range(steps)]
        if is_given_up:
            engine.cancel(number)
    while engine.has_work:
        turns.append(step_until_something(engine))
    return turns


def run_and_give_up(
    work: list[tuple[GenerationRequest, int, bool]], store: PrefixStore, config: EngineConfig
) -> None:
    """Submit each request and take steps, in the middle of prefixes too."""
    engine = build(store, config)
    engine.hold(ask("", shared=POLICY))
    engine.hold(ask("", shared=HANDBOOK))
    for one, steps, is_given_up in work:
        number = engine.submit(one)
        for _ in range(steps):
            engine.step()
        if is_given_up:
            engine.cancel(number)
    run_to_end(engine)


def step_until_something(engine: Engine) -> list[EngineEvent]:
    while engine.has_work:
        if events := engine.step():
            return events
    return []


@given(
    st.lists(STEPS, min_size=1, max_size=5),
    st.lists(STEPS, max_size=4),
    st.booleans(),
    st.sampled_from([900, 4096]),
)
def test_runs_that_start_warm_say_what_cold_ones_say(
    work: list[tuple[GenerationRequest, int, bool]],
    before: list[tuple[GenerationRequest, int, bool]],
    is_solo: bool,
    cells: int,
) -> None:
    config = EngineConfig(cells=cells, batch_tokens=64, max_width=4, batch_invariant=is_solo)
    store = MemoryPrefixStore()
    cold = run_in_steps(work, None, config)
    run_and_give_up(before, store, config)
    assert run_in_steps(work, store, config) == cold
    assert run_in_steps(work, store, config) == cold
