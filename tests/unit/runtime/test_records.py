"""Runs whose records are written without the names of their fields."""

import pytest

from pp_lang.engine import FakeSettings, JsonText, Turn
from pp_lang.errors import RunError
from pp_lang.runtime import GenerationRetried, RunEvent
from pp_lang.semantics import OptionValue
from tests.support.runtime_builders import PretendModels, run

PROGRAM = '''type Triage { mood: "happy" | "angry", topic: text(max_chars: 20) }
type Example { review: text, answer: Triage }

context desk(examples: list[Example](min_items: 1)) """
  {% for one in examples %}
  {% user %}
  {{ one.review }}
  {% assistant %}
  {{ one.answer }}
  {% end %}
"""

template triage(review: text) -> Triage within desk { records: "compact" } """
  {% user %}
  {{ review }}
  Answer as {{ format }}.
"""

template why(review: text) -> { reason: text(max_chars: 9) } within desk """
  {% user %}
  Why? {{ review }} {{ format }}
"""

program main(reviews: list[text]) {
  office = desk([{ review: "It broke.", answer: { mood: "angry", topic: "zip" } }])
  return map review in reviews: {
    found = office.triage(review)
    return { mood: found.mood, topic: found.topic, raw: found.raw }
  }
}

program both(review: text) {
  office = desk([{ review: "It broke.", answer: { mood: "angry", topic: "zip" } }])
  return { found: office.triage(review), why: office.why(review) }
}

program scored(review: text) {
  office = desk([{ review: "It broke.", answer: { mood: "angry", topic: "zip" } }])
  return office.triage(review) { answer: { mood: "happy", topic: "tea" } }.raw
}
'''


def saying(text: str) -> PretendModels:
    return PretendModels(FakeSettings(answers={"Answer as": text}, certainty=0.999999))


def said_by(role: str, turns: tuple[Turn, ...]) -> list[str]:
    shown = [turn for turn in turns if turn.role == role]
    return ["".join(getattr(part, "text", "") for part in turn.parts) for turn in shown]


def test_values_come_back_as_records_and_the_raw_text_as_it_was_written() -> None:
    outcome = run(PROGRAM, saying('["happy","tea"]'), reviews=["Lovely."])
    assert outcome.value == [{"mood": "happy", "topic": "tea", "raw": '["happy","tea"]'}]
    assert outcome.statistics.compact == ("main/result[]/found",)


def test_examples_and_format_are_shown_as_the_model_shall_write() -> None:
    models = saying('["happy","tea"]')
    run(PROGRAM, models, reviews=["Lovely."])
    (asked,) = models.only.requests
    assert said_by("assistant", asked.prompt.turns) == ['["angry","zip"]']
    assert said_by("user", asked.prompt.turns)[-1].endswith(
        'Answer as JSON like ["happy" | "angry" (mood), text of at most 20 characters (topic)].'
    )
    assert isinstance(asked.form, JsonText)
    assert "prefixItems" in asked.form.schema


def test_setting_keyed_gives_the_names_back() -> None:
    models = saying('{"mood":"happy","topic":"tea"}')
    outcome = run(PROGRAM, models, options={"records": "keyed"}, reviews=["Lovely."])
    assert outcome.value == [
        {"mood": "happy", "topic": "tea", "raw": '{"mood":"happy","topic":"tea"}'}
    ]
    (asked,) = models.only.requests
    assert said_by("assistant", asked.prompt.turns) == ['{"mood": "angry", "topic": "zip"}']
    assert outcome.statistics.compact == ()


def test_one_context_serves_both_layouts_each_with_its_prefix() -> None:
    models = saying('["happy","tea"]')
    outcome = run(PROGRAM, models, program="both", review="Lovely.")
    assert isinstance(outcome.value, dict)
    assert outcome.value["found"] == {"mood": "happy", "topic": "tea"}
    assert models.only.num_holds == 2
    assert not models.only.held


def test_an_answer_that_is_scored_is_written_without_names() -> None:
    assert run(PROGRAM, program="scored", review="Lovely.").value == '["happy","tea"]'


def test_an_answer_that_is_cut_off_is_asked_for_again() -> None:
    events: list[RunEvent] = []
    options: dict[str, OptionValue] = {"records": "compact", "retry": 1, "max_tokens": 2}
    models = saying('["happy","tea"]')
    with pytest.raises(RunError, match="a larger `max_tokens` gives it room"):
        run(PROGRAM, models, options=options, on_event=events.append, reviews=["x"])
    assert [e.attempt for e in events if isinstance(e, GenerationRetried)] == [1]
