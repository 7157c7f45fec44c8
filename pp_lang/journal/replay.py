"""Answers that are kept come again in the order in which they came, before anything is computed.

So what has finished when a run goes on is what had finished when it stopped, step by step: early
ends, budgets and races decide as they did.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

from pp_lang.engine import RequestId
from pp_lang.journal.answers import KeptAnswer, NewAnswer
from pp_lang.journal.journal import Journal

Key: TypeAlias = tuple[int, RequestId]
"""A model of the run, and a request of it."""


@dataclass(slots=True)
class Replay:
    """What the models of one run have in common. Used from the one thread that owns them."""

    journal: Journal
    now: int = field(init=False)
    """The turn that what comes next belongs to."""
    waiting: dict[Key, KeptAnswer] = field(default_factory=dict)
    """Requests whose answers are kept and have not been given yet."""
    _dropped: list[NewAnswer] = field(default_factory=list)
    _stepped: set[int] = field(default_factory=set)
    _has_brought: bool = False
    _due: int | None = None

    def __post_init__(self) -> None:
        self.now = self.journal.next_turn

    def begin_step(self, model: int) -> int | None:
        """Begin a step of a model; return the turn whose answers are due, None where none is kept.

        The models of a run step one after the other, and what they bring in one round is one turn.
        """
        if model in self._stepped or self._due is None:
            if model in self._stepped:
                self._stepped.clear()
                self.now += self._has_brought
                self._has_brought = False
            self._due = min((one.turn for one in self.waiting.values()), default=None)
        self._stepped.add(model)
        for answer in self._dropped:
            self.journal.note_answer(answer)
        self._dropped.clear()
        return self._due

    def take_due(self, model: int) -> list[tuple[RequestId, KeptAnswer]]:
        """Return the answers to requests of a model that are due, and forget them."""
        due = [key for key, one in self.waiting.items() if key[0] == model]
        due = [key for key in due if self.waiting[key].turn == self._due]
        return [(key[1], self.waiting.pop(key)) for key in due]

    def note(self, answer: NewAnswer) -> None:
        """Keep an answer that came in this turn."""
        self._has_brought = True
        self.journal.note_answer(answer)

    def note_dropped(self, answer: NewAnswer) -> None:
        """Keep that a request was given up, once the run goes on: at its end all are dropped."""
        self._dropped.append(answer)
