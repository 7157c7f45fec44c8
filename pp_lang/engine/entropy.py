"""How uncertain a model is, in bits."""

import numpy as np
from numpy.typing import NDArray

from pp_lang.engine.backend import FloatArray
from pp_lang.engine.likeliest import likeliest

NUM_LIKELIEST = 20
"""Next tokens that count, as in inverse-entropy voting (arXiv 2511.02309): its authors see the 20
likeliest of a token, and the rest says little."""


class EntropyMean:
    """The mean entropy of the next token over an answer."""

    def __init__(self) -> None:
        self._sum = 0.0
        self._num_rows = 0

    def add(self, logits: FloatArray) -> None:
        """Take the row of logits before one more token of the answer."""
        self._sum += likeliest_entropy(logits)
        self._num_rows += 1

    @property
    def bits(self) -> float:
        """The mean so far; 0 before the first row."""
        return self._sum / self._num_rows if self._num_rows else 0.0


def likeliest_entropy(logits: FloatArray) -> float:
    """Return the entropy of the likeliest tokens of one row, as if there were no others."""
    kept = logits[likeliest(logits, NUM_LIKELIEST)]
    return entropy_of(kept.astype(np.float64))


def entropy_of(log_weights: NDArray[np.float64]) -> float:
    """Return the entropy of a choice whose probabilities are as the exponentials of
    `log_weights`."""
    weights = np.exp(log_weights - log_weights.max())
    shares = weights / weights.sum()
    possible = shares[shares > 0]  # what is impossible adds nothing, and has no logarithm
    return max(0.0, -float((possible * np.log2(possible)).sum()))
