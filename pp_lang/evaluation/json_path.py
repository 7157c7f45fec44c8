"""One value out of the JSON that a text holds."""

import json
import re
from collections.abc import Iterator
from typing import Any

from pp_lang.errors import RunError
from pp_lang.evaluation.values import show_in_prompt

MOST_BEGINNINGS = 1_000
"""Most places of a text that are tried as the beginning of JSON: each may cost its whole rest."""

_BEGINNING = re.compile(r"[{\[]")
_STEP = re.compile(r"""\.?(?P<name>[^\W\d][\w-]*)|\[(?P<index>-?\d{1,9})\]|\["(?P<key>[^"]*)"\]""")
_DECODER = json.JSONDecoder()


def json_at(text: str, path: str) -> str | None:
    """Return what stands at `path` in the first object or list in `text` that has it, as a hole
    shows it; None where there is none or it is null.

    Raises the `RunError` of a path that cannot be read.
    """
    steps = _steps(path)
    for document in _documents(text):
        found = _follow(document, steps)
        if found is not None:
            return show_in_prompt(found)
    return None


def _steps(path: str) -> list[str | int]:
    rest = path.removeprefix("$")
    steps: list[str | int] = []
    while rest:
        match = _STEP.match(rest)
        if match is None:
            hint = 'Write fields as `a.b` or `["a b"]`, items as `[0]`.'
            raise RunError(f"`json_at` cannot read the path `{path}` from `{rest}` on", hint=hint)
        index, key = match["index"], match["key"]
        steps.append(int(index) if index is not None else key if key is not None else match["name"])
        rest = rest[match.end() :]
    return steps


def _documents(text: str) -> Iterator[Any]:  # Any: whatever the JSON says
    """Yield the objects and lists in `text` that are complete and not inside one another."""
    start, attempts = 0, 0
    while (match := _BEGINNING.search(text, start)) and attempts < MOST_BEGINNINGS:
        attempts += 1
        try:
            document, start = _DECODER.raw_decode(text, match.start())
        except (ValueError, RecursionError):
            start = match.end()
        else:
            yield document


def _follow(document: Any, steps: list[str | int]) -> Any:  # Any: whatever the JSON says
    for step in steps:
        match document, step:
            case (dict(), str()):
                document = document.get(step)
            case (list(), int()) if -len(document) <= step < len(document):
                document = document[step]
            case _:
                return None
    return document
