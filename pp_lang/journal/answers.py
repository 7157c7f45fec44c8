"""An answer as a journal keeps it."""

from dataclasses import dataclass
from typing import Literal

from pp_lang.engine import GenerationRequest, GenerationResult, digest_request
from pp_lang.journal.results import write_result
from pp_lang.journal.schema import Row

How = Literal["finished", "failed", "given up"]


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """What a model said before."""

    outcome: GenerationResult | str
    """The answer, or why there was none."""
    turn: int
    """Answers that came together have the same number; later ones a higher one."""
    is_final: bool
    """Whether that is what the asker has to hear again: the run went on from there."""
    tokens: int = 0
    """Tokens that an answer had when it was given up."""


@dataclass(frozen=True, slots=True)
class NewAnswer:
    """How a request ended, with all that is kept of it."""

    session: int
    label: str
    asked: str
    how: How
    outcome: GenerationResult | str
    tokens: int
    seed: int
    model: str
    began: int
    step: int
    """Steps of the run before it was submitted, and when it ended."""
    turn: int
    beside: int
    """Requests that the model had at the time, itself among them."""
    seconds: float

    def row(self) -> tuple[str, Row]:
        """Return the table and the row that hold it."""
        said = self.outcome if isinstance(self.outcome, str) else write_result(self.outcome)
        return "answers", (
            self.session,
            self.label,
            self.asked,
            self.how,
            said,
            self.tokens,
            str(self.seed),  # 64 bits without a sign are more than SQLite counts with
            self.model,
            self.began,
            self.step,
            self.turn,
            self.beside,
            self.seconds,
        )


def asked_of(request: GenerationRequest, model: str) -> str:
    """Return what an answer has to have been asked to stand for `request`.

    `model` is what tells its content.
    """
    asked = digest_request(request)
    scores = "+" if request.wants_logprobs else "-"
    return f"{asked.prompt}.{asked.form}.{asked.settings}{scores}{model}"


def next_attempt(label: str) -> str:
    """Return the label of the attempt that follows where the one called `label` gave nothing."""
    place, _, number = label.rpartition(" attempt ")
    if place and number.isdecimal():
        return f"{place} attempt {int(number) + 1}"
    return f"{label} attempt 2"
