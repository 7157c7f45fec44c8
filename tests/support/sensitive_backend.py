"""A pretend model that is as particular as llama.cpp: what it says depends on how it is read."""

import zlib
from collections.abc import Iterator

import numpy as np

from pp_lang.engine import EngineConfig, FakeBackend, Rows
from pp_lang.engine.backend import FloatArray, SavedCells

_Cell = tuple[int, int]
"""Where a token's keys and values are, and what they are."""


class SensitiveBackend(FakeBackend):
    """Whatever else is in a batch, how a prompt is cut into chunks, and which cells a sequence has:
    each of these changes the words of its answers.

    Free texts alone are varied. Cells are taken as llama.cpp takes them: the first that are free.
    """

    def __init__(self, config: EngineConfig | None = None) -> None:
        super().__init__(config=config)
        self._memory: dict[int, list[_Cell]] = {}
        self._words = [token for token, name in enumerate(self.vocabulary.names) if name.isalpha()]

    def decode(self, rows: Rows) -> FloatArray:
        logits = super().decode(rows)
        free = self._free_cells()
        size = len(rows.tokens)
        row = 0
        for index, (token, number) in enumerate(
            zip(rows.tokens.tolist(), rows.sequences.tolist(), strict=True)
        ):
            cells = self._memory.setdefault(number, [])
            place = next(free)
            cells.append((place, zlib.crc32(repr((token, index, size, cells)).encode())))
            if rows.wants_logits[index]:
                digest = zlib.crc32(repr(cells).encode())
                logits[row, self._words[digest % len(self._words)]] += 50.0
                row += 1
        return logits

    def copy_sequence(self, source: int, target: int, length: int) -> None:
        super().copy_sequence(source, target, length)
        loaded = self._memory.get(target, [])
        self._memory[target] = [*self._memory[source][:length], *loaded]

    def cut_sequence(self, sequence: int, length: int) -> None:
        super().cut_sequence(sequence, length)
        del self._memory[sequence][length:]

    def clear(self) -> None:
        super().clear()
        self._memory.clear()

    def save_cells(self, sequence: int, start: int, stop: int) -> SavedCells:
        tokens = super().save_cells(sequence, start, stop)
        kept = [digest for _, digest in self._memory[sequence][start:stop]]
        return bytes(tokens) + np.array(kept, dtype=np.uint32).tobytes()

    def load_cells(self, cells: SavedCells, sequence: int, start: int, stop: int) -> bool:
        middle = 4 * (stop - start)
        if len(cells) != 2 * middle:
            return False
        kept = np.frombuffer(cells[middle:], dtype=np.uint32)
        free = self._free_cells()
        self._memory[sequence] = [(next(free), one) for one in kept.tolist()]
        return super().load_cells(cells[:middle], sequence, start, stop)

    def drop_sequence(self, sequence: int) -> None:
        super().drop_sequence(sequence)
        self._memory.pop(sequence, None)

    def _free_cells(self) -> Iterator[int]:
        taken = {place for cells in self._memory.values() for place, _ in cells}
        return (place for place in range(self.info.cells) if place not in taken)
