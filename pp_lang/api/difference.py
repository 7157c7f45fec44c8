"""The first place where two values differ, in words."""

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pp_lang.evaluation import Value

SHOWN_CHARS = 40
LONG_TEXT = 40
"""Texts longer than this are told apart by where they part."""


def find_difference(left: "Value", right: "Value", path: str = "") -> str | None:
    """Return where two lists, two records or two long texts first differ.

    None where they are equal, and where the values as a whole say it best.
    """
    from pp_lang.evaluation import is_equal

    if is_equal(left, right):
        return None
    if isinstance(left, dict) and isinstance(right, dict):
        for name in left:
            if name in right and not is_equal(left[name], right[name]):
                return find_difference(left[name], right[name], f"{path}.{name}")
    if isinstance(left, list) and isinstance(right, list):
        for index, pair in enumerate(zip(left, right, strict=False)):
            if not is_equal(*pair):
                return find_difference(*pair, f"{path}[{index}]")
        return _at(path or "its end", f"{_counted(left)} against {_counted(right)}")
    if isinstance(left, str) and isinstance(right, str) and min(len(left), len(right)) > LONG_TEXT:
        pairs = enumerate(zip(left, right, strict=False))
        shorter = min(len(left), len(right))
        same = next((index for index, (ours, theirs) in pairs if ours != theirs), shorter)
        return _at(path, f"character {same}, {_shown(left[same:])} against {_shown(right[same:])}")
    return _at(path, f"{_shown(left)} against {_shown(right)}") if path else None


def _at(path: str, words: str) -> str:
    return f"at {path.removeprefix('.')}: {words}" if path else f"at {words}"


def _counted(items: "list[Value]") -> str:
    return f"{len(items)} item{'s' if len(items) != 1 else ''}"


def _shown(value: "Value") -> str:
    text = json.dumps(value, ensure_ascii=False, default=lambda one: f"context {one.name}")
    return text if len(text) <= SHOWN_CHARS else f"{text[:SHOWN_CHARS]}…"
