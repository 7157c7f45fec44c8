"""A run on recorded answers takes the way of the run that was recorded."""

import threading
from collections.abc import Callable

import anyio
import pytest

from pp_lang.engine import (
    EngineConfig,
    LanguageModel,
    RecordedModel,
    RecordedRun,
    RecordingModel,
    open_fake_model,
)
from pp_lang.evaluation import Value
from pp_lang.runtime import ModelRef, OpenedModel, RunEvent, run_program
from tests.support.runtime_builders import compile_text

WORK = '''
template note(topic: text) -> text { max_tokens: 30 } """
  Write about {{ topic }}.
"""

template merge(notes: list[text]) -> text { max_tokens: 12 } """
  Merge: {% for one in notes %}
  - {{ one }}
  {% end %}
"""

template is_good(draft: text) -> bool """
  Is this good? {{ draft }}
"""

template better(draft: text) -> { text: text(max_chars: 20), stars: int(1..5) } { retry: 1 } """
  Improve: {{ draft }}
"""

program main(topics: list[text]) {
  notes = map topic in topics: note(topic)
  drafts = sample 3: note(topics[0])
  summary = reduce notes with merge by tree
  final = repeat draft = summary up to 2 until is_good(draft): better(draft).text
  return { notes, drafts, final, best: map one in drafts if is_good(one): better(one) }
}
'''
TOPICS: list[Value] = [f"subject number {n}, of which little is known" for n in range(14)]
SMALL = EngineConfig(cells=400, max_width=3)
"""So that merges are made in groups and items wait for one another."""


class _Only:
    """Opens one model, whatever is asked for."""

    def __init__(self, model: LanguageModel) -> None:
        self._model = model

    def open(self, ref: ModelRef, stop: threading.Event) -> OpenedModel:
        return OpenedModel(self._model, lambda: None)


def _run(
    model: LanguageModel,
    on_event: Callable[[RunEvent], None] | None = None,
    backend: str = "asyncio",
    program: str = WORK,
) -> Value:
    async def work() -> Value:
        inputs: dict[str, Value] = {"topics": TOPICS}
        outcome = await run_program(
            compile_text(program), "main", inputs, _Only(model), on_event=on_event
        )
        return outcome.value

    return anyio.run(work, backend=backend)


@pytest.fixture(scope="module")
def recorded() -> tuple[Value, RecordedRun, list[tuple[str, str]]]:
    events: list[tuple[str, str]] = []
    model = RecordingModel(open_fake_model(config=SMALL))
    value = _run(model, lambda event: events.append(_told(event)))
    return value, model.recorded(), events


def _told(event: RunEvent) -> tuple[str, str]:
    return type(event).__name__, event.node


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_replay_has_the_same_result_and_the_same_events(
    recorded: tuple[Value, RecordedRun, list[tuple[str, str]]], backend: str
) -> None:
    value, run, events = recorded
    replay = RecordedModel(run)
    told: list[tuple[str, str]] = []
    assert _run(replay, lambda event: told.append(_told(event)), backend) == value
    assert told == events
    assert replay.mismatches == []


def test_every_recorded_answer_is_asked_for(
    recorded: tuple[Value, RecordedRun, list[tuple[str, str]]],
) -> None:
    _, run, _ = recorded
    replay = RecordedModel(run)
    _run(replay)
    assert replay.statistics().finished == len(run.answers)
    assert len({one.turn for one in run.answers}) > 3
    assert run.sizes


BUDGET = '''
template note(topic: text) -> text { max_tokens: 30 } """Note on {{ topic }}."""

program main(topics: list[text]) {
  return map topic in topics within { budget: 40 }: note(topic)
}
'''


def test_a_budget_ends_a_replay_where_it_ended_the_recording() -> None:
    recording = RecordingModel(open_fake_model(config=SMALL))
    value = _run(recording, program=BUDGET)
    assert isinstance(value, list)
    assert len(value) < len(TOPICS)
    replay = RecordedModel(recording.recorded())
    assert _run(replay, program=BUDGET) == value
    assert replay.mismatches == []
