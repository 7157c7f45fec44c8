"""An answer out of a closed set, chosen by the log-likelihood of each whole option."""

import itertools
from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pp_lang.engine.backend import FloatArray
from pp_lang.engine.entropy import entropy_of
from pp_lang.engine.prefix_tree import Tokens
from pp_lang.engine.request import GenerationResult, TokenUse
from pp_lang.engine.sampler import TokenPicker
from pp_lang.sampling_params import SamplingParams


@dataclass(frozen=True, slots=True)
class OptionRun:
    """Rows that the model must see to score an option, and all whose rows these begin with."""

    options: tuple[int, ...]
    """Their numbers; the first needs all rows."""
    tokens: Tokens


class ScoredAnswer:
    """The scores of one request's options so far.

    The prompt's last row scores every option's first token; the rows of an option score the tokens
    after. Where one option begins with another, the end of turn is scored too, for all: otherwise
    the longer one could never win.
    """

    def __init__(
        self,
        options: tuple[str, ...],
        tokens: tuple[Tokens, ...],
        end_of_turn: tuple[int, ...],
        params: SamplingParams,
        *,
        wants_entropy: bool = False,
    ) -> None:
        self._options = options
        self._wants_entropy = wants_entropy
        self._tokens = tokens
        self._end_of_turn = np.asarray(end_of_turn, dtype=np.intp)
        self._counts_end = has_prefix_among(tokens)
        self._picker = TokenPicker(params)
        self._scores = np.zeros(len(options))
        self._num_scored = 0
        self.waiting_runs = deque(_runs(tokens, counts_end=self._counts_end))
        """Rows that have not run yet."""
        self._num_open = len(self.waiting_runs)
        self._is_started = False

    @property
    def is_finished(self) -> bool:
        """True when every option has its whole score."""
        return self._is_started and self._num_open == 0

    def score_first(self, logits: FloatArray, log_total: float) -> None:
        """Take the logits after the prompt; a prompt that had to be read again says nothing new."""
        if self._is_started:
            return
        self._is_started = True
        first = np.asarray([tokens[0] for tokens in self._tokens], dtype=np.intp)
        self._scores += logits[first].astype(np.float64) - log_total

    def take_run(self) -> OptionRun:
        """Return the next option to run; its rows are on their way."""
        return self.waiting_runs.popleft()

    def score_run(
        self, run: OptionRun, logits: FloatArray, log_totals: NDArray[np.float64]
    ) -> None:
        """Take the logits after each of the run's tokens."""
        for option in run.options:
            self._scores[option] += self._score(self._tokens[option], logits, log_totals)
        self._num_scored += len(run.tokens)
        self._num_open -= 1

    def _score(self, tokens: Tokens, logits: FloatArray, log_totals: NDArray[np.float64]) -> float:
        """Return the log-likelihood of an option after its first token."""
        following = np.asarray(tokens[1:], dtype=np.intp)
        rows = np.arange(len(following))
        chosen = logits[rows, following].astype(np.float64)
        score = float((chosen - log_totals[: len(following)]).sum())
        if self._counts_end:
            last = len(following)
            ends = logits[last, self._end_of_turn].astype(np.float64) - log_totals[last]
            score += float(np.logaddexp.reduce(ends))
        return score

    @property
    def num_scored(self) -> int:
        """Option tokens computed so far."""
        return self._num_scored

    def result(self, *, num_prompt: int, num_shared: int) -> GenerationResult:
        """Return the chosen option."""
        assert self.is_finished
        chosen = self._picker.draw_among(self._scores)
        weights = np.exp(self._scores - self._scores.max())
        return GenerationResult(
            text=self._options[chosen],
            reason="scored",
            tokens=TokenUse(num_prompt, num_shared, sampled=0, forced=0),
            logprobs=(),
            probabilities=tuple((weights / weights.sum()).tolist()),
            option_logprobs=tuple(self._scores.tolist()),
            entropy=entropy_of(self._scores) if self._wants_entropy else None,
        )


def has_prefix_among(tokens: tuple[Tokens, ...]) -> bool:
    """Whether one of `tokens` begins with another."""
    ordered = sorted(tokens)
    pairs = itertools.pairwise(ordered)
    return any(longer[: len(shorter)] == shorter for shorter, longer in pairs)


def num_rows(tokens: tuple[Tokens, ...]) -> tuple[int, ...]:
    """Return how many rows each run of several options needs, beyond the prompt's."""
    return tuple(len(run.tokens) for run in _runs(tokens, counts_end=has_prefix_among(tokens)))


def _runs(tokens: tuple[Tokens, ...], *, counts_end: bool) -> list[OptionRun]:
    """Return the rows to run. Options that begin alike, as `10`, `11` and `12` do, share theirs
    where the rows of one are the first of another's."""
    paths = [path if counts_end else path[:-1] for path in tokens]
    served: dict[int, list[int]] = {}
    # Sorted, whatever begins with some rows comes right after them; so the longest come first.
    longest = -1
    for option in sorted(range(len(paths)), key=lambda each: (paths[each], -each), reverse=True):
        path = paths[option]
        if not path:
            continue
        if longest < 0 or paths[longest][: len(path)] != path:
            longest = option
            served[option] = []
        served[longest].append(option)
    return [OptionRun(tuple(served[option]), paths[option]) for option in sorted(served)]
