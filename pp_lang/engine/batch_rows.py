"""Chunks of a batch to rows for the model."""

import numpy as np

from pp_lang.engine.backend import Rows
from pp_lang.engine.batcher import Chunk, OptionChunk, PrefixChunk, SequenceChunk
from pp_lang.engine.prefix_tree import Tokens
from pp_lang.engine.residency import Residency


def build_rows(batch: list[Chunk], residency: Residency) -> Rows:
    """Return the rows of `batch`; sequences that begin with another's tokens are copied here."""
    tokens: list[int] = []
    positions: list[int] = []
    sequences: list[int] = []
    wants = bytearray()
    for chunk in batch:
        model_sequence, first, added = _begin(chunk, residency)
        size = len(added)
        tokens += added
        positions += range(first, first + size)
        sequences += [model_sequence] * size
        match chunk:
            case PrefixChunk():
                wants += bytes(size)
            case SequenceChunk(_, _, _, num_logits):
                wants += bytes(size - num_logits)
                wants += b"\x01" * num_logits
            case OptionChunk():
                wants += b"\x01" * size
    return Rows(
        tokens=np.array(tokens, dtype=np.int32),
        positions=np.array(positions, dtype=np.int32),
        sequences=np.array(sequences, dtype=np.int32),
        wants_logits=np.frombuffer(wants, dtype=np.int8),
    )


def _begin(chunk: Chunk, residency: Residency) -> tuple[int, int, Tokens | list[int]]:
    """Return the model's sequence of a chunk, its first position and its tokens."""
    match chunk:
        case PrefixChunk(node, start, stop):
            return residency.begin_prefix(node), node.start + start, node.tokens[start:stop]
        case SequenceChunk(sequence, start, stop, _, draft):
            model_sequence = residency.begin_sequence(sequence)
            tokens = [*sequence.tokens[start:stop], *draft]
            return model_sequence, sequence.start + start, tokens
        case OptionChunk(sequence, run, model_sequence):
            residency.begin_option(sequence, model_sequence)
            return model_sequence, sequence.start + len(sequence.tokens), run.tokens
