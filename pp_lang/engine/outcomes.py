"""The logits of a batch to what they mean for each request."""

import time
from dataclasses import dataclass

from pp_lang.engine.acceptance import BrokenLogitsError, write_rows
from pp_lang.engine.backend import FloatArray
from pp_lang.engine.batcher import Chunk, OptionChunk, PrefixChunk, SequenceChunk
from pp_lang.engine.constraint import ConstraintError
from pp_lang.engine.counters import Counters
from pp_lang.engine.given_answer import GivenAnswer
from pp_lang.engine.logit_rows import LogitRow, LogitRows, read_rows
from pp_lang.engine.prefix_tree import Tokens
from pp_lang.engine.residency import Residency
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

    def read(self, batch: list[Chunk], logits: FloatArray) -> list[Outcome]:
        """Return what the logits of `batch` brought, in its order."""
        rows = read_rows(logits)
        outcomes: list[Outcome] = []
        row = 0
        for chunk in batch:
            match chunk:
                case PrefixChunk(node, start, stop):
                    node.num_computed = stop
                    self._counters.prefilled_tokens += stop - start
                    if node.is_ready:
                        self._residency.prefixes.note_read(node)
                case SequenceChunk(sequence, start, stop, num_logits, draft):
                    self._count_tokens(sequence, start, stop)
                    sequence.num_computed = stop
                    if isinstance(sequence.answer, GivenAnswer):
                        ours = rows[row : row + num_logits]
                        outcomes.append(self._score_given(sequence, sequence.answer, ours))
                    elif num_logits:
                        ours = rows[row : row + num_logits]
                        outcomes.append(self._advance(sequence, ours, draft))
                    row += num_logits
                case OptionChunk(_, run, _):
                    stop = row + len(run.tokens)
                    outcomes.append(self._score(chunk, rows[row:stop]))
                    row = stop
        return outcomes

    def _count_tokens(self, sequence: Sequence, start: int, stop: int) -> None:
        num_own = sequence.num_prompt - sequence.start
        if isinstance(sequence.answer, GivenAnswer):
            num_own = sequence.num_opening
            self._counters.scored_tokens += max(0, stop - max(start, num_own))
        self._counters.prefilled_tokens += max(0, min(stop, num_own) - start)

    def _advance(self, sequence: Sequence, rows: LogitRows, draft: Tokens) -> Outcome:
        answer = sequence.answer
        if isinstance(answer, ScoredAnswer):
            return self._score_first(sequence, answer, rows.row(0))
        assert isinstance(answer, WrittenAnswer)
        began = time.perf_counter()
        try:
            self._write(sequence, answer, rows, draft)
        except BrokenLogitsError:
            return Outcome(sequence, BROKEN_LOGITS)
        except ConstraintError as error:
            return Outcome(sequence, f"the output form cannot go on: {error}")
        finally:
            if answer.is_constrained:
                self._counters.constraint_s += time.perf_counter() - began
        return Outcome(sequence)

    def _write(
        self, sequence: Sequence, answer: WrittenAnswer, rows: LogitRows, draft: Tokens
    ) -> None:
        num_before = len(answer.tokens)
        num_accepted = write_rows(answer, rows, draft)
        sequence.tokens += answer.tokens[num_before:]
        sequence.num_computed += num_accepted
        self._counters.drafted_tokens += len(draft)
        self._counters.accepted_tokens += num_accepted
        if num_accepted < len(draft):
            self._residency.cut_draft(sequence)

    def _score_first(self, sequence: Sequence, answer: ScoredAnswer, row: LogitRow) -> Outcome:
        if row.is_broken:
            return Outcome(sequence, BROKEN_LOGITS)
        answer.score_first(row.logits, row.log_total())
        return Outcome(sequence)

    def _score(self, chunk: OptionChunk, rows: LogitRows) -> Outcome:
        answer = chunk.sequence.answer
        assert isinstance(answer, ScoredAnswer)
        run = answer.take_run()
        assert run is chunk.run
        self._residency.end_option(chunk.model_sequence)
        self._counters.scored_tokens += len(run.tokens)
        if rows.is_broken:
            return Outcome(chunk.sequence, BROKEN_LOGITS)
        answer.score_run(run, rows.logits, rows.log_totals())
        return Outcome(chunk.sequence)

    def _score_given(self, sequence: Sequence, answer: GivenAnswer, rows: LogitRows) -> Outcome:
        if rows.is_broken:
            return Outcome(sequence, BROKEN_LOGITS)
        answer.score(rows.logits, rows.log_totals())
        return Outcome(sequence)
