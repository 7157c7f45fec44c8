"""Decides which tokens run in the next decode call. Pure.

First the rows of every branch that answers, so that none ever waits for others' prompts; then
shared prefixes, since several requests wait for each; then own parts of prompts; all in order of
submission and as far as the batch has room.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pp_lang.engine.prefix_tree import PrefixNode
from pp_lang.engine.scored_answer import OptionRun, ScoredAnswer
from pp_lang.engine.sequence import Sequence


@dataclass(frozen=True, slots=True)
class PrefixChunk:
    """Tokens `start` to `stop` of a shared segment."""

    node: PrefixNode
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class SequenceChunk:
    """Tokens `start` to `stop` of a request's own; the logits after the last are wanted where it is
    known."""

    sequence: Sequence
    start: int
    stop: int
    wants_logits: bool


@dataclass(frozen=True, slots=True)
class OptionChunk:
    """An option to score after a prompt that has been read."""

    sequence: Sequence
    run: OptionRun
    model_sequence: int


Chunk = PrefixChunk | SequenceChunk | OptionChunk


def next_batch(running: Iterable[Sequence], batch_tokens: int) -> list[Chunk]:
    """Return the chunks to run next, `batch_tokens` rows at most. `running` is in order of
    submission."""
    batch: list[Chunk] = []
    left = batch_tokens
    reading: list[Sequence] = []
    scoring: list[Sequence] = []
    for sequence in running:
        if not sequence.is_answering:
            reading.append(sequence)
        elif isinstance(sequence.answer, ScoredAnswer):
            scoring.append(sequence)
        else:
            left -= _add_tokens(batch, sequence, left)
    for sequence in scoring:
        left -= _add_options(batch, sequence, left)
    for sequence in reading:
        if not sequence.has_ready_prefix:
            left -= _add_prefix(batch, sequence, left)
    for sequence in reading:
        if sequence.has_ready_prefix:
            left -= _add_tokens(batch, sequence, left)
    return batch


def _add_tokens(batch: list[Chunk], sequence: Sequence, left: int) -> int:
    start = sequence.num_computed
    stop = min(len(sequence.tokens), start + left)
    if stop == start:
        return 0
    batch.append(SequenceChunk(sequence, start, stop, wants_logits=stop == len(sequence.tokens)))
    return stop - start


def _add_options(batch: list[Chunk], sequence: Sequence, left: int) -> int:
    answer = sequence.answer
    assert isinstance(answer, ScoredAnswer)
    used = 0
    for run, model_sequence in zip(answer.waiting_runs, sequence.option_sequences, strict=False):
        if used + len(run.tokens) > left:
            break
        batch.append(OptionChunk(sequence, run, model_sequence))
        used += len(run.tokens)
    return used


def _add_prefix(batch: list[Chunk], sequence: Sequence, left: int) -> int:
    assert sequence.prefix is not None
    node = next(node for node in sequence.prefix.path() if not node.is_ready)
    is_planned = any(isinstance(chunk, PrefixChunk) and chunk.node is node for chunk in batch)
    stop = min(len(node.tokens), node.num_computed + left)
    if is_planned or stop == node.num_computed:
        return 0
    batch.append(PrefixChunk(node, node.num_computed, stop))
    return stop - node.num_computed
