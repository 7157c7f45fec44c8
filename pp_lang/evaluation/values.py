"""Values of a running program, and how each is shown in a prompt."""

import json
from dataclasses import dataclass, field
from typing import TypeAlias

from pp_lang.semantics import Scalar


@dataclass(frozen=True, slots=True)
class ContextValue:
    """A context opened on values."""

    name: str
    parent: "ContextValue | None"
    args: tuple[tuple[str, "Value"], ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """What is known of an answer beyond its text."""

    logprob: float = 0.0
    """Mean natural log-probability of its tokens; of a closed set, that of the chosen member."""
    log_likelihood: float = 0.0
    """Natural log-likelihood of the whole text."""
    num_tokens: int = 0
    """Tokens written; none for a closed set, which is scored instead."""
    entropy: float | None = None
    """How uncertain the model was, in bits; None where no part of the program asks."""
    options: tuple[tuple[Scalar, float], ...] = ()
    """Of a closed set, each member with its probability."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """The call of a template that an answer came from: what a continuation shows again."""

    template: str
    parent: "ContextValue | Answer | None"
    args: tuple[tuple[str, "Value"], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A value that a model gave, with how it came about."""

    value: "Value"
    """Never an answer itself."""
    raw: str
    """The text as the model wrote it."""
    scores: Scores = field(default_factory=Scores)
    conversation: Conversation | None = None
    """None where no template of the program could continue it."""


def context_around(value: ContextValue | Answer | None) -> ContextValue | None:
    """Return the context that a template is asked in: `value`, or the one that the conversation of
    an answer began in."""
    while isinstance(value, Answer):
        value = value.conversation.parent if value.conversation is not None else None
    return value


Value: TypeAlias = (
    str | int | float | bool | list["Value"] | dict[str, "Value"] | ContextValue | Answer | None
)


def plain_value(value: Value) -> Value:
    """Return `value`, or what it is the answer of; answers inside stay."""
    return value.value if isinstance(value, Answer) else value


def unwrap(value: Value) -> Value:
    """Return a copy of `value` with every answer in it replaced by its value."""
    value = plain_value(value)
    if isinstance(value, list):
        return [unwrap(item) for item in value]
    if isinstance(value, dict):
        return {name: unwrap(item) for name, item in value.items()}
    return value


def is_equal(left: Value, right: Value) -> bool:
    """Return whether two values are the same; `1` and `true` are not, `1` and `1.0` are."""
    left, right = plain_value(left), plain_value(right)
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
        case Answer():
            return show_in_prompt(value.value)
        case ContextValue():
            return value.name
        case _:
            return json.dumps(unwrap(value), ensure_ascii=False, default=_context_name)


def _context_name(value: ContextValue) -> str:
    return value.name


def show_number(value: float) -> str:
    """Return the number without a trailing `.0` and without the noise of binary fractions."""
    return f"{value:.15g}"
