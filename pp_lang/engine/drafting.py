"""Adds drafted tokens to a batch that has room where they are worth it.

What is guessed is compared with what the model then writes whether or not it ran, so the rate by
which the worth is judged is known before anything is spent on it. Nothing here looks at a clock:
the same requests give the same drafts.
"""

from dataclasses import dataclass, field, replace
from functools import lru_cache

from pp_lang.engine.acceptance import AcceptanceRate
from pp_lang.engine.backend import Backend
from pp_lang.engine.batcher import Chunk, SequenceChunk
from pp_lang.engine.config import EngineConfig
from pp_lang.engine.prefix_tree import Tokens
from pp_lang.engine.prompt_lookup import PromptLookup
from pp_lang.engine.sequence import Sequence
from pp_lang.engine.step_costs import MAX_DRAFT, StepCosts
from pp_lang.engine.written_answer import WrittenAnswer


def build_drafter(backend: Backend, config: EngineConfig) -> "Drafter | None":
    """Return what drafts under `config`; None where nothing may, or where the model's memory cannot
    be cut back to take a wrong guess out."""
    costs = config.drafting_costs
    if costs is None or not backend.info.can_share_prefix:
        return None
    return Drafter(costs, control=backend.special.control, batch_rows=config.batch_rows)


class Drafter:
    """Guesses what answers go on with."""

    def __init__(self, costs: StepCosts, *, control: frozenset[int], batch_rows: int) -> None:
        """Draft where `costs` say so; `control` tokens are never drafted."""
        self._costs = costs
        self._control = control
        self._batch_rows = batch_rows
        self._guessers: dict[Sequence, _Guesser] = {}
        self._can_pay = lru_cache(maxsize=256)(costs.can_pay)

    def add_drafts(self, batch: list[Chunk]) -> list[Chunk]:
        """Return `batch` with drafts after the last tokens of its answers.

        A batch that reads or scores something stays as it is.
        """
        chunks = [chunk for chunk in batch if isinstance(chunk, SequenceChunk) and _writes(chunk)]
        num_rows = sum(chunk.stop - chunk.start for chunk in chunks)
        if len(chunks) < len(batch) or not self._can_pay(num_rows, len(chunks)):
            return batch
        guessers = [self._guesser(chunk.sequence) for chunk in chunks]
        guesses = [
            guesser.guess(chunk.sequence, self._control)
            for guesser, chunk in zip(guessers, chunks, strict=True)
        ]
        room = max(0, self._batch_rows - num_rows) // max(1, len(chunks))
        lengths = self._costs.draft_lengths(
            num_rows,
            [guesser.rate.value for guesser in guessers],
            [min(len(guess), room) for guess in guesses],
        )
        return [
            _with_draft(chunk, guess[:length])
            for chunk, guess, length in zip(chunks, guesses, lengths, strict=True)
        ]

    def forget(self, sequence: Sequence) -> None:
        """Drop what is known of an answer that has ended."""
        self._guessers.pop(sequence, None)

    def _guesser(self, sequence: Sequence) -> "_Guesser":
        guesser = self._guessers.get(sequence)
        if guesser is None:
            guesser = self._guessers[sequence] = _Guesser()
            path = sequence.prefix.path() if sequence.prefix else []
            for node in path:
                guesser.lookup.extend(node.tokens)
        return guesser


@dataclass(slots=True)
class _Guesser:
    """What is known of one answer."""

    lookup: PromptLookup = field(default_factory=PromptLookup)
    rate: AcceptanceRate = field(default_factory=AcceptanceRate)
    last: Tokens = ()
    """The guess before the tokens that are not looked at yet."""

    def guess(self, sequence: Sequence, control: frozenset[int]) -> Tokens:
        written = sequence.tokens[len(self.lookup) - sequence.start :]
        if self.last:
            self.rate.add(self.last, written)
        self.lookup.extend(written)
        self.last = _usable(self.lookup.guess(_room(sequence)), sequence, control)
        return self.last


def _writes(chunk: SequenceChunk) -> bool:
    """Whether a chunk holds nothing but new tokens of an answer."""
    sequence = chunk.sequence
    return (
        isinstance(sequence.answer, WrittenAnswer)
        and chunk.start >= sequence.num_opening
        and chunk.stop == len(sequence.tokens)
    )


def _room(sequence: Sequence) -> int:
    """Tokens that an answer can still use: of its cells, and before its last one."""
    assert isinstance(sequence.answer, WrittenAnswer)
    num_cells = sequence.own_cells - len(sequence.tokens)
    return max(0, min(MAX_DRAFT, num_cells, sequence.answer.num_left - 1))


def _usable(guess: Tokens, sequence: Sequence, control: frozenset[int]) -> Tokens:
    """Return a guess up to where it cannot go on: no answer contains a control token, and a form
    forbids others."""
    stop = next((i for i, token in enumerate(guess) if token in control), len(guess))
    assert isinstance(sequence.answer, WrittenAnswer)
    return guess[: sequence.answer.count_allowed(guess[:stop])]


def _with_draft(chunk: SequenceChunk, draft: Tokens) -> SequenceChunk:
    return replace(chunk, draft=draft, num_logits=1 + len(draft)) if draft else chunk
