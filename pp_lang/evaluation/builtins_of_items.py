"""The functions that give back what they were given: answers among it stay answers."""

from collections.abc import Callable
from typing import Any

from pp_lang.evaluation.values import ContextValue, Value, is_equal, plain_value, unwrap


def _items(value: Value) -> list[Value]:
    value = plain_value(value)
    assert isinstance(value, list), "the checker lets only lists through"
    return value


def _count(value: Value) -> int:
    value = plain_value(value)
    assert isinstance(value, int), "the checker lets only whole numbers through"
    return max(value, 0)


def _take(items: Value, count: Value) -> list[Value]:
    return _items(items)[: _count(count)]


def _drop(items: Value, count: Value) -> list[Value]:
    return _items(items)[_count(count) :]


def _first(items: Value) -> Value:
    return next(iter(_items(items)), None)


def _reverse(items: Value) -> list[Value]:
    return _items(items)[::-1]


def _flatten(lists: Value) -> list[Value]:
    return [item for items in _items(lists) for item in _items(items)]


def _sort(items: Value) -> list[Value]:
    return sorted(_items(items), key=_sort_key)


def _sort_key(item: Value) -> Any:  # Any: the checker saw that the items can be ordered
    return plain_value(item)


def _unique(items: Value) -> list[Value]:
    kept: list[Value] = []
    seen: set[tuple[type, Value]] = set()
    for item in _items(items):
        value = unwrap(item)
        if isinstance(value, list | dict | ContextValue):
            if not any(is_equal(item, other) for other in kept):
                kept.append(item)
        elif (key := (bool if isinstance(value, bool) else object, value)) not in seen:
            seen.add(key)
            kept.append(item)
    return kept


def _default(value: Value, otherwise: Value) -> Value:
    return otherwise if plain_value(value) is None else value


ITEM_FUNCTIONS: dict[str, Callable[..., Value]] = {
    "default": _default,
    "drop": _drop,
    "first": _first,
    "flatten": _flatten,
    "reverse": _reverse,
    "sort": _sort,
    "take": _take,
    "unique": _unique,
}
