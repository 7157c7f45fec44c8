"""The functions that every program can call. They may raise `RunError`.

Most get plain values. Those that give back what they were given get the values as they are, so that
answers among them stay answers, with their scores and conversations.
"""

import math
import re
from collections.abc import Callable, Iterator
from typing import Any

from pp_lang.errors import RunError
from pp_lang.evaluation.builtins_of_items import ITEM_FUNCTIONS
from pp_lang.evaluation.json_path import json_at
from pp_lang.evaluation.values import Value, is_equal, show_in_prompt, unwrap

MOST_ITEMS = 10_000_000
"""Longest list that `range` makes: longer ones are a mistake rather than a wish."""

MOST_SEARCHED_CHARS = 100_000
"""Longest text that is searched for patterns: the time of a search can outgrow its text."""

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")


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


def _round(number: float, digits: int | None = None) -> float:
    return round(number) if digits is None else float(round(number, digits))


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


def _log(number: float) -> float:
    if number <= 0:
        raise RunError(f"`log` of {number:g}, which is not above 0")
    return math.log(number)


def _exp(number: float) -> float:
    try:
        return math.exp(number)
    except OverflowError:
        raise RunError(f"`exp({number:g})` is too large") from None


def _order(items: list[Any]) -> list[int]:  # Any: the checker saw that the items can be ordered
    return sorted(range(len(items)), key=lambda index: items[index])


def _groups(items: list[Value]) -> list[list[int]]:
    found: list[tuple[Value, list[int]]] = []
    for index, item in enumerate(items):
        for value, indexes in found:
            if is_equal(item, value):
                indexes.append(index)
                break
        else:
            found.append((item, [index]))
    return [indexes for _, indexes in found]


def _matches(function: str, text: str, pattern: str) -> Iterator[re.Match[str]]:
    if len(text) > MOST_SEARCHED_CHARS:
        raise RunError(f"`{function}` searches texts up to {MOST_SEARCHED_CHARS:,} characters")
    try:
        return re.finditer(pattern, text)
    except re.error as error:
        raise RunError(f"`{function}` cannot read the pattern `{pattern}`: {error}") from None


def _matched(match: re.Match[str]) -> str:
    return (match[1] or "") if match.re.groups else match[0]


def _first_match(text: str, pattern: str) -> str | None:
    match = next(_matches("first_match", text, pattern), None)
    return None if match is None else _matched(match)


def _all_matches(text: str, pattern: str) -> list[str]:
    return [_matched(match) for match in _matches("all_matches", text, pattern)]


def call_builtin(name: str, args: list[Value]) -> Value:
    """Return what the function `name` gives for `args`. Raises `RunError` where it cannot."""
    keeping = ITEM_FUNCTIONS.get(name)
    try:
        if keeping is not None:
            result: Value = keeping(*args)
        else:
            result = _PLAIN_FUNCTIONS[name](*map(unwrap, args))
    except (ValueError, OverflowError) as error:
        raise RunError(f"`{name}`: {error}") from error
    return result


# Any: the checker has matched names, arguments and types; one signature fits no two of these.
_PLAIN_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "len": len,
    "join": lambda items, separator: separator.join(items),
    "lower": str.lower,
    "upper": str.upper,
    "trim": str.strip,
    "lines": _lines,
    "split": _split,
    "count": _count,
    "sum": sum,
    "min": _smallest,
    "max": _largest,
    "round": _round,
    "range": _range,
    "contains": lambda text, part: part in text,
    "replace": lambda text, old, new: text.replace(old, new),
    "text": show_in_prompt,
    "number": _number,
    "abs": abs,
    "log": _log,
    "exp": _exp,
    "order": _order,
    "groups": _groups,
    "first_match": _first_match,
    "all_matches": _all_matches,
    "json_at": json_at,
}
