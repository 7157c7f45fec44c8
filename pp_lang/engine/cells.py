"""The accounts of the cache: cells and sequence ids, reserved before they are used. Pure."""

import heapq
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CellStatistics:
    """What is taken now and what was taken at most."""

    cells_in_use: int
    cells_peak: int
    sequences_in_use: int


class Cells:
    """Hands out cells by number and sequences by id; never more than there are."""

    def __init__(self, num_cells: int, num_sequences: int) -> None:
        self._num_cells = num_cells
        self._num_sequences = num_sequences
        self._in_use = 0
        self._peak = 0
        self._free_sequences = list(range(num_sequences))

    @property
    def num_free(self) -> int:
        """Cells that can still be taken."""
        return self._num_cells - self._in_use

    @property
    def num_free_sequences(self) -> int:
        """Sequences that can still be taken."""
        return len(self._free_sequences)

    def take(self, num_cells: int) -> None:
        """Reserve `num_cells`; the caller has checked that they are free."""
        assert 0 <= num_cells <= self.num_free, "cells are never over-committed"
        self._in_use += num_cells
        self._peak = max(self._peak, self._in_use)

    def release(self, num_cells: int) -> None:
        """Give back `num_cells`."""
        assert 0 <= num_cells <= self._in_use, "released more cells than taken"
        self._in_use -= num_cells

    def take_sequence(self) -> int:
        """Return the lowest free sequence id; the caller has checked that there is one."""
        assert self._free_sequences, "sequences are never over-committed"
        return heapq.heappop(self._free_sequences)

    def release_sequence(self, sequence: int) -> None:
        """Give back a sequence id."""
        assert sequence not in self._free_sequences, "released a sequence twice"
        heapq.heappush(self._free_sequences, sequence)

    def statistics(self) -> CellStatistics:
        """Return the figures so far."""
        return CellStatistics(
            cells_in_use=self._in_use,
            cells_peak=self._peak,
            sequences_in_use=self._num_sequences - len(self._free_sequences),
        )
