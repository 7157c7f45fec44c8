"""How far one model's next words are from another's, over a text.

The models are read one after the other, so that they need not fit into memory together. Of the
first only its likeliest tokens are kept for each place, and all others as one: the distance
over these parts is never above the true one, and hardly below it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pp_lang.engine.backend import Backend, FloatArray, IntArray, Rows

KEPT_TOKENS = 256
_ROWS = 16
"""As many as answers have side by side, so that the same kernels are at work."""
_TINY = 1e-12

DoubleArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a model expects at each place of a text."""

    tokens: IntArray
    """The likeliest tokens of each place."""
    log_probs: DoubleArray
    """Their log-probabilities, and that of all others together as the last column."""


def read_outlook(backend: Backend, text: tuple[int, ...]) -> Outlook:
    """Return what the model expects after each token of `text`; the cache must be empty."""
    ids: list[IntArray] = []
    log_probs: list[DoubleArray] = []
    for logits in _all_logits(backend, text):
        kept = min(KEPT_TOKENS, logits.shape[1])
        best = np.argpartition(-logits, kept - 1, axis=1)[:, :kept].astype(np.int32)
        ids.append(best)
        log_probs.append(_grouped(logits, best))
    return Outlook(np.concatenate(ids), np.concatenate(log_probs))


def measure_loss(outlook: Outlook, backend: Backend, text: tuple[int, ...]) -> float:
    """Return the Kullback-Leibler divergence from `outlook` to what `backend` expects of the same
    text, in nats a token; its cache must be empty."""
    place, total = 0, 0.0
    for logits in _all_logits(backend, text):
        stop = place + len(logits)
        expected = outlook.log_probs[place:stop]
        found = _grouped(logits, outlook.tokens[place:stop])
        total += float(np.sum(np.exp(expected) * (expected - found)))
        place = stop
    return max(0.0, total / place)


def _all_logits(backend: Backend, text: tuple[int, ...]) -> Iterator[FloatArray]:
    """Yield the logits after each token, some tokens at a time; each view lives until the next."""
    for start in range(0, len(text), _ROWS):
        tokens = np.array(text[start : start + _ROWS], dtype=np.int32)
        positions = np.arange(start, start + len(tokens), dtype=np.int32)
        rows = Rows(tokens, positions, np.zeros_like(tokens), np.ones(len(tokens), dtype=np.int8))
        yield backend.decode(rows)
    backend.drop_sequence(0)


def _grouped(logits: FloatArray, kept: IntArray) -> DoubleArray:
    """Return the log-probabilities of the kept tokens, and of all others together."""
    shifted = logits.astype(np.float64) - np.max(logits, axis=1, keepdims=True)
    total = np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    log_probs = np.take_along_axis(shifted, kept, axis=1) - total
    rest = 1.0 - np.sum(np.exp(log_probs), axis=1, keepdims=True)
    return np.concatenate([log_probs, np.log(np.maximum(rest, _TINY))], axis=1)
