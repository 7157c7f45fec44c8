"""A pretend model that takes time by a formula, on a clock of its own."""

from collections.abc import Callable

import numpy as np

from pp_lang.engine import EngineConfig, FakeBackend, Rows
from pp_lang.engine.backend import FloatArray
from pp_lang.errors import ModelError

StepSeconds = Callable[[EngineConfig, int, int], float]
"""Seconds of a step: by the settings, its rows, and the sequences that these belong to."""


class Clock:
    """A clock that only work moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class TimedLab(FakeBackend):
    """The fake backend with a price for each step."""

    def __init__(
        self,
        clock: Clock,
        step_seconds: StepSeconds,
        *,
        refuses: Callable[[EngineConfig], bool] = lambda _: False,
    ) -> None:
        super().__init__(config=EngineConfig(max_width=64))
        self._clock = clock
        self._step_seconds = step_seconds
        self._refuses = refuses
        self.config = EngineConfig()

    def reopen(self, config: EngineConfig) -> None:
        if self._refuses(config):
            raise ModelError("the library refuses these settings")
        for sequence in range(self.info.num_sequences):
            self.drop_sequence(sequence)
        self.config = config

    def decode(self, rows: Rows) -> FloatArray:
        num_sequences = len(np.unique(rows.sequences))
        self._clock.now += self._step_seconds(self.config, len(rows.tokens), num_sequences)
        return super().decode(rows)


def row_seconds(config: EngineConfig, num_rows: int, num_sequences: int) -> float:
    """Every row costs a millisecond and every step two more; beyond 32 answers it gets slower."""
    crowd = 1.0 if num_sequences <= 32 else 1.6
    return 0.002 + 0.001 * num_rows * crowd / min(config.threads or 2, 2)
