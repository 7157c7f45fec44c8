"""Values of a running program, and how each is shown in a prompt."""

import json
from dataclasses import dataclass
from typing import TypeAlias

from pp_lang.semantics import Scalar


@dataclass(frozen=True, slots=True)
class ContextValue:
    """A context opened on values."""

    name: str
    parent: "ContextValue | None"
    args: tuple[tuple[str, "Value"], ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A member of a closed set that a model chose, with what the model gave to each member."""

    value: Scalar
    probabilities: tuple[tuple[Scalar, float], ...]

    @property
    def probability(self) -> float:
        """The probability of the chosen member."""
        return next(p for option, p in self.probabilities if is_equal(option, self.value))


Value: TypeAlias = (
    str | int | float | bool | list["Value"] | dict[str, "Value"] | ContextValue | Chosen | None
)


def unwrap(value: Value) -> Value:
    """Return `value` with every `Chosen` in it replaced by its member."""
    if isinstance(value, Chosen):
        return value.value
    if isinstance(value, list):
        return [unwrap(item) for item in value]
    if isinstance(value, dict):
        return {name: unwrap(item) for name, item in value.items()}
    return value


def is_equal(left: Value, right: Value) -> bool:
    """Return whether two values are the same; `1` and `true` are not, `1` and `1.0` are."""
    if isinstance(left, Chosen):
        left = left.value
    if isinstance(right, Chosen):
        right = right.value
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(is_equal, left, right))
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(is_equal(left[k], right[k]) for k in left)
    return isinstance(left, bool) == isinstance(right, bool) and left == right


def show_in_prompt(value: Value) -> str:
    """Return the text that a hole shows for `value`."""
    match value:
        case str():
            return value
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return show_number(value)
        case int():
            return str(value)
        case Chosen():
            return show_in_prompt(value.value)
        case ContextValue():
            return value.name
        case _:
            return json.dumps(unwrap(value), ensure_ascii=False)


def show_number(value: float) -> str:
    """Return the number without a trailing `.0` and without the noise of binary fractions."""
    return f"{value:.15g}"
