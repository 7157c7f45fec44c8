"""Runs that must answer as the model's file and the program say."""

import pytest

import pp_lang
from pp_lang.runtime import RunEvent, RunFinished

PROGRAM = '''type Note { mood: "good" | "bad", topic: text(max_chars: 9) }

template read(text: text) -> Note { records: "compact" } """
  {% user %}
  It broke.
  {% assistant %}
  {{ { mood: "bad", topic: "zip" } }}
  {% user %}
  {{ text }} Answer as {{ format }}.
"""

program main(text: text) { return read(text) }
'''


@pytest.mark.parametrize(("exact", "compact"), [(False, ("main/result",)), (True, ())])
def test_an_exact_run_keeps_the_names_of_fields(exact: bool, compact: tuple[str, ...]) -> None:
    events: list[RunEvent] = []
    options = pp_lang.RunOptions(exact=exact, on_event=events.append)
    found = pp_lang.compile(PROGRAM).run({"text": "Fine."}, model="fake", options=options)
    assert set(dict(found)) == {"mood", "topic"}
    (finished,) = [event for event in events if isinstance(event, RunFinished)]
    assert finished.statistics.compact == compact
    assert isinstance(finished.result, dict)
