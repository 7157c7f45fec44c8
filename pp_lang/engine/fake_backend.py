"""A pretend model for tests, documentation and trying programs out: seeded, fast, and honest about
itself.

It keeps the laws of a real backend: what it answers depends on the tokens of a sequence alone. It
answers from a script where one is given, and otherwise with a few words that follow from its seed
and the prompt. Under an output form it heads for the nearest end.
"""

import time

import numpy as np

from pp_lang.engine.backend import BackendInfo, FloatArray, Rows, SavedCells, SpecialTokens
from pp_lang.engine.config import EngineConfig
from pp_lang.engine.fake_answers import FakeMind, FakeSettings, Plan
from pp_lang.engine.fake_vocabulary import CHAT_TEMPLATE, FakeVocabulary
from pp_lang.errors import InternalError, ModelError

DEFAULT_CELLS = 8192


class FakeBackend:
    """The pretend model, not a language model at all."""

    def __init__(
        self, settings: FakeSettings | None = None, config: EngineConfig | None = None
    ) -> None:
        config = config or EngineConfig()
        self._settings = settings or FakeSettings()
        self._vocabulary = FakeVocabulary()
        self._mind = FakeMind(self._vocabulary, self._settings)
        self._sequences: dict[int, _FakeSequence] = {}
        self._loaded: dict[int, list[int]] = {}
        """Tokens that wait for those before them."""
        self._cells_used = 0
        self._num_steps = 0
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
            num_sequences=max(64, 8 * config.width),
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
        plans = [sequence.plan_answer(self._mind) for sequence, _ in readers]
        targets = [
            self._mind.target(plan, sequence.said(length))
            for plan, (sequence, length) in zip(plans, readers, strict=True)
        ]
        logits = self._mind.logits(targets)
        for index, plan in enumerate(plans):
            if plan.is_broken:
                logits[index] = np.nan
        return logits

    def copy_sequence(self, source: int, target: int, length: int) -> None:
        """Let `target` begin with the first `length` tokens of `source`."""
        loaded = self._loaded.pop(target, None)
        if self._sequences.get(target):
            raise InternalError(f"sequence {target} of the fake model is not empty")
        self._sequences[target] = self._sequences[source].copy(length)
        if loaded is not None:
            self._load(target, loaded)

    def cut_sequence(self, sequence: int, length: int) -> None:
        """Forget the tokens of `sequence` after its first `length`."""
        self._cells_used -= self._sequences[sequence].cut(length)

    def drop_sequence(self, sequence: int) -> None:
        """Forget all tokens of `sequence`."""
        dropped = self._sequences.pop(sequence, None)
        if dropped is not None:
            self._cells_used -= dropped.num_own_cells

    def clear(self) -> None:
        """Forget all tokens."""
        self._sequences.clear()
        self._loaded.clear()
        self._cells_used = 0

    def save_cells(self, sequence: int, start: int, stop: int) -> SavedCells:
        """Return the tokens `start` to `stop` of `sequence`."""
        tokens = self._sequences[sequence].tokens[start:stop]
        return np.array(tokens, dtype=np.int32).tobytes()

    def load_cells(self, cells: SavedCells, sequence: int, start: int, stop: int) -> bool:
        """Let `sequence` have tokens that were saved."""
        if len(cells) != 4 * (stop - start):
            return False
        tokens: list[int] = np.frombuffer(cells, dtype=np.int32).tolist()
        if start:
            self._loaded[sequence] = tokens
        else:
            self._load(sequence, tokens)
        return True

    def _load(self, number: int, tokens: list[int]) -> None:
        sequence = self._sequences.setdefault(number, _FakeSequence())
        sequence.extend(tokens, self._vocabulary.assistant)
        self._cells_used += len(tokens)

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

    def _take_in(self, rows: Rows) -> "list[tuple[_FakeSequence, int]]":
        """Append the rows to their sequences; return who wants logits, and at which length."""
        sequences = rows.sequences
        self._cells_used += len(sequences)
        if self._cells_used > self.info.cells:
            raise InternalError("the fake model has no cell left")
        borders = np.flatnonzero(sequences[1:] != sequences[:-1]) + 1
        starts = [0, *borders.tolist()]
        stops = [*starts[1:], len(sequences)]
        tokens = rows.tokens.tolist()
        wants = rows.wants_logits.tolist()
        readers: list[tuple[_FakeSequence, int]] = []
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
                (sequence, size - (stop - row - 1)) for row in range(start, stop) if wants[row]
            ]
        return readers


class _FakeSequence:
    """The tokens of one sequence, and what the model means to answer."""

    __slots__ = ("answer_start", "num_own_cells", "plan", "tokens")

    def __init__(self) -> None:
        self.tokens: list[int] = []
        self.answer_start = -1
        self.num_own_cells = 0
        self.plan: Plan | None = None

    def extend(self, tokens: list[int], assistant: int) -> None:
        if assistant in tokens:
            last = len(tokens) - 1 - tokens[::-1].index(assistant)
            self.answer_start = len(self.tokens) + last + 1
            self.plan = None
        self.tokens += tokens
        self.num_own_cells += len(tokens)

    def cut(self, length: int) -> int:
        """Forget what comes later; return how many tokens of its own that were."""
        num_cut = len(self.tokens) - length
        if not 0 <= num_cut <= self.num_own_cells:
            raise InternalError("a sequence of the fake model is cut where it has no tokens")
        del self.tokens[length:]
        self.num_own_cells -= num_cut
        return num_cut

    def plan_answer(self, mind: FakeMind) -> Plan:
        if self.plan is None:
            self.plan = mind.plan(self.tokens[: self._first_said])
        return self.plan

    def said(self, length: int) -> list[int]:
        """The answer's tokens when the sequence was `length` tokens long."""
        return self.tokens[self._first_said : length]

    @property
    def _first_said(self) -> int:
        start = max(self.answer_start, 0)
        # The line break after the mark of the turn belongs to the chat template.
        return start + (self.tokens[start : start + 1] == [0x0A])

    def copy(self, length: int) -> "_FakeSequence":
        twin = _FakeSequence()
        twin.tokens = self.tokens[:length]
        if self.answer_start <= length:
            twin.answer_start = self.answer_start
            twin.plan = self.plan
        return twin
