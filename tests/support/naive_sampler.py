"""The obvious way to choose a token: sort everything, keep what each filter leaves, draw."""

import numpy as np
from numpy.typing import NDArray

from pp_lang.engine.backend import FloatArray
from pp_lang.sampling_params import SamplingParams

Ids = NDArray[np.intp]


def pick(logits: FloatArray, allowed: Ids, params: SamplingParams, share: float) -> int:
    """Return the token of `allowed`, in rising order, at `share` of what is left after all
    filters."""
    ids = allowed[np.argsort(-logits[allowed], kind="stable")]
    if params.temperature <= 0:
        return int(ids[0])
    if params.min_p > 0:
        ids = ids[logits[ids] >= logits[ids[0]] + np.log(params.min_p)]
    if params.top_k > 0:
        ids = ids[: params.top_k]
    if params.top_p < 1:
        sums = np.cumsum(_weights(logits[ids], 1.0))
        ids = ids[: int(np.searchsorted(sums, params.top_p * sums[-1])) + 1]
    ids = np.sort(ids)
    sums = np.cumsum(_weights(logits[ids], params.temperature))
    return int(ids[int(np.searchsorted(sums, share * sums[-1], side="right"))])


def _weights(scores: FloatArray, temperature: float) -> NDArray[np.float64]:
    scaled = scores.astype(np.float64) / temperature
    weights: NDArray[np.float64] = np.exp(scaled - scaled.max())
    return weights
