"""What a model said in one run, kept so that it can be said again."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from pp_lang.engine.asked import Asked
from pp_lang.engine.language_model import ModelInfo
from pp_lang.engine.request import GenerationResult

LOGPROB_DIGITS = 4
SHARE_DIGITS = 6
"""Decimals that are kept of log-probabilities, and of probabilities and entropies."""


@dataclass(frozen=True, slots=True)
class GivenUp:
    """The request was dropped before it had an answer."""

    tokens: int = 0
    """Tokens that its answer had by then."""


@dataclass(frozen=True, slots=True)
class Failure:
    """The request got no answer."""

    message: str
    is_refusal: bool = False
    """Whether it failed when it was submitted, rather than later."""


@dataclass(frozen=True, slots=True)
class RecordedAnswer:
    """A request and how it ended."""

    place: str
    """The request's label below what all have in common; a further request of the same label has
    `#2`, `#3`, … after it."""
    asked: Asked
    outcome: GenerationResult | Failure | GivenUp
    turn: int = 0
    """Answers that came in one step have the same number; later ones a higher one."""


@dataclass(frozen=True, slots=True)
class RecordedRun:
    """Everything that one run heard from a model."""

    model: ModelInfo
    answers: tuple[RecordedAnswer, ...]
    sizes: tuple[tuple[str, int], ...] = ()
    """Tokens of the prompts that were only counted, by their digests."""


def place_key(place: str) -> tuple[tuple[str, int], ...]:
    """Return what sorts places as a reader would: `x[2]` before `x[10]`."""
    return tuple((words, int(number or 0)) for words, number in re.findall(r"(\D*)(\d*)", place))


@dataclass(slots=True)
class Places:
    """Tells requests of one label apart, by the order in which they come."""

    root: str = ""
    """What all labels begin with; it is left out."""
    _seen: Counter[str] = field(default_factory=Counter)

    def take(self, label: str) -> str:
        """Return the name of the next request called `label`."""
        label = label.removeprefix(self.root)
        self._seen[label] += 1
        number = self._seen[label]
        return label if number == 1 else f"{label}#{number}"


def rounded(result: GenerationResult) -> GenerationResult:
    """Return the result with its numbers as a recording keeps them."""
    return replace(
        result,
        logprobs=tuple(round(one, LOGPROB_DIGITS) for one in result.logprobs),
        probabilities=_rounded(result.probabilities, SHARE_DIGITS),
        option_logprobs=_rounded(result.option_logprobs, LOGPROB_DIGITS),
        entropy=None if result.entropy is None else round(result.entropy, SHARE_DIGITS),
    )


def _rounded(numbers: tuple[float, ...] | None, digits: int) -> tuple[float, ...] | None:
    return None if numbers is None else tuple(round(one, digits) for one in numbers)
