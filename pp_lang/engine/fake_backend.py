"""A pretend model for tests, documentation and trying programs out: seeded, fast, and honest about
itself.

It keeps the laws of a real backend: what it answers depends on the tokens of a sequence alone. It
answers from a script where one is given, and otherwise with a few words that follow from its seed
and the prompt. Under an output form it heads for the nearest end.
"""

import time
import zlib
from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from pp_lang.engine.backend import BackendInfo, FloatArray, Rows, SpecialTokens
from pp_lang.engine.config import EngineConfig
from pp_lang.engine.fake_vocabulary import CHAT_TEMPLATE, FakeVocabulary
from pp_lang.errors import InternalError, ModelError

Answers = Callable[[str], str | None] | Mapping[str, str]
"""Scripted answers. A function gets the rendered prompt, up to and with the mark of the assistant's
turn. Of a mapping, the longest key that occurs in the prompt decides."""

NUM_NOISE_ROWS = 256
_FIXED_LOGITS = {
    '"': 3.6,  # ends a string before the next word
    **dict.fromkeys(("}", "]", ","), -1.0),  # ends a number before the next digit, and lists early
    **dict.fromkeys(('{"', '":"', '":', '","', ',"', '"}', '["', '"]'), -4.0),
}
DEFAULT_CELLS = 8192


@dataclass(frozen=True, slots=True)
class FakeSettings:
    """How the pretend model behaves."""

    seed: int = 0
    answers: Answers = field(default_factory=dict)
    certainty: float = 0.9
    """Probability of each scripted token."""
    latency_s: float = 0.0
    """Time that each step takes."""
    can_share_prefix: bool = True
    fail_at_steps: frozenset[int] = frozenset()
    """Steps, counted from 0, at which the whole model fails."""
    fail_prompts_with: str | None = None
    """Prompts that contain this get broken logits."""
    fail_times: int | None = None
    """How many generations with that text fail before it works; None for all."""


class FakeBackend:
    """The pretend model, not a language model at all."""

    def __init__(
        self, settings: FakeSettings | None = None, config: EngineConfig | None = None
    ) -> None:
        config = config or EngineConfig()
        self._settings = settings or FakeSettings()
        self._vocabulary = FakeVocabulary()
        self._noise = _Noise(self._vocabulary, self._settings)
        self._sequences: dict[int, _FakeSequence] = {}
        self._cells_used = 0
        self._num_steps = 0
        self._num_failed = 0
        self._grammar_tokenizer: object | None = None
        self.info = BackendInfo(
            name="fake (a pretend model)",
            path=None,
            architecture="fake",
            parameters=0,
            size_bytes=0,
            trained_context=config.cells or DEFAULT_CELLS,
            vocabulary=len(self._vocabulary),
            can_share_prefix=self._settings.can_share_prefix,
            cells=config.cells or DEFAULT_CELLS,
            num_sequences=max(64, 8 * config.max_width),
            cell_bytes=4,
        )
        self.special = SpecialTokens(
            bos=None,
            bos_text="",
            eos_text="<|end|>",
            end_of_turn=(self._vocabulary.end,),
            control=frozenset(self._vocabulary.control.values()),
        )
        self.chat_template: str | None = CHAT_TEMPLATE

    def tokenize(self, text: str, *, special: bool, is_first: bool) -> tuple[int, ...]:
        """Return the tokens of `text`; `is_first` makes no difference here."""
        return tuple(self._vocabulary.tokenize(text, special=special))

    def token_bytes(self, token: int) -> bytes:
        """Return the text that `token` stands for; control tokens stand for none."""
        return b"" if 256 <= token < 260 else self._vocabulary.names[token]

    def decode(self, rows: Rows) -> FloatArray:
        """Take `rows` in and return made-up logits."""
        step, self._num_steps = self._num_steps, self._num_steps + 1
        if self._settings.latency_s:
            time.sleep(self._settings.latency_s)
        if step in self._settings.fail_at_steps:
            raise ModelError(f"the fake model was told to fail at step {step}")
        readers = self._take_in(rows)
        targets = [reader.target(self) for reader in readers]
        logits = self._noise.logits(targets)
        for index, reader in enumerate(readers):
            if reader.is_broken:
                logits[index] = np.nan
        return logits

    def copy_sequence(self, source: int, target: int, length: int) -> None:
        """Let `target` begin with the first `length` tokens of `source`."""
        if self._sequences.get(target):
            raise InternalError(f"sequence {target} of the fake model is not empty")
        self._sequences[target] = self._sequences[source].copy(length)

    def drop_sequence(self, sequence: int) -> None:
        """Forget all tokens of `sequence`."""
        dropped = self._sequences.pop(sequence, None)
        if dropped is not None:
            self._cells_used -= dropped.num_own_cells

    def grammar_tokenizer(self) -> object:
        """Return the vocabulary as an llguidance tokenizer."""
        if self._grammar_tokenizer is None:
            from pp_lang.engine.grammar_constraint import build_tokenizer

            control = self._vocabulary.control
            self._grammar_tokenizer = build_tokenizer(
                self._vocabulary.names,
                special_ids=list(control.values()),
                end_of_turn=self._vocabulary.end,
                tokenize=lambda text: self._vocabulary.tokenize(text, special=False),
            )
        return self._grammar_tokenizer

    def close(self) -> None:
        """Forget everything."""
        self._sequences.clear()

    @property
    def vocabulary(self) -> FakeVocabulary:
        """The words that the model knows."""
        return self._vocabulary

    @property
    def num_held(self) -> tuple[int, int]:
        """Sequences and cells that hold tokens now."""
        return len(self._sequences), self._cells_used

    def plan(self, prompt: list[int]) -> "_Plan":
        """Return what to answer to the tokens of a prompt."""
        text = self._vocabulary.text_of(prompt)
        key = zlib.crc32(array("i", prompt).tobytes(), self._settings.seed & 0xFFFFFFFF)
        is_broken = self._is_broken(text)
        scripted = self._scripted(text)
        if scripted is None:
            return _Plan(key, None, self._words(key), is_broken)
        tokens = self._vocabulary.tokenize(scripted, special=False)
        return _Plan(key, scripted.encode(), [*tokens, self._vocabulary.end], is_broken)

    def _is_broken(self, text: str) -> bool:
        marker = self._settings.fail_prompts_with
        times = self._settings.fail_times
        if (
            marker is None
            or marker not in text
            or (times is not None and self._num_failed >= times)
        ):
            return False
        self._num_failed += 1
        return True

    def _scripted(self, text: str) -> str | None:
        answers = self._settings.answers
        if callable(answers):
            return answers(text)
        keys = [key for key in answers if key in text]
        return answers[max(keys, key=len)] if keys else None

    def _words(self, key: int) -> list[int]:
        count = 2 + key % 4
        words = [self._vocabulary.answer_words[(key >> 3) % len(self._vocabulary.answer_words)]]
        for index in range(1, count):
            mixed = (key * 2654435761 + index * 40503) >> 7
            words.append(self._vocabulary.spaced_words[mixed % len(self._vocabulary.spaced_words)])
        return [*words, self._vocabulary.end]

    def _take_in(self, rows: Rows) -> "list[_Reader]":
        sequences = rows.sequences
        self._cells_used += len(sequences)
        if self._cells_used > self.info.cells:
            raise InternalError("the fake model has no cell left")
        borders = np.flatnonzero(sequences[1:] != sequences[:-1]) + 1
        starts = [0, *borders.tolist()]
        stops = [*starts[1:], len(sequences)]
        tokens = rows.tokens.tolist()
        wants = rows.wants_logits.tolist()
        readers: list[_Reader] = []
        for start, stop in zip(starts, stops, strict=True):
            number = int(sequences[start])
            sequence = self._sequences.get(number)
            if sequence is None:
                sequence = self._sequences[number] = _FakeSequence()
            if rows.positions[start] != len(sequence.tokens):
                raise InternalError(f"a row of sequence {number} is at a wrong position")
            sequence.extend(tokens[start:stop], self._vocabulary.assistant)
            size = len(sequence.tokens)
            readers += [
                _Reader(sequence, size - (stop - row - 1))
                for row in range(start, stop)
                if wants[row]
            ]
        return readers


@dataclass(slots=True)
class _Plan:
    key: int
    scripted: bytes | None
    tokens: list[int]
    is_broken: bool


@dataclass(slots=True)
class _Target:
    noise_row: int
    token: int
    is_scripted: bool


class _FakeSequence:
    """The tokens of one sequence, and what the model means to answer."""

    __slots__ = ("answer_start", "num_own_cells", "plan", "tokens")

    def __init__(self) -> None:
        self.tokens: list[int] = []
        self.answer_start = -1
        self.num_own_cells = 0
        self.plan: _Plan | None = None

    def extend(self, tokens: list[int], assistant: int) -> None:
        if assistant in tokens:
            last = len(tokens) - 1 - tokens[::-1].index(assistant)
            self.answer_start = len(self.tokens) + last + 1
            self.plan = None
        self.tokens += tokens
        self.num_own_cells += len(tokens)

    def copy(self, length: int) -> "_FakeSequence":
        twin = _FakeSequence()
        twin.tokens = self.tokens[:length]
        if self.answer_start <= length:
            twin.answer_start = self.answer_start
            twin.plan = self.plan
        return twin


@dataclass(slots=True)
class _Reader:
    """One row that wants logits: a sequence as it was `length` tokens long."""

    sequence: _FakeSequence
    length: int

    @property
    def is_broken(self) -> bool:
        plan = self.sequence.plan
        return plan is not None and plan.is_broken

    def target(self, backend: FakeBackend) -> _Target:
        """Return the token that the model would like to come next."""
        sequence = self.sequence
        start = max(sequence.answer_start, 0)
        tokens = sequence.tokens
        if start < self.length and tokens[start] == 0x0A:
            start += 1  # the line break after the mark belongs to the chat template
        if sequence.plan is None:
            sequence.plan = backend.plan(tokens[:start])
        plan = sequence.plan
        said = tokens[start : self.length]
        last = said[-1] if said else 0
        noise_row = (plan.key + len(said) * 2654435761 + last * 40503) % NUM_NOISE_ROWS
        if plan.scripted is not None:
            token = _scripted_token(backend, plan, said)
        else:
            token = _word_token(backend, plan, said)
        return _Target(noise_row, token, plan.scripted is not None)


def _scripted_token(backend: FakeBackend, plan: _Plan, said: list[int]) -> int:
    if said == plan.tokens[: len(said)]:
        return plan.tokens[min(len(said), len(plan.tokens) - 1)]
    assert plan.scripted is not None
    vocabulary = backend.vocabulary
    text = b"".join([backend.token_bytes(token) for token in said])
    longest = min(len(text), len(plan.scripted))
    overlap = next(size for size in range(longest, -1, -1) if text.endswith(plan.scripted[:size]))
    rest = plan.scripted[overlap:]
    if not rest:
        return vocabulary.end
    tokens = vocabulary.tokenize(rest.decode("utf-8", "ignore"), special=False)
    known = vocabulary.names[tokens[0]] if tokens else b""
    return tokens[0] if known and rest.startswith(known) else rest[0]


def _word_token(backend: FakeBackend, plan: _Plan, said: list[int]) -> int:
    """The plan by position, so that answers that leave it end as soon; a word where a string
    begins."""
    if len(said) < len(plan.tokens) - 1 and not (said and said[-1] < 256):
        return plan.tokens[len(said)]
    if said and backend.vocabulary.names[said[-1]].endswith(b'"'):
        words = backend.vocabulary.answer_words
        return words[(plan.key + len(said) * 7919) % len(words)]
    return backend.vocabulary.end


class _Noise:
    """Rows of made-up logits: words likelier than bytes, and what closes things likelier than
    words."""

    def __init__(self, vocabulary: FakeVocabulary, settings: FakeSettings) -> None:
        random = np.random.Generator(np.random.Philox(settings.seed % 2**64))
        rows = random.random((NUM_NOISE_ROWS, len(vocabulary)), dtype=np.float32) * 2
        rows[:, :260] -= 6
        for text, logit in _FIXED_LOGITS.items():
            token = vocabulary.id_of(text)
            assert token is not None
            rows[:, token] = logit
        rows[:, vocabulary.end] = 4.1
        self._rows = rows
        self._log_totals = np.log(np.exp(rows.astype(np.float64)).sum(axis=1))
        certainty = min(max(settings.certainty, 1e-6), 1 - 1e-6)
        self._scripted_odds = float(np.log(certainty / (1 - certainty)))
        self._word_odds = float(np.log(0.8 / 0.2))

    def logits(self, targets: list[_Target]) -> FloatArray:
        """Return rows in which each target has its probability."""
        picks: NDArray[np.intp] = np.asarray([t.noise_row for t in targets], dtype=np.intp)
        tokens = np.asarray([t.token for t in targets], dtype=np.intp)
        odds = np.asarray(
            [self._scripted_odds if t.is_scripted else self._word_odds for t in targets]
        )
        logits = self._rows[picks]
        rows = np.arange(len(targets))
        log_totals = self._log_totals[picks]
        own = logits[rows, tokens].astype(np.float64)
        others = log_totals + np.log1p(-np.exp(own - log_totals))
        logits[rows, tokens] = (others + odds).astype(np.float32)
        return logits
