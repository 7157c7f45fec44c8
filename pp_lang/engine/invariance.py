"""Finds out whether answers side by side change each other's bits."""

import numpy as np

from pp_lang.engine.backend import Backend, FloatArray, Rows
from pp_lang.engine.config import DEFAULT_WIDTH

WIDTHS = (2, 4, 8, DEFAULT_WIDTH)
OWN_TOKENS = 7
STEPS = 4
OTHER_TOKENS = 37
"""No multiple of any size in which kernels work."""


def find_invariant_width(backend: Backend, words: tuple[int, ...], prefix_tokens: int) -> int:
    """Return the widest batch whose rows have the very logits that each has alone; 1 where none.

    A text is read alone into an empty memory, and then among others: behind their cells, beside
    their rows, in other chunks, from a copied prefix, and continued in batches of that width. The
    memory is left empty.
    """
    probe = _Probe(backend, words, prefix_tokens)
    alone = probe.read_alone()
    widest = 1
    for width in WIDTHS:
        if width + 2 > backend.info.num_sequences or not probe.is_same_among(width, alone):
            break
        widest = width
    probe.clear()
    return widest


class _Probe:
    def __init__(self, backend: Backend, words: tuple[int, ...], prefix_tokens: int) -> None:
        self._backend = backend
        self._words = np.array(words, dtype=np.int32)
        self._prefix_tokens = prefix_tokens

    def read_alone(self) -> list[FloatArray]:
        self.clear()
        self._decode([(0, 0, self._prefix_tokens, 0)])
        return [row[0] for row in self._continue([1])]

    def is_same_among(self, width: int, alone: list[FloatArray]) -> bool:
        """Return whether the first and the last of `width` branches compute what one does alone."""
        for ours in (1, width):
            rows = self._read_among(width, ours)
            if not all(map(np.array_equal, (row[ours - 1] for row in rows), alone)):
                return False
        return True

    def _read_among(self, width: int, ours: int) -> list[FloatArray]:
        self.clear()
        first = self._prefix_tokens // 3
        self._decode([(width + 1, 0, OTHER_TOKENS, 1)])
        self._decode([(width + 1, OTHER_TOKENS, 1, 1), (0, 0, first, 0)])
        self._decode([(0, first, self._prefix_tokens - first, 0)])
        return self._continue(
            [1 if branch == ours else branch + 1 for branch in range(1, width + 1)]
        )

    def _continue(self, texts: list[int]) -> list[FloatArray]:
        """Return the logits of branches after the prefix: where their own texts end, and of some
        tokens more."""
        branches = range(1, len(texts) + 1)
        start = self._prefix_tokens
        for branch in branches:
            self._backend.copy_sequence(0, branch, start)
        spans = [(start, OWN_TOKENS)]
        spans += [(start + OWN_TOKENS + step, 1) for step in range(STEPS)]
        return [
            self._decode(
                [(branch, at, size, text) for branch, text in zip(branches, texts, strict=True)]
            )
            for at, size in spans
        ]

    def _decode(self, runs: list[tuple[int, int, int, int]]) -> FloatArray:
        """Read runs of a text each (sequence, position, length, number of the text), and return
        the logits at their ends."""
        positions = [np.arange(at, at + size) for _, at, size, _ in runs]
        wants = [np.arange(size) == size - 1 for _, _, size, _ in runs]
        tokens = [
            np.take(self._words, place + 101 * text, mode="wrap")
            for place, (_, _, _, text) in zip(positions, runs, strict=True)
        ]
        sequences = [np.full(size, number) for number, _, size, _ in runs]
        rows = Rows(
            tokens=np.concatenate(tokens).astype(np.int32),
            positions=np.concatenate(positions).astype(np.int32),
            sequences=np.concatenate(sequences).astype(np.int32),
            wants_logits=np.concatenate(wants).astype(np.int8),
        )
        return self._backend.decode(rows).copy()

    def clear(self) -> None:
        for sequence in range(min(self._backend.info.num_sequences, DEFAULT_WIDTH + 2)):
            self._backend.drop_sequence(sequence)
