"""Answers that are kept come again in the order in which they came, before anything is computed.

So what has finished when a run goes on is what had finished when it stopped, turn by turn: early
ends, budgets and races decide as they did. Then what was under way begins again, each request as
many steps after the others as it did, so that what comes next is what would have come next.
"""

from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from pp_lang.engine import RequestId
from pp_lang.journal.answers import KeptAnswer, NewAnswer
from pp_lang.journal.journal import Journal

Key: TypeAlias = tuple[int, RequestId]
"""A model of the run, and a request of it."""


class Replaying(Protocol):
    """A model of the run."""

    @property
    def is_computing(self) -> bool:
        """Whether a step would compute something."""
        ...

    @property
    def is_awaited(self) -> bool:
        """Whether a request has no token yet that had one by this step."""
        ...

    @property
    def late(self) -> tuple[int, ...]:
        """The steps after which the requests begin that have not been begun yet."""
        ...


@dataclass(slots=True)
class Replay:
    """What the models of one run have in common. Used from the one thread that owns them."""

    journal: Journal
    step: int = field(init=False)
    """Steps of the run so far, those of earlier sessions included; its models step together."""
    turn: int = field(init=False)
    """The turn of what comes in this round."""
    delivered: int = 0
    """The last turn that was given again."""
    waiting: dict[Key, KeptAnswer] = field(default_factory=dict)
    """Requests whose answers are kept and have not been given yet."""
    models: list[Replaying] = field(default_factory=list)
    _dropped: list[NewAnswer] = field(default_factory=list)
    _stepped: set[int] = field(default_factory=set)
    _has_brought: bool = False
    _due: int | None = None
    _is_catching_up: bool = False

    def __post_init__(self) -> None:
        self.turn = self.journal.next_turn
        self.step = self.journal.last_step

    @property
    def next_turn(self) -> int:
        """The turn of what comes in a later round."""
        return self.turn + self._has_brought

    @property
    def is_behind(self) -> bool:
        """Whether the run is not yet where an earlier session had come to."""
        return bool(self.waiting) or any(model.late for model in self.models)

    def begin_step(self, model: int) -> int | None:
        """Begin a step of a model; return the turn whose answers are due, None where none is kept.

        The models of a run step one after the other, and what they bring in one round is one turn.
        """
        if model in self._stepped or not self._stepped:
            self._begin_round()
        self._stepped.add(model)
        return self._due

    def _begin_round(self) -> None:
        self._stepped.clear()
        self.turn = self.next_turn
        self._has_brought = False
        for answer in self._dropped:
            self.journal.note_answer(answer)
        self._dropped.clear()
        self._due = min((one.turn for one in self.waiting.values()), default=None)
        if self._due is not None:
            self.delivered = self._due
            return
        late = [step for model in self.models for step in model.late]
        if late and not self._is_catching_up:
            self.step = min(late)
        elif late and not any(model.is_computing for model in self.models):
            self.step = max(self.step, min(late))
        self._is_catching_up = bool(late)
        if not any(model.is_awaited for model in self.models):
            self.step += 1  # otherwise a prefix is read first that was there before

    def take_due(self, model: int) -> list[tuple[RequestId, KeptAnswer]]:
        """Return the answers to requests of a model that are due, and forget them."""
        due = [key for key, one in self.waiting.items() if key[0] == model]
        due = [key for key in due if self.waiting[key].turn == self._due]
        return [(key[1], self.waiting.pop(key)) for key in due]

    def note(self, answer: NewAnswer) -> None:
        """Keep an answer that came in this round."""
        self._has_brought = True
        self.journal.note_answer(answer)

    def note_dropped(self, answer: NewAnswer) -> None:
        """Keep that a request was given up, once the run goes on: at its end all are dropped."""
        self._dropped.append(answer)
