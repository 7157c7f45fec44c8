"""Logits to tokens. Greedy rows are chosen together; draws have their own stream per answer."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pp_lang.engine.backend import FloatArray
from pp_lang.engine.likeliest import Ids, at_least, likeliest
from pp_lang.engine.token_mask import TokenMask, few_allowed, masked
from pp_lang.sampling_params import SamplingParams

PENALTY_WINDOW = 64
"""Tokens at the end of an answer that the repeat penalty looks at."""

_FEW = 4096
"""As many scores are sorted, or summed up one by one."""
_SHORT = 64
"""Tokens that are tried one by one rather than computing a mask."""
_BLOCK = 1024
_MARGINS = (4.0, 12.0, np.inf)
"""How far below the greatest score to look for others."""


class TokenPicker:
    """Chooses the tokens of one answer under its sampling settings."""

    def __init__(self, params: SamplingParams) -> None:
        self._params = params
        self._random: np.random.Generator | None = None
        self.is_plain_greedy = params.temperature <= 0 and params.repeat_penalty == 1.0
        """True when the choice is the most likely allowed token and nothing else."""

    def pick(self, logits: FloatArray, recent: list[int], mask: TokenMask | None = None) -> int:
        """Return a token for one row of logits; `recent` are the answer's tokens so far, and
        `mask` allows at least one token."""
        if self._params.repeat_penalty != 1.0 and recent:
            logits = self._penalised(logits, recent)
        if mask is None:
            return self._pick(logits)
        few = few_allowed(mask)
        if few is None:
            return self._pick(masked(logits, mask))
        return int(few[self._pick(logits[few])])

    def shortlist(self, logits: FloatArray, best: int) -> Ids | None:
        """Return the tokens that can be drawn where `best`, the most likely one, is allowed, in
        rising order; None where they are not few."""
        params = self._params
        if params.temperature <= 0 or params.min_p <= 0 or params.repeat_penalty != 1.0:
            return None
        found = at_least(logits, logits[best] + np.log(params.min_p))
        return found if len(found) <= _SHORT else None

    def pick_among(self, logits: FloatArray, tokens: list[int]) -> int:
        """Return one of some tokens, in rising order, for one row of logits."""
        return tokens[self._pick(logits[tokens])]

    def draw_among(self, log_weights: NDArray[np.float64]) -> int:
        """Return an index drawn by `log_weights` at the set temperature; no other filter
        applies."""
        if self._params.temperature <= 0:
            return int(log_weights.argmax())
        return self._draw_index(log_weights / self._params.temperature)

    def _pick(self, scores: FloatArray) -> int:
        return int(scores.argmax()) if self._params.temperature <= 0 else self._draw(scores)

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
        kept: Ids | None = None
        if params.min_p > 0:
            kept = at_least(scores, scores.max() + np.log(params.min_p))
        if params.top_k > 0:
            kept = _choose(kept, likeliest(_left(scores, kept), params.top_k))
        if params.top_p < 1:
            kept = _choose(kept, _nucleus(_left(scores, kept), params.top_p))
        weights = _left(scores, kept).astype(np.float64) / params.temperature
        chosen = self._draw_index(weights)
        return chosen if kept is None else int(kept[chosen])

    def _draw_index(self, log_weights: NDArray[np.float64]) -> int:
        if self._random is None:
            self._random = np.random.Generator(np.random.Philox(self._params.seed % 2**64))
        weights = np.exp(log_weights - log_weights.max())
        return _index_at(weights, self._random.random())


def draw_option(log_weights: Sequence[float], params: SamplingParams) -> int:
    """Return the index that an answer out of a closed set takes: drawn by `log_weights`, or the
    likeliest at a temperature of 0."""
    return TokenPicker(params).draw_among(np.asarray(log_weights))


def _left(scores: FloatArray, kept: Ids | None) -> FloatArray:
    return scores if kept is None else scores[kept]


def _choose(kept: Ids | None, chosen: Ids) -> Ids:
    """Return those of `kept` that are chosen; None keeps all."""
    return chosen if kept is None else kept[chosen]


def _nucleus(scores: FloatArray, top_p: float) -> Ids:
    """Return where the fewest scores are whose probability adds up to `top_p`, in rising order."""
    top = float(scores.max())
    if len(scores) <= _FEW:
        order, sums = _by_weight(scores, np.arange(len(scores)), top)
        return np.sort(order[: np.searchsorted(sums, top_p * sums[-1]) + 1])
    wanted = top_p * float(np.exp(scores.astype(np.float64) - top).sum())
    for margin in _MARGINS:
        # Few of many scores are near the greatest, and most of the probability is there.
        order, sums = _by_weight(scores, at_least(scores, top - margin), top)
        if sums[-1] > wanted:
            break
    return np.sort(order[: np.searchsorted(sums, wanted) + 1])


def _by_weight(scores: FloatArray, ids: Ids, top: float) -> tuple[Ids, NDArray[np.float64]]:
    """Return `ids` from the likeliest on, with the sums of their weights so far."""
    order = ids[np.argsort(-scores[ids], kind="stable")]
    return order, np.cumsum(np.exp(scores[order].astype(np.float64) - top))


def _index_at(weights: NDArray[np.float64], share: float) -> int:
    """Return the index before which lies the `share` of all `weights`."""
    if len(weights) <= _FEW:
        sums = np.cumsum(weights)
        return _first_beyond(sums, share * sums[-1])
    blocks = np.cumsum(np.add.reduceat(weights, np.arange(0, len(weights), _BLOCK)))
    point = share * blocks[-1]
    block = _first_beyond(blocks, point)
    before = blocks[block - 1] if block else 0.0
    start = block * _BLOCK
    return start + _first_beyond(np.cumsum(weights[start : start + _BLOCK]), point - before)


def _first_beyond(sums: NDArray[np.float64], point: float) -> int:
    """Return the first index with a sum beyond `point`; by rounding there may be none, and then
    the last one that adds something."""
    index = int(np.searchsorted(sums, point, side="right"))
    return index if index < len(sums) else int(np.searchsorted(sums, sums[-1]))
