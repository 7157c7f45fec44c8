"""The logits of one decode call, and what is found out about them: no more than is asked for."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pp_lang.engine.backend import FloatArray


@dataclass(frozen=True, slots=True)
class LogitRow:
    """One row of logits."""

    logits: FloatArray
    best: int
    """Its most likely token."""
    is_broken: bool
    """Whether no token can be chosen by it: some logit is not a number, or none is finite."""

    def log_total(self) -> float:
        """Return the log-sum-exp of the row: a token's log-probability is its logit minus this."""
        return float(log_totals(self.logits[None])[0])


@dataclass(frozen=True, slots=True)
class LogitRows:
    """Some rows of logits, in the order in which the batch wanted them."""

    logits: FloatArray
    best: list[int]
    top: NDArray[np.float32]
    """The logit of the most likely token of each row."""

    def __getitem__(self, rows: slice) -> "LogitRows":
        return LogitRows(self.logits[rows], self.best[rows], self.top[rows])

    def row(self, number: int) -> LogitRow:
        """Return one row."""
        return LogitRow(self.logits[number], self.best[number], not np.isfinite(self.top[number]))

    @property
    def is_broken(self) -> bool:
        """Whether one of the rows is."""
        return not np.isfinite(self.top).all()

    def log_totals(self) -> NDArray[np.float64]:
        """Return the log-sum-exp of each row."""
        return log_totals(self.logits)


def read_rows(logits: FloatArray) -> LogitRows:
    """Return the rows of `logits` with their most likely tokens; of equal ones the lower id."""
    # A row that holds something that is not a number has it as its greatest.
    best = logits.argmax(axis=1)
    return LogitRows(logits, best.tolist(), logits[np.arange(len(logits)), best])


def log_totals(logits: FloatArray) -> NDArray[np.float64]:
    """Return the log-sum-exp of each row; NaN for broken ones.

    This costs ten times what finding the most likely token does, so only those ask who need it.
    """
    totals = np.empty(len(logits))
    weights = np.empty_like(logits[:1]).reshape(-1)
    for number, row in enumerate(logits):
        # Row by row, so that the weights stay in the cache of a core.
        top = row.max()
        np.subtract(row, top, out=weights)
        np.exp(weights, out=weights)
        totals[number] = float(top) + np.log(np.float64(weights.sum()))
    return totals
