"""Models in GGUF files, through llama.cpp. Only this file, `llama_devices` and `llama_layouts`
import `llama_cpp`.

Only the low-level calls of the pinned binding are used. Native handles never leave this file, and
return codes become exceptions here.
"""

import contextlib
import ctypes
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import llama_cpp as lib
import numpy as np
from numpy.typing import NDArray

from pp_lang.engine.backend import BackendInfo, FloatArray, Rows, SavedCells, SpecialTokens
from pp_lang.engine.config import CacheType, EngineConfig
from pp_lang.engine.devices import Gpu, verify_devices
from pp_lang.engine.llama_devices import fill_context_params, fill_model_params, read_build
from pp_lang.engine.processors import count_physical_cores
from pp_lang.errors import InternalError, ModelError

DEFAULT_CELLS = 8192
_LOG_ERROR = 4

# llama.cpp has one log for the whole process, so its last lines are kept once as well.
_log_lines: deque[str] = deque(maxlen=12)


@dataclass(frozen=True, slots=True)
class DeviceReport:
    """What the installed build of llama.cpp can do on this machine."""

    binding_version: str
    system_info: str
    can_offload_to_gpu: bool
    gpus: tuple[Gpu, ...]
    can_map_files: bool
    can_lock_memory: bool
    max_sequences: int
    physical_cores: int


@dataclass(frozen=True, slots=True)
class ModelFile:
    """What a GGUF file says about itself."""

    path: Path
    description: str
    parameters: int
    size_bytes: int
    trained_context: int
    vocabulary: int
    chat_template: str | None
    metadata: tuple[tuple[str, str], ...]
    """All keys of the file with their values as text, in the file's order; long lists are cut."""


def device_report() -> DeviceReport:
    """Return what `pp doctor` shows about llama.cpp."""
    start_library()
    build = read_build()
    return DeviceReport(
        binding_version=str(lib.__version__),
        system_info=lib.llama_print_system_info().decode("utf-8", "replace").strip(" |"),
        can_offload_to_gpu=build.can_offload,
        gpus=build.gpus,
        can_map_files=bool(lib.llama_supports_mmap()),
        can_lock_memory=bool(lib.llama_supports_mlock()),
        max_sequences=int(lib.llama_max_parallel_sequences()),
        physical_cores=count_physical_cores(),
    )


def read_model_info(path: Path) -> ModelFile:
    """Return a model file's own facts without loading its weights. Raises `ModelError`."""
    params = lib.llama_model_default_params()
    params.vocab_only = True
    with contextlib.ExitStack() as handles:
        model = _load_model(path, params)
        handles.callback(lib.llama_model_free, model)
        metadata = _metadata(model)
        facts = dict(metadata)
        architecture = facts.get("general.architecture", "unknown")
        return ModelFile(
            path=path,
            description=f"{architecture} {facts.get('general.size_label', '')}".strip(),
            parameters=int(lib.llama_model_n_params(model)),
            size_bytes=path.stat().st_size,
            trained_context=int(facts.get(f"{architecture}.context_length", 0)),
            vocabulary=int(lib.llama_vocab_n_tokens(lib.llama_model_get_vocab(model))),
            chat_template=_chat_template(model),
            metadata=metadata,
        )


@dataclass(frozen=True, slots=True)
class _CellType:
    native: int
    value_bytes: float


CACHE_TYPES: dict[CacheType, _CellType] = {
    "f16": _CellType(lib.GGML_TYPE_F16, 2),
    "q8_0": _CellType(lib.GGML_TYPE_Q8_0, 34 / 32),  # 32 values share a scale of two bytes
}


class _Tokenizer:
    """Texts to tokens, with the vocabulary that a subclass has loaded."""

    _vocab: int
    _space_guard: tuple[int, ...]

    def tokenize(self, text: str, *, special: bool, is_first: bool) -> tuple[int, ...]:
        """Return the tokens of `text`, without BOS."""
        if is_first or not self._space_guard:
            return self._tokenize(text, special=special)
        # Such vocabularies put a space in front of every text; a line break before it catches the
        # space.
        tokens = self._tokenize("\n" + text, special=special)
        size = len(self._space_guard)
        return (
            tokens[size:]
            if tokens[:size] == self._space_guard
            else self._tokenize(text, special=special)
        )

    def _tokenize(self, text: str, *, special: bool) -> tuple[int, ...]:
        data = text.encode("utf-8", "replace")
        room = len(data) + 8
        tokens = (lib.llama_token * room)()
        count = lib.llama_tokenize(self._vocab, data, len(data), tokens, room, False, special)
        if count < 0:
            raise InternalError(f"llama.cpp needs {-count} tokens for {len(data)} bytes")
        return tuple(tokens[:count])

    def _find_space_guard(self, facts: dict[str, str]) -> tuple[int, ...]:
        """The tokens of a line break, for vocabularies that put a space in front of every text."""
        adds_space = facts.get("tokenizer.ggml.add_space_prefix", "true") == "true"
        if facts.get("tokenizer.ggml.model") != "llama" or not adds_space:
            return ()
        return self._tokenize("\n", special=False)


class LlamaVocabulary(_Tokenizer):
    """The vocabulary and the chat template of a model file; its weights stay on the disk."""

    def __init__(self, path: Path) -> None:
        """Load the vocabulary of the model at `path`. Raises `ModelError`."""
        params = lib.llama_model_default_params()
        params.vocab_only = True
        with contextlib.ExitStack() as handles:
            model = _load_model(path, params)
            handles.callback(lib.llama_model_free, model)
            self._vocab = lib.llama_model_get_vocab(model)
            self.special = _special_tokens(self._vocab, int(lib.llama_vocab_n_tokens(self._vocab)))
            self.chat_template: str | None = _chat_template(model)
            self._space_guard = self._find_space_guard(dict(_metadata(model)))
            self._handles = handles.pop_all()

    def close(self) -> None:
        """Free the vocabulary. Closing twice is allowed."""
        self._handles.close()


class LlamaBackend(_Tokenizer):
    """One model with one context of unified cells."""

    def __init__(self, path: Path, config: EngineConfig) -> None:
        """Load the model at `path`. Raises `ModelError` when it cannot be used."""
        with contextlib.ExitStack() as handles:
            model = _load_model(path, _model_params(config))
            handles.callback(lib.llama_model_free, model)
            if lib.llama_model_has_encoder(model) or not lib.llama_model_has_decoder(model):
                raise ModelError(f"`{path}` is not a model that continues text")
            self._path = path
            self._model = model
            self._vocab = lib.llama_model_get_vocab(model)
            self._num_vocabulary = int(lib.llama_vocab_n_tokens(self._vocab))
            self._has_whole_memory = _has_whole_memory(model)
            facts = dict(_metadata(model))
            self._facts = facts
            self._context_handle = handles.enter_context(contextlib.ExitStack())
            self._open(config)
            self.special = _special_tokens(self._vocab, self._num_vocabulary)
            self.chat_template: str | None = _chat_template(model)
            self._bytes: dict[int, bytes] = dict.fromkeys(self.special.control, b"")
            self._grammar_tokenizer: object | None = None
            self._space_guard = self._find_space_guard(facts)
            # From here on `close` frees the context and then the model.
            self._handles = handles.pop_all()

    def reopen(self, config: EngineConfig) -> None:
        """Forget all tokens and go on under other settings, the weights staying where they are.

        Raises `ModelError` where the library refuses the settings; only `reopen` and `close` may
        follow.
        """
        self._context_handle.close()
        self._open(config)

    def token_bytes(self, token: int) -> bytes:
        """Return the text that `token` stands for; control tokens stand for none."""
        known = self._bytes.get(token)
        if known is None:
            known = self._bytes[token] = _piece(self._vocab, token)
        return known

    def decode(self, rows: Rows) -> FloatArray:
        """Compute `rows` and return a view of the logits that they want, in order."""
        code = lib.llama_decode(self._context, self._batch.fill(rows))
        if code == 1:
            raise InternalError("llama.cpp found no free cells for a batch that was accounted for")
        if code != 0:
            raise ModelError(f"llama.cpp failed to decode (code {code}){last_log()}")
        num_outputs = int(np.count_nonzero(rows.wants_logits))
        if num_outputs == 0:
            return np.empty((0, self._num_vocabulary), dtype=np.float32)
        pointer = lib.llama_get_logits(self._context)
        return np.ctypeslib.as_array(pointer, shape=(num_outputs, self._num_vocabulary))

    def copy_sequence(self, source: int, target: int, length: int) -> None:
        """Let `target` begin with the first `length` tokens of `source`."""
        # A memory that cannot be cut is copied whole; the engine asks for nothing else there.
        stop = -1 if self._has_whole_memory else length
        lib.llama_memory_seq_cp(self._memory, source, target, 0 if stop > 0 else -1, stop)

    def cut_sequence(self, sequence: int, length: int) -> None:
        """Forget the tokens of `sequence` after its first `length`."""
        if not lib.llama_memory_seq_rm(self._memory, sequence, length, -1):
            raise InternalError(f"llama.cpp cannot cut a sequence at {length} tokens")

    def drop_sequence(self, sequence: int) -> None:
        """Forget all tokens of `sequence`."""
        lib.llama_memory_seq_rm(self._memory, sequence, -1, -1)

    def clear(self) -> None:
        """Forget all tokens, so that the memory is as it was when it was opened."""
        lib.llama_memory_clear(self._memory, False)

    def save_cells(self, sequence: int, start: int, stop: int) -> SavedCells:
        """Return what is kept of the tokens `start` to `stop` of `sequence`."""
        # The library saves whole sequences, so these tokens become one for a moment.
        aside = self.info.num_sequences
        lib.llama_memory_seq_cp(self._memory, sequence, aside, start, stop)
        size = int(lib.llama_state_seq_get_size(self._context, aside))
        cells = np.empty(size, dtype=np.uint8)
        written = lib.llama_state_seq_get_data(self._context, _bytes_of(cells), size, aside)
        lib.llama_memory_seq_rm(self._memory, aside, -1, -1)
        if written != size:
            raise InternalError(f"llama.cpp saved {written} of {size} bytes")
        return cells.data

    def load_cells(self, cells: SavedCells, sequence: int, start: int, stop: int) -> bool:
        """Let `sequence` have what was saved of its tokens `start` to `stop`, if that can be."""
        least = (stop - start) * self.info.cell_bytes
        size = len(cells)
        if not least <= size <= least + _most_frame_bytes(stop - start):
            return False
        data = _bytes_of(np.frombuffer(cells, dtype=np.uint8))
        read = lib.llama_state_seq_set_data(self._context, data, size, sequence)
        first = lib.llama_memory_seq_pos_min(self._memory, sequence)
        last = lib.llama_memory_seq_pos_max(self._memory, sequence)
        if read == size and (first, last) == (start, stop - 1):
            return True
        self.drop_sequence(sequence)
        return False

    def grammar_tokenizer(self) -> object:
        """Return the vocabulary as an llguidance tokenizer."""
        if self._grammar_tokenizer is None:
            from pp_lang.engine.grammar_constraint import read_llama_tokenizer

            self._grammar_tokenizer = read_llama_tokenizer(
                self._vocab, list(self.special.end_of_turn)
            )
        return self._grammar_tokenizer

    def close(self) -> None:
        """Free the context, then the model. Closing twice is allowed."""
        self._grammar_tokenizer = None
        self._handles.close()

    def _open(self, config: EngineConfig) -> None:
        self._context = _open_context(self._model, self._path, config, self._has_whole_memory)
        self._context_handle.callback(lib.llama_free, self._context)
        self._memory = lib.llama_get_memory(self._context)
        self._batch = _Batch(config.batch_rows)
        cell_type = CACHE_TYPES[config.cache_type or "f16"]
        self.info = self._read_info(self._model, self._path, self._facts, cell_type)

    def _read_info(
        self, model: int, path: Path, facts: dict[str, str], cell_type: "_CellType"
    ) -> BackendInfo:
        architecture = facts.get("general.architecture", "unknown")
        width = int(lib.llama_model_n_embd(model)) // max(1, int(lib.llama_model_n_head(model)))
        key_width = int(facts.get(f"{architecture}.attention.key_length", width))
        value_width = int(facts.get(f"{architecture}.attention.value_length", width))
        heads = int(lib.llama_model_n_layer(model)) * int(lib.llama_model_n_head_kv(model))
        return BackendInfo(
            name=facts.get("general.name", path.stem),
            path=str(path),
            architecture=architecture,
            parameters=int(lib.llama_model_n_params(model)),
            size_bytes=int(lib.llama_model_size(model)),
            trained_context=int(lib.llama_model_n_ctx_train(model)),
            vocabulary=self._num_vocabulary,
            can_share_prefix=not self._has_whole_memory,
            cells=int(lib.llama_n_ctx(self._context)),
            # The last one is for cells on their way out.
            num_sequences=int(lib.llama_n_seq_max(self._context)) - (not self._has_whole_memory),
            cell_bytes=int(heads * (key_width + value_width) * cell_type.value_bytes),
        )


class _Batch:
    """A `llama_batch` over numpy arrays, so that filling it costs no loop."""

    def __init__(self, size: int) -> None:
        self._tokens = np.zeros(size, dtype=np.int32)
        self._positions = np.zeros(size, dtype=np.int32)
        self._num_sequences = np.ones(size, dtype=np.int32)
        self._sequences = np.zeros(size, dtype=np.int32)
        self._wants_logits = np.zeros(size, dtype=np.int8)
        first = self._sequences.ctypes.data
        self._pointers = first + 4 * np.arange(size, dtype=np.uintp)
        self._batch = lib.llama_batch(
            n_tokens=0,
            token=_pointer(self._tokens, lib.llama_token),
            embd=None,
            pos=_pointer(self._positions, lib.llama_pos),
            n_seq_id=_pointer(self._num_sequences, ctypes.c_int32),
            seq_id=_pointer(self._pointers, ctypes.POINTER(lib.llama_seq_id)),
            logits=_pointer(self._wants_logits, ctypes.c_int8),
        )

    def fill(self, rows: Rows) -> lib.llama_batch:
        """Return the native batch of `rows`; it is valid until the next call."""
        size = len(rows.tokens)
        self._tokens[:size] = rows.tokens
        self._positions[:size] = rows.positions
        self._sequences[:size] = rows.sequences
        self._wants_logits[:size] = rows.wants_logits
        self._batch.n_tokens = size
        return self._batch


def _bytes_of(cells: NDArray[np.uint8]) -> object:
    return cells.ctypes.data_as(ctypes.POINTER(ctypes.c_uint8))


def _most_frame_bytes(num_tokens: int) -> int:
    """Bytes that the library may write around the keys and values of so many tokens."""
    return 64 * num_tokens + 65536


def _pointer(array: NDArray[np.generic], kind: type) -> object:
    return array.ctypes.data_as(ctypes.POINTER(kind))


def _load_model(path: Path, params: lib.llama_model_params) -> int:
    _verify_is_gguf(path)
    start_library()
    _log_lines.clear()
    model = lib.llama_model_load_from_file(str(path).encode(), params)
    if not model:
        raise ModelError(
            f"{path}: this model cannot be loaded{last_log()}",
            hint="The file is incomplete, damaged, or newer than this llama.cpp: fetch it again, "
            "or update llama-cpp-python.",
        )
    return model  # type: ignore[no-any-return]  # an untyped handle


def _verify_is_gguf(path: Path) -> None:
    try:
        with path.open("rb") as file:
            magic = file.read(4)
    except FileNotFoundError:
        raise ModelError(f"there is no model file `{path}`") from None
    except OSError as error:
        raise ModelError(f"`{path}` cannot be read: {error.strerror}") from error
    if magic != b"GGUF":
        raise ModelError(
            f"`{path}` is not a GGUF file", hint="pp runs models in llama.cpp's GGUF format."
        )


def _model_params(config: EngineConfig) -> lib.llama_model_params:
    start_library()
    verify_devices(config, read_build())
    params: lib.llama_model_params = lib.llama_model_default_params()
    fill_model_params(params, config)
    return params


def _has_whole_memory(model: int) -> bool:
    """Whether the model's memory is one state per sequence, which cannot be cut at a token."""
    return bool(lib.llama_model_is_recurrent(model) or lib.llama_model_is_hybrid(model))


def _open_context(model: int, path: Path, config: EngineConfig, has_whole_memory: bool) -> int:
    trained = int(lib.llama_model_n_ctx_train(model))
    threads = config.threads or count_physical_cores()
    most = int(lib.llama_max_parallel_sequences())
    params = lib.llama_context_default_params()
    params.n_ctx = config.cells or min(trained, DEFAULT_CELLS)
    # Besides the branches, shared prefixes and options being scored need sequences; a state per
    # sequence costs memory, bookkeeping of cells does not.
    wanted = 2 * config.width if has_whole_memory else 8 * config.width + 1
    params.n_seq_max = min(most, max(wanted, 2 if has_whole_memory else 65))
    # llama.cpp aborts the process where a batch cannot hold a row of every sequence.
    params.n_batch = params.n_ubatch = max(config.batch_rows, params.n_seq_max)
    params.n_outputs_max_per_seq = 0
    params.n_threads = params.n_threads_batch = threads
    params.kv_unified = True
    fill_context_params(params, config)
    params.type_k = params.type_v = CACHE_TYPES[config.cache_type or "f16"].native
    if config.flash_attention is not None:
        params.flash_attn_type = (
            lib.LLAMA_FLASH_ATTN_TYPE_ENABLED
            if config.flash_attention
            else lib.LLAMA_FLASH_ATTN_TYPE_DISABLED
        )
    context = lib.llama_init_from_model(model, params)
    if not context:
        raise ModelError(
            f"`{path}` cannot be opened with {params.n_ctx:,} cells{last_log()}",
            hint="Open it with fewer cells.",
        )
    return context  # type: ignore[no-any-return]  # an untyped handle


def _special_tokens(vocab: int, size: int) -> SpecialTokens:
    control = frozenset(
        token
        for token in range(size)
        if lib.llama_vocab_is_control(vocab, token) or lib.llama_vocab_is_eog(vocab, token)
    )
    bos, eos = int(lib.llama_vocab_bos(vocab)), int(lib.llama_vocab_eos(vocab))
    usual = [int(lib.llama_vocab_eot(vocab)), eos]
    ends = [token for token in usual if token in control and lib.llama_vocab_is_eog(vocab, token)]
    ends += [token for token in sorted(control) if lib.llama_vocab_is_eog(vocab, token)]
    return SpecialTokens(
        bos=bos if bos >= 0 and lib.llama_vocab_get_add_bos(vocab) else None,
        bos_text=_name(vocab, bos),
        eos_text=_name(vocab, eos),
        end_of_turn=tuple(dict.fromkeys(ends)),
        control=control,
    )


def _name(vocab: int, token: int) -> str:
    if token < 0:
        return ""
    return _piece(vocab, token, special=True).decode("utf-8", "replace")


def _piece(vocab: int, token: int, *, special: bool = False) -> bytes:
    room = 256
    buffer = ctypes.create_string_buffer(room)
    size = lib.llama_token_to_piece(vocab, token, buffer, room, 0, special)
    if size < 0:
        room = -size
        buffer = ctypes.create_string_buffer(room)
        size = lib.llama_token_to_piece(vocab, token, buffer, room, 0, special)
    return buffer.raw[:size]


def _chat_template(model: int) -> str | None:
    source = lib.llama_model_chat_template(model, None)
    return source.decode("utf-8", "replace") if source else None


def _metadata(model: int) -> tuple[tuple[str, str], ...]:
    return tuple(
        (
            _read_text(lib.llama_model_meta_key_by_index, model, index),
            _read_text(lib.llama_model_meta_val_str_by_index, model, index),
        )
        for index in range(lib.llama_model_meta_count(model))
    )


def _read_text(call: Callable[[int, int, object, int], int], model: int, index: int) -> str:
    room = 1024
    buffer = ctypes.create_string_buffer(room)
    size = call(model, index, buffer, room)
    return buffer.raw[: max(0, min(size, room - 1))].decode("utf-8", "replace")


@cache
def start_library() -> None:
    """Start llama.cpp once in this process and take its log, which it would write to stderr."""
    lib.llama_log_set(_take_log, ctypes.c_void_p(0))
    lib.llama_backend_init()


@lib.llama_log_callback  # type: ignore[untyped-decorator]  # ctypes
def _take_log(level: int, text: bytes, _user_data: object) -> None:
    if level == _LOG_ERROR:
        _log_lines.append(text.decode("utf-8", "replace").strip())


def last_log() -> str:
    """What llama.cpp complained about first, as the end of a sentence."""
    return f": {_log_lines[0].rpartition(': error loading model: ')[2]}" if _log_lines else ""
