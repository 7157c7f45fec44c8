"""The functions that every program can call. Each gets plain values and may raise `RunError`."""

import math
import re
from collections.abc import Callable
from typing import Any

from pp_lang.errors import RunError
from pp_lang.evaluation.values import Value, is_equal, show_in_prompt

MOST_ITEMS = 10_000_000
"""Longest list that `range` makes: longer ones are a mistake rather than a wish."""

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")


def _unique(items: list[Value]) -> list[Value]:
    kept: list[Value] = []
    seen: set[tuple[type, Value]] = set()
    for item in items:
        if isinstance(item, list | dict):
            if not any(is_equal(item, other) for other in kept):
                kept.append(item)
        elif (key := (bool if isinstance(item, bool) else object, item)) not in seen:
            seen.add(key)
            kept.append(item)
    return kept


def _count(items: list[Value], wanted: Value) -> int:
    return sum(is_equal(item, wanted) for item in items)


def _smallest(items: list[Any]) -> Any:  # Any: the checker saw that the items can be ordered
    if not items:
        raise RunError("`min` of an empty list")
    return min(items)


def _largest(items: list[Any]) -> Any:  # Any: the checker saw that the items can be ordered
    if not items:
        raise RunError("`max` of an empty list")
    return max(items)


def _round(number: float, digits: int = 0) -> float:
    return float(round(number, digits))


def _range(count: int) -> list[int]:
    if count > MOST_ITEMS:
        raise RunError(f"`range({count})` is longer than {MOST_ITEMS:,} items")
    return list(range(count))


def _split(text: str, separator: str) -> list[str]:
    if not separator:
        raise RunError("`split` needs a separator that is not empty")
    return text.split(separator)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _number(text: str) -> float | None:
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    number = float(match.group())
    return number if math.isfinite(number) else None


# Any: the checker has matched names, arguments and types; one signature fits no two of these.
BUILTIN_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "len": len,
    "join": lambda items, separator: separator.join(items),
    "lower": str.lower,
    "upper": str.upper,
    "trim": str.strip,
    "lines": _lines,
    "split": _split,
    "unique": _unique,
    "count": _count,
    "sum": sum,
    "min": _smallest,
    "max": _largest,
    "round": _round,
    "range": _range,
    "flatten": lambda lists: [item for items in lists for item in items],
    "sort": sorted,
    "contains": lambda text, part: part in text,
    "replace": lambda text, old, new: text.replace(old, new),
    "text": show_in_prompt,
    "default": lambda value, other: other if value is None else value,
    "first": lambda items: items[0] if items else None,
    "number": _number,
}
