"""Events of a run as JSON objects, one a line, for scripts that follow it."""

import json
import re
from dataclasses import fields, is_dataclass
from typing import Any

from pp_lang.evaluation import ContextValue, Value, unwrap
from pp_lang.runtime import RunEvent


def event_line(event: RunEvent) -> str:
    """Return the event on one line: `event` names its kind, the other keys are its fields."""
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", type(event).__name__).lower()
    return json.dumps({"event": name, **_fields(event)}, ensure_ascii=False)


def value_json(value: Value) -> Any:  # Any: whatever JSON holds
    """Return a value of the language as JSON; a context shows its name and what it was given."""
    value = unwrap(value)
    if isinstance(value, ContextValue):
        return {"context": value.name, **{name: value_json(arg) for name, arg in value.args}}
    if isinstance(value, list):
        return [value_json(item) for item in value]
    if isinstance(value, dict):
        return {name: value_json(item) for name, item in value.items()}
    return value


def _fields(record: object) -> dict[str, Any]:  # Any: whatever JSON holds
    assert is_dataclass(record)
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}


def _plain(value: Any) -> Any:  # Any: a field of an event
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value) and type(value).__module__.startswith(
        ("pp_lang.runtime", "pp_lang.engine")
    ):
        return _fields(value)
    return value_json(value)
