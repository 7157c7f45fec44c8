"""Decides which tokens run in the next decode call. Pure.

First the rows of every branch that answers, so that none ever waits for others' prompts; then what
is only scored; then shared prefixes, since several requests wait for each; then own parts of
prompts; all in order of admission and as far as the batch has room.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pp_lang.engine.given_answer import GivenAnswer
from pp_lang.engine.prefix_tree import PrefixNode, Tokens
from pp_lang.engine.scored_answer import OptionRun, ScoredAnswer
from pp_lang.engine.sequence import Sequence
from pp_lang.engine.written_answer import WrittenAnswer

MAX_GIVEN_ROWS = 16
"""Rows of given texts in one batch, at most. Each needs logits over the whole vocabulary, up to a
megabyte; and beyond some 27 such rows llama.cpp computes them by another kernel, after which a text
scores up to 0.3 nats a token away from the same text written token by token."""


@dataclass(frozen=True, slots=True)
class PrefixChunk:
    """Tokens `start` to `stop` of a shared segment."""

    node: PrefixNode
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class SequenceChunk:
    """Tokens `start` to `stop` of a request's own."""

    sequence: Sequence
    start: int
    stop: int
    num_logits: int
    """Rows at its end whose logits are wanted: where a prompt or answer ends so far, or each token
    of a given text."""
    draft: Tokens = ()
    """Tokens that are guessed to follow; their rows have logits as well."""


@dataclass(frozen=True, slots=True)
class OptionChunk:
    """An option to score after a prompt that has been read."""

    sequence: Sequence
    run: OptionRun
    model_sequence: int


Chunk = PrefixChunk | SequenceChunk | OptionChunk


def next_batch(running: Iterable[Sequence], batch_tokens: int) -> list[Chunk]:
    """Return the chunks to run next, `batch_tokens` rows at most. `running` is in order of
    admission."""
    batch = _Batch(batch_tokens)
    reading: list[Sequence] = []
    scoring: list[Sequence] = []
    for sequence in running:
        if not sequence.is_answering:
            reading.append(sequence)
        elif isinstance(sequence.answer, WrittenAnswer):
            batch.add_tokens(sequence)
        else:
            scoring.append(sequence)
    for sequence in scoring:
        if isinstance(sequence.answer, ScoredAnswer):
            batch.add_options(sequence, sequence.answer)
        else:
            batch.add_tokens(sequence)
    for sequence in reading:
        if not sequence.has_ready_prefix:
            batch.add_prefix(sequence)
    for sequence in reading:
        if sequence.has_ready_prefix:
            batch.add_tokens(sequence)
    return batch.chunks


class _Batch:
    """The chunks so far, and the room that is left."""

    def __init__(self, num_rows: int) -> None:
        self.chunks: list[Chunk] = []
        self._rows_left = num_rows
        self._given_rows_left = MAX_GIVEN_ROWS

    def add_tokens(self, sequence: Sequence) -> None:
        """Add the next tokens of a request's own."""
        start = sequence.num_computed
        stop = min(len(sequence.tokens), start + self._rows_left)
        if isinstance(sequence.answer, GivenAnswer):
            # A text that had to go back is read again, but not scored again.
            first = max(start, sequence.num_opening - 1 + sequence.answer.num_scored)
            stop = min(stop, first + self._given_rows_left)
            num_logits = max(0, stop - first)
            self._given_rows_left -= num_logits
        else:
            num_logits = int(stop == len(sequence.tokens))
        if stop > start:
            self.chunks.append(SequenceChunk(sequence, start, stop, num_logits))
            self._rows_left -= stop - start

    def add_options(self, sequence: Sequence, answer: ScoredAnswer) -> None:
        """Add options as long as they fit whole."""
        for run, target in zip(answer.waiting_runs, sequence.option_sequences, strict=False):
            if len(run.tokens) > self._rows_left:
                break
            self.chunks.append(OptionChunk(sequence, run, target))
            self._rows_left -= len(run.tokens)

    def add_prefix(self, sequence: Sequence) -> None:
        """Add the next tokens of the first shared segment that is not read, once for all."""
        assert sequence.prefix is not None
        node = next(node for node in sequence.prefix.path() if not node.is_ready)
        is_planned = any(isinstance(c, PrefixChunk) and c.node is node for c in self.chunks)
        start = node.num_computed
        stop = min(len(node.tokens), start + self._rows_left)
        if not is_planned and stop > start:
            self.chunks.append(PrefixChunk(node, start, stop))
            self._rows_left -= stop - start
