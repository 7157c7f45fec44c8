"""The least that llama.cpp's C API needs to run a batch, as a careful person would write it."""

import ctypes
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import llama_cpp
import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.peers.peer import THREADS

BATCH_ROWS = 512


# llama.cpp keeps the pointer, so the callback lives as long as the module.
_DROP_LOG: Any = llama_cpp.llama_log_callback(lambda level, text, user_data: None)


def silence_log() -> None:
    """Keep llama.cpp from writing to the terminal."""
    llama_cpp.llama_log_set(_DROP_LOG, ctypes.c_void_p(0))


class BareContext:
    """A model and one context with a unified cache."""

    def __init__(self, path: Path, cells: int, sequences: int) -> None:
        silence_log()
        llama_cpp.llama_backend_init()
        self.model: Any = llama_cpp.llama_model_load_from_file(
            str(path).encode(), llama_cpp.llama_model_default_params()
        )
        params = llama_cpp.llama_context_default_params()
        params.n_ctx, params.n_seq_max, params.kv_unified = cells, sequences, True
        params.n_batch = params.n_ubatch = BATCH_ROWS
        params.n_threads = params.n_threads_batch = THREADS
        self.context: Any = llama_cpp.llama_init_from_model(self.model, params)
        self.memory: Any = llama_cpp.llama_get_memory(self.context)
        self.vocab: Any = llama_cpp.llama_model_get_vocab(self.model)
        self.vocab_size = int(llama_cpp.llama_vocab_n_tokens(self.vocab))
        self._build_batch()

    def _build_batch(self) -> None:
        """Lay a batch over numpy arrays, so that filling it costs no loop over ctypes."""
        self._token = np.zeros(BATCH_ROWS, np.int32)
        self._position = np.zeros(BATCH_ROWS, np.int32)
        self._sequence = np.zeros(BATCH_ROWS, np.int32)
        self._num_sequences = np.ones(BATCH_ROWS, np.int32)
        self._wants_logits = np.zeros(BATCH_ROWS, np.int8)
        self._sequence_pointers = (self._sequence.ctypes.data + 4 * np.arange(BATCH_ROWS)).astype(
            np.uintp
        )
        int_pointer = ctypes.POINTER(ctypes.c_int32)
        self._batch = cast(Any, llama_cpp.llama_batch())
        self._batch.token = self._token.ctypes.data_as(int_pointer)
        self._batch.pos = self._position.ctypes.data_as(int_pointer)
        self._batch.n_seq_id = self._num_sequences.ctypes.data_as(int_pointer)
        self._batch.seq_id = self._sequence_pointers.ctypes.data_as(ctypes.POINTER(int_pointer))
        self._batch.logits = self._wants_logits.ctypes.data_as(ctypes.POINTER(ctypes.c_int8))

    def tokenize(self, text: str) -> list[int]:
        """Return the tokens of `text`, control tokens included; the model wants none before."""
        data = text.encode()
        tokens = (llama_cpp.llama_token * (len(data) + 8))()
        count = llama_cpp.llama_tokenize(
            self.vocab, data, len(data), tokens, len(tokens), False, True
        )
        return list(tokens[:count])

    def to_text(self, tokens: Sequence[int]) -> str:
        """Return the text of an answer."""
        return b"".join(map(self._piece, tokens)).decode("utf-8", "replace")

    def _piece(self, token: int) -> bytes:
        buffer = ctypes.create_string_buffer(256)
        length = llama_cpp.llama_token_to_piece(self.vocab, token, buffer, len(buffer), 0, False)
        return bytes(buffer.raw[: max(0, length)])

    def decode(
        self,
        tokens: Sequence[int] | NDArray[np.int32],
        positions: Sequence[int] | NDArray[np.int32],
        sequences: Sequence[int] | NDArray[np.int32],
        wants_logits: Sequence[bool] | NDArray[np.bool_],
    ) -> NDArray[np.float32]:
        """Compute one batch; a view of the logits of the rows that want them comes back."""
        rows = len(tokens)
        self._token[:rows] = tokens
        self._position[:rows] = positions
        self._sequence[:rows] = sequences
        self._wants_logits[:rows] = wants_logits
        self._batch.n_tokens = rows
        code = llama_cpp.llama_decode(self.context, self._batch)
        if code != 0:
            raise RuntimeError(f"llama_decode returned {code}")
        outputs = int(np.count_nonzero(self._wants_logits[:rows]))
        if outputs == 0:
            return np.empty((0, self.vocab_size), np.float32)
        logits: NDArray[np.float32] = np.ctypeslib.as_array(
            llama_cpp.llama_get_logits(self.context), (outputs, self.vocab_size)
        )
        return logits

    def prefill(self, tokens: Sequence[int], sequence: int, first: int = 0) -> None:
        """Compute tokens of a sequence from the position `first` on, without asking for logits."""
        for start in range(0, len(tokens), BATCH_ROWS):
            chunk = tokens[start : start + BATCH_ROWS]
            positions = np.arange(first + start, first + start + len(chunk), dtype=np.int32)
            self.decode(chunk, positions, [sequence] * len(chunk), [False] * len(chunk))

    def copy(self, source: int, target: int) -> None:
        """Give `target` all that `source` holds; no cell is copied."""
        llama_cpp.llama_memory_seq_cp(self.memory, source, target, 0, -1)

    def cut(self, sequence: int, length: int) -> None:
        """Keep the first `length` tokens of a sequence."""
        llama_cpp.llama_memory_seq_rm(self.memory, sequence, length, -1)

    def drop(self, sequence: int) -> None:
        """Free a sequence."""
        llama_cpp.llama_memory_seq_rm(self.memory, sequence, -1, -1)
