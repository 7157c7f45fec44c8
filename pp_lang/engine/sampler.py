"""Logits to tokens. Greedy rows are chosen together; draws have their own stream per answer."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pp_lang.engine.backend import FloatArray
from pp_lang.sampling_params import SamplingParams

PENALTY_WINDOW = 64
"""Tokens at the end of an answer that the repeat penalty looks at."""


class TokenPicker:
    """Chooses the tokens of one answer under its sampling settings."""

    def __init__(self, params: SamplingParams) -> None:
        self._params = params
        self._random: np.random.Generator | None = None
        self.is_plain_greedy = params.temperature <= 0 and params.repeat_penalty == 1.0
        """True when the choice is the most likely allowed token and nothing else."""

    def pick(
        self, logits: FloatArray, recent: list[int], allowed: NDArray[np.intp] | None = None
    ) -> int:
        """Return a token for one row of logits; `recent` are the answer's tokens so far."""
        if self._params.repeat_penalty != 1.0 and recent:
            logits = self._penalised(logits, recent)
        scores = logits if allowed is None else logits[allowed]
        chosen = int(scores.argmax()) if self._params.temperature <= 0 else self._draw(scores)
        return chosen if allowed is None else int(allowed[chosen])

    def draw_among(self, log_weights: NDArray[np.float64]) -> int:
        """Return an index drawn by `log_weights` at the set temperature; no other filter
        applies."""
        if self._params.temperature <= 0:
            return int(log_weights.argmax())
        return self._draw_index(log_weights / self._params.temperature)

    def _penalised(self, logits: FloatArray, recent: list[int]) -> FloatArray:
        seen = np.unique(np.asarray(recent[-PENALTY_WINDOW:], dtype=np.intp))
        logits = logits.copy()
        values = logits[seen]
        penalty = np.float32(self._params.repeat_penalty)
        logits[seen] = np.where(values > 0, values / penalty, values * penalty)
        return logits

    def _draw(self, scores: FloatArray) -> int:
        """Draw after min-p, top-k and top-p, in this order; temperature reshapes what is left."""
        params = self._params
        kept: NDArray[np.intp] | None = None
        if params.min_p > 0:
            kept = np.flatnonzero(scores >= scores.max() + np.log(params.min_p))
            scores = scores[kept]
        if 0 < params.top_k < len(scores):
            # A stable sort makes ties fall to the lower id, whatever the partition does inside.
            top = np.sort(np.argpartition(-scores, params.top_k - 1)[: params.top_k])
            kept = top if kept is None else kept[top]
            scores = scores[top]
        if params.top_p < 1:
            nucleus = _nucleus(scores, params.top_p)
            kept = nucleus if kept is None else kept[nucleus]
            scores = scores[nucleus]
        chosen = self._draw_index(scores.astype(np.float64) / params.temperature)
        return chosen if kept is None else int(kept[chosen])

    def _draw_index(self, log_weights: NDArray[np.float64]) -> int:
        if self._random is None:
            self._random = np.random.Generator(np.random.Philox(self._params.seed % 2**64))
        totals = np.cumsum(np.exp(log_weights - log_weights.max()))
        point = self._random.random() * totals[-1]
        return min(int(np.searchsorted(totals, point, side="right")), len(totals) - 1)


def draw_option(log_weights: Sequence[float], params: SamplingParams) -> int:
    """Return the index that an answer out of a closed set takes: drawn by `log_weights`, or the
    likeliest at a temperature of 0."""
    return TokenPicker(params).draw_among(np.asarray(log_weights))


def _nucleus(scores: FloatArray, top_p: float) -> NDArray[np.intp]:
    """Indices, in rising order, of the fewest scores whose probability adds up to `top_p`."""
    order = np.argsort(-scores, kind="stable")
    weights = np.exp(scores[order].astype(np.float64) - float(scores.max()))
    totals = np.cumsum(weights)
    size = int(np.searchsorted(totals, top_p * totals[-1])) + 1
    return np.sort(order[:size])
