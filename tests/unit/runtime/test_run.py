"""Whole runs: the same each time, however tasks are interleaved."""

import threading
from dataclasses import replace

import anyio
import pytest

from pp_lang.engine import EngineConfig, FakeSettings
from pp_lang.errors import GenerationError, RunError
from pp_lang.runtime import RunEvent, RunFinished, RunStatistics, TextDelta, run_program
from tests.support.runtime_builders import PretendModels, compile_text, run

TRIAGE = '''
type Triage { mood: "happy" | "angry"  topic: text(max_chars: 20) }
context desk(policy: text) """
  You work at a support desk. {{ policy }}
"""
template triage(review: text) -> Triage within desk """
  Triage as {{ format }}.
  {{ review }}
"""
template title(topic: text) -> text { max_tokens: 8 } """A title for {{ topic }}"""
template merge(notes: list[text]) -> text within desk { max_tokens: 12 } """
  Merge:
  {% for note in notes %}
  - {{ note }}
  {% end %}
"""
program main(policy: text, reviews: list[text]) {
  office = desk(policy)
  verdicts = map review in reviews: office.triage(review)
  ideas = map v in verdicts: sample 3: title(v.topic)
  brief = reduce (map v in verdicts: v.topic) with office.merge by tree
  return { verdicts, ideas, brief }
}
'''
REVIEWS = [f"Review {number}" for number in range(20)]

WITHOUT_TIMES = {"wall_s": 0.0, "open_s": 0.0}
BACKENDS = ("asyncio", "trio")


def events_of(
    backend: str, seed: int = 0, config: EngineConfig | None = None, window: int | None = None
) -> list[RunEvent]:
    events: list[RunEvent] = []
    run(
        TRIAGE,
        PretendModels(config=config or EngineConfig()),
        seed=seed,
        window=window,
        on_event=events.append,
        wants_deltas=True,
        backend=backend,
        policy="Be kind.",
        reviews=list(REVIEWS),
    )
    return [without_times(event) for event in events]


def without_times(event: RunEvent) -> RunEvent:
    if not isinstance(event, RunFinished):
        return event
    models = tuple(
        replace(use, decode_s=0.0, step_s=0.0, mask_s=0.0) for use in event.statistics.models
    )
    return replace(event, statistics=RunStatistics(0.0, 0.0, event.statistics.retries, models))


def test_the_same_run_twice_gives_the_same_bytes() -> None:
    first = repr(events_of("asyncio")).encode()
    assert repr(events_of("asyncio")).encode() == first


def test_both_event_loops_give_the_same_bytes() -> None:
    first = repr(events_of("asyncio")).encode()
    for _ in range(3):  # trio shuffles its tasks anew each time
        assert repr(events_of("trio")).encode() == first


def test_side_by_side_gives_what_one_after_the_other_does() -> None:
    wide = events_of("asyncio", config=EngineConfig(max_width=16))[-1]
    narrow = events_of("asyncio", config=EngineConfig(max_width=1), window=1)[-1]
    assert isinstance(wide, RunFinished)
    assert isinstance(narrow, RunFinished)
    assert wide.result == narrow.result


def test_another_seed_gives_other_samples() -> None:
    one, other = events_of("asyncio", seed=1)[-1], events_of("asyncio", seed=2)[-1]
    assert isinstance(one, RunFinished)
    assert isinstance(other, RunFinished)
    assert one.result != other.result


def test_events_stand_in_the_order_of_the_program() -> None:
    events = events_of("trio")
    starts = [event.node for event in events if type(event).__name__ == "NodeStarted"]
    assert starts.index("main/office") < starts.index("main/verdicts")
    assert starts.index("main/verdicts[0]") < starts.index("main/verdicts[1]")
    finished = [event.node for event in events if type(event).__name__ == "NodeFinished"]
    assert finished.index("main/verdicts[19]") < finished.index("main/verdicts")


def test_deltas_add_up_to_the_answer() -> None:
    events: list[RunEvent] = []
    source = 'template t() -> text """Say something."""\nprogram main() { return t() }'
    outcome = run(source, on_event=events.append, wants_deltas=True)
    deltas = [event.text for event in events if isinstance(event, TextDelta)]
    assert len(deltas) > 1
    assert "".join(deltas).strip() == outcome.value


def test_models_are_closed_and_hold_nothing_at_the_end() -> None:
    models = PretendModels()
    run(TRIAGE, models, policy="Be kind.", reviews=list(REVIEWS))
    assert models.only.is_closed
    assert models.only.in_flight == 0
    assert models.only.held == set()


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_cancelled_run_leaves_nothing_in_the_engine(backend: str) -> None:
    models, seen = PretendModels(), list[str]()

    async def main() -> bool:
        def stop_soon(event: RunEvent) -> None:
            seen.append(event.node)
            if len(seen) == 60:
                scope.cancel()

        with anyio.CancelScope() as scope:
            await run_program(
                compile_text(TRIAGE),
                "main",
                {"policy": "Be kind.", "reviews": list(REVIEWS)},
                models,
                None,
                stop_soon,
            )

        return scope.cancelled_caught

    assert anyio.run(main, backend=backend)
    assert models.only.is_closed
    assert models.only.in_flight == 0
    assert models.only.held == set()


@pytest.mark.parametrize("backend", BACKENDS)
def test_what_a_listener_raises_ends_the_run(backend: str) -> None:
    models = PretendModels()

    def complain(event: RunEvent) -> None:
        if event.node == "main/verdicts[3]":
            raise BrokenPipeError("gone")

    with pytest.raises(BrokenPipeError):
        run(
            TRIAGE,
            models,
            on_event=complain,
            backend=backend,
            policy="",
            reviews=list(REVIEWS),
        )
    assert models.only.is_closed


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_failing_item_names_its_node(backend: str) -> None:
    models = PretendModels(FakeSettings(fail_prompts_with="Review 7"))
    with pytest.raises(GenerationError) as caught:
        run(TRIAGE, models, backend=backend, policy="", reviews=list(REVIEWS))
    assert caught.value.node == "main/verdicts[7]"
    assert models.only.in_flight == 0
    assert models.only.is_closed


def test_of_several_failures_the_first_in_the_program_is_told() -> None:
    models = PretendModels(FakeSettings(fail_prompts_with="Review 1"))
    for backend in BACKENDS:
        with pytest.raises(GenerationError) as caught:
            run(TRIAGE, models, backend=backend, policy="", reviews=list(REVIEWS))
        assert caught.value.node == "main/verdicts[1]"


def test_a_computation_that_fails_names_its_node() -> None:
    source = "program main(n: int) {\n  a = 1 / n\n  return a\n}"
    with pytest.raises(RunError) as caught:
        run(source, n=0)
    assert (caught.value.node, caught.value.message) == ("main/a", "division by zero")
    assert caught.value.__notes__ == ["at main/a"]


def test_an_item_that_cannot_be_computed_names_its_item() -> None:
    source = "program main(ns: list[int]) {\n  a = map n in ns: 1 / n\n  return a\n}"
    with pytest.raises(RunError) as caught:
        run(source, ns=[1, 2, 0])
    assert (caught.value.node, caught.value.message) == ("main/a", "item [2]: division by zero")


def test_a_program_without_a_model_opens_none() -> None:
    models = PretendModels()
    outcome = run("program main(n: int) { return n + 1 }", models, n=1)
    assert outcome.value == 2
    assert models.opened == {}
    assert outcome.statistics.generations == 0


def test_the_thread_of_the_models_ends_with_the_run() -> None:
    run(TRIAGE, policy="", reviews=["a"])
    for thread in threading.enumerate():
        if thread.name == "pp-models":
            thread.join(5)
            assert not thread.is_alive()


def test_statistics_count_the_run() -> None:
    outcome = run(TRIAGE, policy="Be kind.", reviews=list(REVIEWS))
    statistics = outcome.statistics
    assert statistics.generations == 20 + 60 + 2 + 1
    assert statistics.shared_tokens > 0
    assert statistics.answer_tokens > 0
