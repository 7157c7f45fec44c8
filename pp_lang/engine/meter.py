"""Tokens a second of a backend: reading a prompt, and writing answers side by side."""

from collections.abc import Callable
from itertools import count

import numpy as np

from pp_lang.engine.backend import Backend, Rows

PROBE_TOKENS = 32
MOST_TOKENS = 512
WARM_STEPS = 1
LEAST_STEPS, MOST_STEPS = 3, 24


class Meter:
    """Measures one backend, whose sequences must be empty."""

    def __init__(
        self, backend: Backend, tokens: tuple[int, ...], clock: Callable[[], float]
    ) -> None:
        """`tokens` are some of the model's words, in no special order; they are repeated."""
        self._backend = backend
        self._tokens = np.array(tokens, dtype=np.int32)
        self._clock = clock
        self._depth = 0

    def forget(self) -> None:
        """Take note that the backend was opened anew, so that nothing is in its cache."""
        self._depth = 0

    def read_rate(self, num_tokens: int, batch_tokens: int) -> float:
        """Return the tokens a second at which a prompt of `num_tokens` is read."""
        self._backend.drop_sequence(0)
        began = self._clock()
        self._read(num_tokens, batch_tokens)
        elapsed = self._clock() - began
        self._depth = num_tokens
        return num_tokens / elapsed

    def write_rate(self, width: int, depth: int, batch_tokens: int, seconds: float) -> float:
        """Return the tokens a second that `width` answers after one text of `depth` tokens get.

        Steps are taken for about `seconds`. Of their times the lower quartile counts: whatever
        else the machine does makes steps longer and never shorter.
        """
        if self._depth != depth:
            self.read_rate(depth, batch_tokens)
        targets = range(1, width + 1)
        for target in targets:
            self._backend.copy_sequence(0, target, depth)
        try:
            times = self._step_times(width, depth, seconds)
        finally:
            for sequence in targets:
                self._backend.drop_sequence(sequence)
        return width / float(np.quantile(times, 0.25, method="lower"))

    def _read(self, num_tokens: int, batch_tokens: int) -> None:
        for start in range(0, num_tokens, batch_tokens):
            stop = min(num_tokens, start + batch_tokens)
            positions = np.arange(start, stop, dtype=np.int32)
            wants = np.zeros(stop - start, dtype=np.int8)
            wants[-1] = stop == num_tokens
            self._backend.decode(
                Rows(self._words(start, stop - start), positions, np.zeros_like(positions), wants)
            )

    def _step_times(self, width: int, depth: int, seconds: float) -> list[float]:
        times: list[float] = []
        sequences = np.arange(1, width + 1, dtype=np.int32)
        wants = np.ones(width, dtype=np.int8)
        for step in count():
            positions = np.full(width, depth + step, dtype=np.int32)
            began = self._clock()
            self._backend.decode(Rows(self._words(step, width), positions, sequences, wants))
            if step >= WARM_STEPS:
                times.append(self._clock() - began)
            if len(times) >= MOST_STEPS or (len(times) >= LEAST_STEPS and sum(times) >= seconds):
                break
        return times

    def _words(self, start: int, size: int) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
        return np.take(self._tokens, np.arange(start, start + size), mode="wrap")


def fitting_tokens(meter: Meter, seconds: float) -> int:
    """Return the length of a prompt that is read in about so many seconds, within bounds; so that
    a slow model is measured on less.

    Measuring it also wakes the threads, and the weights on the disk.
    """
    meter.read_rate(PROBE_TOKENS, PROBE_TOKENS)
    rate = meter.read_rate(PROBE_TOKENS, PROBE_TOKENS)
    fitting = int(seconds * rate) // PROBE_TOKENS * PROBE_TOKENS
    return max(PROBE_TOKENS, min(MOST_TOKENS, fitting))
