"""The result of a run on stdout: at its end, or as it comes."""

import json

from pp_lang.cli.console import out
from pp_lang.cli.event_json import event_line, value_json
from pp_lang.compiler import Compilation
from pp_lang.evaluation import Value, plain_value
from pp_lang.graph import GenerateNode
from pp_lang.runtime import GenerationRetried, RunEvent, RunFinished, TextDelta
from pp_lang.semantics import TextTy, TypedName, plain


def show_value(value: Value, *, as_json: bool) -> None:
    """Print a result: text as it is, anything else, or everything if asked for, as JSON."""
    value = plain_value(value)
    if isinstance(value, str) and not as_json:
        out(value)
    else:
        out(json.dumps(value_json(value), ensure_ascii=False, indent=2))


class EventStream:
    """Prints every event as a line of JSON."""

    def see(self, event: RunEvent) -> None:
        """Print an event."""
        out(event_line(event))


class TextStream:
    """Prints the text of one generation as it comes."""

    def __init__(self, node: str) -> None:
        self._node = node
        self._has_text = False

    def see(self, event: RunEvent) -> None:
        """Print what the event brings."""
        match event:
            case TextDelta(node, _, _, text) if node == self._node:
                shown = text if self._has_text else text.lstrip()
                self._has_text = self._has_text or bool(shown)
                out(shown, has_newline=False)
            case GenerationRetried(node) if node == self._node and self._has_text:
                out("\n", has_newline=False)
                self._has_text = False
            case RunFinished():
                out()


def open_stream(
    compilation: Compilation, program: str, *, as_json: bool
) -> EventStream | TextStream:
    """Return what prints a run as it comes: the text that is its result, or else its events."""
    region = compilation.region(program)
    if not as_json and isinstance(region.result, TypedName):
        for node in region.nodes:
            is_result = node.name == region.result.name
            if is_result and isinstance(node, GenerateNode) and isinstance(plain(node.ty), TextTy):
                return TextStream(node.id)
    return EventStream()
