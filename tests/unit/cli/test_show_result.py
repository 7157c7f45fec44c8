"""Results on stdout."""

import json

import pytest

from pp_lang.cli.event_json import event_line
from pp_lang.cli.show_result import EventStream, TextStream, open_stream, show_value
from pp_lang.compiler import compile_source
from pp_lang.evaluation import Answer, ContextValue, Value
from pp_lang.runtime import GenerationRetried, NodeFinished, RunFinished, RunStatistics, TextDelta
from pp_lang.source import SourceFile

NOTHING = RunStatistics(wall_s=0, open_s=0, retries=0, models=())


@pytest.mark.parametrize(
    ("value", "as_json", "shown"),
    [
        ("two\nlines", False, "two\nlines\n"),
        ("two\nlines", True, '"two\\nlines"\n'),
        ([1, None, "ä"], False, '[\n  1,\n  null,\n  "ä"\n]\n'),
        (Answer("yes", "yes"), False, "yes\n"),
    ],
)
def test_text_is_printed_as_it_is_and_the_rest_as_json(
    capsys: pytest.CaptureFixture[str], value: Value, as_json: bool, shown: str
) -> None:
    show_value(value, as_json=as_json)
    assert capsys.readouterr().out == shown


def test_an_opened_context_is_shown_by_its_name_and_arguments() -> None:
    opened = ContextValue("desk", None, (("policy", "kind"),))
    event = NodeFinished("main/office", "context", None, opened)
    assert json.loads(event_line(event)) == {
        "event": "node_finished",
        "node": "main/office",
        "kind": "context",
        "key": None,
        "value": {"context": "desk", "policy": "kind"},
    }


def test_a_streamed_text_begins_again_when_an_attempt_is_void(
    capsys: pytest.CaptureFixture[str],
) -> None:
    stream = TextStream("main/story")
    for event in (
        TextDelta("main/story", "generate", None, " Once"),
        TextDelta("main/other", "generate", None, "not this"),
        GenerationRetried("main/story", "generate", None, 1, "too short"),
        TextDelta("main/story", "generate", None, "Twice"),
        TextDelta("main/story", "generate", None, " more"),
        RunFinished("main", "Twice more", NOTHING),
    ):
        stream.see(event)
    assert capsys.readouterr().out == "Once\nTwice more\n"


def test_only_a_result_that_is_one_text_is_streamed_as_text() -> None:
    compilation = compile_source(
        SourceFile(
            "test.pp",
            '''
template story(topic: text) -> text """
  {{ topic }}
"""
program main(topic: text) {
  told = story(topic)
  return told
}
program both(topic: text) {
  told = story(topic)
  return { told }
}
''',
        )
    )
    assert isinstance(open_stream(compilation, "main", as_json=False), TextStream)
    assert isinstance(open_stream(compilation, "main", as_json=True), EventStream)
    assert isinstance(open_stream(compilation, "both", as_json=False), EventStream)
