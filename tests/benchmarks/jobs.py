"""What is asked of every peer: prompts as text, and the form of their answers."""

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class SplitPrompt:
    """A chat of a system and a user turn: shared text, a label in front of the data, the data."""

    system: str
    shared: str
    label: str
    data: str

    def render(self, model: Path, *, begins: bool = True) -> str:
        """Return the whole prompt under the model's chat template: ChatML, or Gemma's.

        `begins` puts the token in front that Gemma wants first, where the library does not.
        """
        user = f"{self.shared}{self.label}{self.data}"
        if "gemma" in model.name:
            first = "<bos>" if begins else ""
            return (
                f"{first}<start_of_turn>user\n{self.system}\n\n{user}<end_of_turn>\n"
                "<start_of_turn>model\n"
            )
        return (
            f"<|im_start|>system\n{self.system}<|im_end|>\n"
            f"<|im_start|>user\n{user}<|im_end|>\n"
            "<|im_start|>assistant\n"
        )


@dataclass(frozen=True, slots=True)
class Write:
    """Exactly so many tokens of text; an end of turn is ignored or forbidden."""

    tokens: int
    temperature: float = 0.0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Fill:
    """JSON that satisfies a schema."""

    schema: str
    max_tokens: int


@dataclass(frozen=True, slots=True)
class Choose:
    """One of a few words that begin with different tokens."""

    options: tuple[str, ...]


Form: TypeAlias = Write | Fill | Choose


@dataclass(frozen=True, slots=True)
class Job:
    """One prompt, and the form of its answer."""

    prompt: SplitPrompt
    form: Form


Rounds: TypeAlias = Generator[list[Job], list[str], None]
"""Yields jobs that may run side by side, and is sent their answers, in order."""


@dataclass(frozen=True, slots=True)
class ModelWork:
    """Work for a model, once as jobs for any library and once as a program for pp."""

    rounds: Callable[[], Rounds]
    program: str
    """Source text whose `main` gives `{ answers }`, a list in the order of all jobs."""
    inputs: Mapping[str, object]
    warm_up: Mapping[str, object]
    """Inputs of a short run on other text."""
    is_endless: bool = False
    """Whether no token may end an answer."""
    is_right: Callable[[int, str], bool] | None = None
    """Whether an answer, by its number, is valid or right; None where any text is."""

    def count_right(self, answers: Sequence[str]) -> int | None:
        """Return how many of all answers are valid or right; None where any text is."""
        if self.is_right is None:
            return None
        return sum(self.is_right(number, answer) for number, answer in enumerate(answers))


def one_round(jobs: Sequence[Job]) -> Callable[[], Rounds]:
    """Return rounds that ask all jobs at once."""

    def rounds() -> Rounds:
        yield list(jobs)

    return rounds


def run_rounds(rounds: Rounds, answer: Callable[[list[Job]], list[str]]) -> list[str]:
    """Ask round after round and return all answers."""
    answers: list[str] = []
    jobs = next(rounds)
    while True:
        found = answer(jobs)
        answers += found
        try:
            jobs = rounds.send(found)
        except StopIteration:
            return answers
