"""Which tokens may come next: a bit for each, eight to a byte, the lowest bit first."""

import numpy as np
from numpy.typing import NDArray

from pp_lang.engine.backend import FloatArray

TokenMask = NDArray[np.uint8]
"""Tokens beyond its end are not allowed."""

FEW_BYTES = 512
"""Bytes of a mask that allow anything, for its tokens to be few."""


def _limits_of_bytes() -> FloatArray:
    bits = np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1, bitorder="little")
    return np.where(bits == 1, np.float32(np.inf), np.float32(-np.inf)).astype(np.float32)


_LIMITS = _limits_of_bytes()
"""For each byte of a mask, what the logits of its eight tokens may be at most."""


def masked(logits: FloatArray, mask: TokenMask) -> FloatArray:
    """Return a copy of `logits` in which tokens that `mask` does not allow are impossible."""
    # Looking eight tokens up at a time is several times as fast as unpacking bits to choose by.
    scores = np.take(_LIMITS, mask, axis=0).reshape(-1)
    size = min(len(scores), len(logits))
    np.minimum(scores[:size], logits[:size], out=scores[:size])
    if size == len(logits):
        return scores[:size]
    return np.concatenate([scores, np.full(len(logits) - size, -np.inf, dtype=np.float32)])


def few_allowed(mask: TokenMask) -> NDArray[np.intp] | None:
    """Return the tokens that `mask` allows, in rising order; None where they are not few."""
    found = np.flatnonzero(mask)
    if len(found) > FEW_BYTES:
        return None
    bits = np.unpackbits(mask[found], bitorder="little")
    return (found[:, None] * 8 + np.arange(8)).reshape(-1)[bits.view(np.bool_)]


def mask_of(tokens: NDArray[np.intp], num_tokens: int) -> TokenMask:
    """Return the mask that allows `tokens`, of a vocabulary of `num_tokens`."""
    is_allowed = np.zeros(num_tokens, dtype=np.bool_)
    is_allowed[tokens] = True
    return np.packbits(is_allowed, bitorder="little")
