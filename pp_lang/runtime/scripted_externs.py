"""Answers in place of functions of Python: for tests, which then call nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pp_lang.errors import RunError
from pp_lang.evaluation import Value, unwrap
from pp_lang.runtime.turnstile import Gate, Turnstile

Order = tuple[int, ...]


@dataclass(slots=True)
class _Waiting:
    """A task that waits for its answer."""

    extern: str
    order: Order
    gate: Gate
    number: int = 0


class ScriptedExterns:
    """Gives each function's answers, call after call.

    Tasks run in any order, so calls wait until no task is active, and then take their answers in
    the order of the program.
    """

    def __init__(self, answers: Mapping[str, Sequence[Value]], turnstile: Turnstile) -> None:
        self._answers = answers
        self._turnstile = turnstile
        self._num_taken = dict.fromkeys(answers, 0)
        self._waiting: list[_Waiting] = []

    def has(self, extern: str) -> bool:
        """Return whether the function is answered for."""
        return extern in self._answers

    async def wait_answer(self, extern: str, order: Order) -> Value:
        """Return the answer for a call at the place of rank `order`.

        Raises `RunError` where none is left.
        """
        waiting = _Waiting(extern, order, Gate(self._turnstile))
        self._waiting.append(waiting)
        try:
            await waiting.gate.wait_open()
        finally:
            if not waiting.gate.is_open:
                self._waiting.remove(waiting)
        answers = self._answers[extern]
        if waiting.number >= len(answers):
            raise RunError(
                f"`{extern}` is called more often than the test has answers ({len(answers)})",
                hint=f"Add to `answers {extern}`.",
            )
        return unwrap(answers[waiting.number])

    def answer(self) -> bool:
        """Let all calls go on that wait; return whether there were any."""
        waiting, self._waiting = sorted(self._waiting, key=lambda one: one.order), []
        for one in waiting:
            one.number = self._num_taken[one.extern]
            self._num_taken[one.extern] += 1
            one.gate.open()
        return bool(waiting)
