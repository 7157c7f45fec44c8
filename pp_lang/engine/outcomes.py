"""The logits of a batch to what they mean for each request."""

import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pp_lang.engine.backend import FloatArray
from pp_lang.engine.batcher import Chunk, OptionChunk, PrefixChunk, SequenceChunk
from pp_lang.engine.constraint import ConstraintError
from pp_lang.engine.counters import Counters
from pp_lang.engine.given_answer import GivenAnswer
from pp_lang.engine.residency import Residency
from pp_lang.engine.sampler import read_rows
from pp_lang.engine.scored_answer import ScoredAnswer
from pp_lang.engine.sequence import Sequence
from pp_lang.engine.written_answer import WrittenAnswer

BROKEN_LOGITS = "the model gave broken logits (not a number)"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A request whose answer went on, or failed."""

    sequence: Sequence
    failure: str | None = None


class OutcomeReader:
    """Hands each row of logits to the answer that it belongs to."""

    def __init__(self, residency: Residency, counters: Counters) -> None:
        self._residency = residency
        self._counters = counters
        self._scratch: FloatArray = np.empty((0, 0), dtype=np.float32)

    def read(self, batch: list[Chunk], logits: FloatArray) -> list[Outcome]:
        """Return what the logits of `batch` brought, in its order."""
        if self._scratch.shape[1:] != logits.shape[1:] or len(logits) > len(self._scratch):
            self._scratch = np.empty_like(logits)
        found = read_rows(logits, self._scratch)
        best = found.best.tolist()
        outcomes: list[Outcome] = []
        row = 0
        for chunk in batch:
            match chunk:
                case PrefixChunk(node, start, stop):
                    node.num_computed = stop
                    self._counters.prefilled_tokens += stop - start
                case SequenceChunk(sequence, start, stop, num_logits):
                    self._count_tokens(sequence, start, stop)
                    sequence.num_computed = stop
                    if isinstance(sequence.answer, GivenAnswer):
                        ours = slice(row, row + num_logits)
                        outcomes.append(
                            self._score_given(
                                sequence, sequence.answer, logits[ours], found.log_totals[ours]
                            )
                        )
                    elif num_logits:
                        total = float(found.log_totals[row])
                        outcomes.append(self._advance(sequence, logits[row], best[row], total))
                    row += num_logits
                case OptionChunk(_, run, _):
                    stop = row + len(run.tokens)
                    totals = found.log_totals[row:stop]
                    outcomes.append(self._score(chunk, logits[row:stop], totals))
                    row = stop
        return outcomes

    def _count_tokens(self, sequence: Sequence, start: int, stop: int) -> None:
        num_own = sequence.num_prompt - sequence.start
        if isinstance(sequence.answer, GivenAnswer):
            num_own = sequence.num_opening
            self._counters.scored_tokens += max(0, stop - max(start, num_own))
        self._counters.prefilled_tokens += max(0, min(stop, num_own) - start)

    def _advance(
        self, sequence: Sequence, logits: FloatArray, best: int, log_total: float
    ) -> Outcome:
        if not np.isfinite(log_total):
            return Outcome(sequence, BROKEN_LOGITS)
        answer = sequence.answer
        if isinstance(answer, ScoredAnswer):
            answer.score_first(logits, log_total)
            return Outcome(sequence)
        assert isinstance(answer, WrittenAnswer)
        if not answer.is_constrained:
            self._write(sequence, answer, logits, best, log_total)
            return Outcome(sequence)
        began = time.perf_counter()
        try:
            self._write(sequence, answer, logits, best, log_total)
        except ConstraintError as error:
            return Outcome(sequence, f"the output form cannot go on: {error}")
        finally:
            self._counters.constraint_s += time.perf_counter() - began
        return Outcome(sequence)

    def _write(
        self,
        sequence: Sequence,
        answer: WrittenAnswer,
        logits: FloatArray,
        best: int,
        log_total: float,
    ) -> None:
        num_before = len(answer.tokens)
        answer.advance(logits, best, log_total)
        sequence.tokens += answer.tokens[num_before:]

    def _score(
        self, chunk: OptionChunk, logits: FloatArray, log_totals: NDArray[np.float64]
    ) -> Outcome:
        answer = chunk.sequence.answer
        assert isinstance(answer, ScoredAnswer)
        run = answer.take_run()
        assert run is chunk.run
        self._residency.end_option(chunk.model_sequence)
        self._counters.scored_tokens += len(run.tokens)
        if not np.isfinite(log_totals).all():
            return Outcome(chunk.sequence, BROKEN_LOGITS)
        answer.score_run(run, logits, log_totals)
        return Outcome(chunk.sequence)

    def _score_given(
        self,
        sequence: Sequence,
        answer: GivenAnswer,
        logits: FloatArray,
        log_totals: NDArray[np.float64],
    ) -> Outcome:
        if not np.isfinite(log_totals).all():
            return Outcome(sequence, BROKEN_LOGITS)
        answer.score(logits, log_totals)
        return Outcome(sequence)
