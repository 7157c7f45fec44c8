"""What the engine needs of a model's library, at the level of tokens: plain and synchronous."""

from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

IntArray = NDArray[np.int32]
FloatArray = NDArray[np.float32]
SavedCells: TypeAlias = bytes | memoryview
"""What a model keeps of some tokens, as bytes that only the same model can read."""


@dataclass(frozen=True, slots=True)
class BackendInfo:
    """Facts about an opened model and the memory that it was given."""

    name: str
    path: str | None
    architecture: str
    parameters: int
    size_bytes: int
    trained_context: int
    vocabulary: int
    can_share_prefix: bool
    """Whether a part of one sequence can be copied to another."""
    cells: int
    num_sequences: int
    """Sequences that can be told apart; their ids count from 0."""
    cell_bytes: int
    """Memory of one cell; 0 where a sequence's memory does not grow with its length."""


@dataclass(frozen=True, slots=True)
class SpecialTokens:
    """The tokens that steer a model rather than being text."""

    bos: int | None
    """The token that must come first, where the model wants one."""
    bos_text: str
    eos_text: str
    end_of_turn: tuple[int, ...]
    """Every token that ends an answer; the usual one first."""
    control: frozenset[int]
    """All tokens that no data may become."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one decode call: one token each."""

    tokens: IntArray
    positions: IntArray
    sequences: IntArray
    wants_logits: NDArray[np.int8]


class Vocabulary(Protocol):
    """What turns texts into a model's tokens."""

    @property
    def special(self) -> SpecialTokens:
        """The model's special tokens."""
        ...

    @property
    def chat_template(self) -> str | None:
        """The Jinja source of the model's chat template, if it has one."""
        ...

    def tokenize(self, text: str, *, special: bool, is_first: bool) -> tuple[int, ...]:
        """Return the tokens of `text`, without BOS.

        With `special`, names of control tokens become these tokens; otherwise they stay plain text.
        `is_first` is true at the start of a prompt and after a control token, where some
        vocabularies put a space.
        """
        ...


class Backend(Vocabulary, Protocol):
    """A model at token level. Every call comes from one thread."""

    @property
    def info(self) -> BackendInfo:
        """Facts about the model."""
        ...

    def token_bytes(self, token: int) -> bytes:
        """Return the text that `token` stands for; control tokens stand for none."""
        ...

    def decode(self, rows: Rows) -> FloatArray:
        """Compute `rows` and return the logits of those that want them, in order.

        The array is a view that the next call overwrites. Raises `ModelError` when the library
        fails and `InternalError` when it has no cell left, which the accounts should have
        prevented.
        """
        ...

    def copy_sequence(self, source: int, target: int, length: int) -> None:
        """Let `target` begin with the first `length` tokens of `source`; it must be empty, or have
        been loaded with what comes after them."""
        ...

    def cut_sequence(self, sequence: int, length: int) -> None:
        """Forget the tokens of `sequence` after its first `length`; only where a part of a sequence
        can be copied."""
        ...

    def drop_sequence(self, sequence: int) -> None:
        """Forget all tokens of `sequence`."""
        ...

    def clear(self) -> None:
        """Forget all tokens, so that the memory is as it was when it was opened."""
        ...

    def save_cells(self, sequence: int, start: int, stop: int) -> SavedCells:
        """Return what is kept of the tokens `start` to `stop` of `sequence`."""
        ...

    def load_cells(self, cells: SavedCells, sequence: int, start: int, stop: int) -> bool:
        """Let `sequence`, which must be empty, have what was saved of its tokens `start` to
        `stop`, in cells that follow each other; `copy_sequence` then puts others before them.

        False, and the sequence is empty, where these are no such cells or none are free in a row.
        """
        ...

    def grammar_tokenizer(self) -> object:
        """Return the vocabulary as an llguidance tokenizer; built at the first call."""
        ...

    def close(self) -> None:
        """Free everything. Closing twice is allowed."""
        ...
