"""What is remembered of calls to Python functions, where a run is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from pp_lang.evaluation import Value
from pp_lang.runtime.python_calls import ExternFunction


@dataclass(frozen=True, slots=True)
class FunctionCall:
    """A call that is about to be made."""

    place: str
    target: str
    """The function's name in Python."""
    function: ExternFunction
    args: Sequence[object]


@dataclass(frozen=True, slots=True)
class KeptValue:
    """What a call gave before."""

    value: object


class CallLog(Protocol):
    """Remembers what functions gave. Called from one event loop."""

    def find_call(self, call: FunctionCall) -> KeptValue | None:
        """Return what the very same call gave; None where it is to be made."""
        ...

    def note_call(self, call: FunctionCall, value: Value, seconds: float) -> None:
        """Remember what a call gave, and how long it took."""
        ...
