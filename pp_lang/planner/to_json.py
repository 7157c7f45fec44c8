"""A plan for tools: the same facts as JSON values."""

from dataclasses import fields, is_dataclass
from typing import Any

from pp_lang.planner.bounds import Bounds
from pp_lang.planner.plan import Plan


def plan_to_json(plan: Plan) -> dict[str, Any]:  # Any: a JSON object
    """Return the plan as a JSON object.

    A count is a number, or `{"low", "high"}` where it is not exact, with null for no bound.
    """
    document = _value(plan)
    assert isinstance(document, dict)
    document["inputs"] = dict(plan.inputs)
    document["chain_length"] = _value(plan.chain_length)
    return document


def _value(value: object) -> Any:  # Any: whatever JSON holds
    if isinstance(value, Bounds):
        return value.low if value.is_exact else {"low": value.low, "high": value.high}
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    if is_dataclass(value):
        return {field.name: _value(getattr(value, field.name)) for field in fields(value)}
    return value
