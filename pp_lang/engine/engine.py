"""Answers many prompts side by side over one backend."""

import time

from pp_lang.engine.backend import Backend
from pp_lang.engine.batch_rows import build_rows
from pp_lang.engine.batcher import Chunk, PrefixChunk, next_batch
from pp_lang.engine.config import EngineConfig
from pp_lang.engine.counters import Counters
from pp_lang.engine.drafting import build_drafter
from pp_lang.engine.language_model import ModelInfo, ModelStatistics, PromptSize
from pp_lang.engine.opening import Opening
from pp_lang.engine.outcomes import Outcome, OutcomeReader
from pp_lang.engine.prefix_store import PrefixStore
from pp_lang.engine.prefix_tree import PrefixNode
from pp_lang.engine.prompt import Prompt
from pp_lang.engine.prompt_tokens import PromptTokenizer
from pp_lang.engine.request import (
    EngineEvent,
    Failed,
    Finished,
    GenerationRequest,
    HoldId,
    RequestId,
    TextDelta,
)
from pp_lang.engine.request_plan import RequestPlan, RequestPlanner
from pp_lang.engine.residency import Residency
from pp_lang.engine.sequence import Sequence
from pp_lang.engine.waiting import WaitingLine
from pp_lang.engine.written_answer import WrittenAnswer
from pp_lang.errors import ModelError


class Engine:
    """A `LanguageModel` over a `Backend`: batches what is independent and reads what is shared
    once."""

    def __init__(
        self,
        backend: Backend,
        config: EngineConfig | None = None,
        opening: Opening | None = None,
        store: PrefixStore | None = None,
    ) -> None:
        """`store` has what earlier engines kept of prefixes, and gets what this one reads."""
        self._opening = opening
        self._config = config or EngineConfig()
        self._backend = backend
        self._tokenizer = PromptTokenizer(backend)
        self._planner = RequestPlanner(backend, self._tokenizer, self._config.batch_rows)
        self._counters = Counters()
        self._residency = Residency(backend, self._counters, store, is_solo=self._config.is_solo)
        self._outcomes = OutcomeReader(self._residency, self._counters)
        self._drafter = build_drafter(backend, self._config)
        self._sequences: dict[RequestId, Sequence] = {}
        self._waiting = WaitingLine()
        self._running: list[Sequence] = []
        self._holds: dict[HoldId, PrefixNode | None] = {}
        self._next_id = 1
        self._is_closed = False

    @property
    def info(self) -> ModelInfo:
        """Facts about the model."""
        facts = self._backend.info
        return ModelInfo(
            name=facts.name,
            path=facts.path,
            architecture=facts.architecture,
            parameters=facts.parameters,
            size_bytes=facts.size_bytes,
            trained_context=facts.trained_context,
            vocabulary=facts.vocabulary,
            has_chat_template=self._backend.chat_template is not None,
            can_share_prefix=facts.can_share_prefix,
            cells=facts.cells,
            max_width=self._config.width,
            cell_bytes=facts.cell_bytes,
            opening=self._opening,
        )

    def count(self, prompt: Prompt) -> PromptSize:
        """Return the size of `prompt` under the model's own chat template and tokenizer."""
        return self._tokenizer.read(prompt).size

    def submit(self, request: GenerationRequest) -> RequestId:
        """Queue a generation.

        Raises `GenerationError` when it can never run, and `ModelError` when the model's chat
        template cannot take its turns.
        """
        plan = self._planner.plan(request)
        number = RequestId(self._take_id())
        sequence = self._build_sequence(number, plan, request)
        self._sequences[number] = sequence
        self._waiting.add(sequence)
        return number

    def cancel(self, request: RequestId) -> None:
        """Drop a generation from the next step on; unknown and finished ones are left alone."""
        sequence = self._sequences.get(request)
        if sequence is not None:
            self._end(sequence)
            self._running = [other for other in self._running if not other.is_ended]

    def answer_tokens(self, request: RequestId) -> int:
        """Return how many tokens its answer has so far; 0 for unknown and finished ones."""
        sequence = self._sequences.get(request)
        if sequence is None or not isinstance(sequence.answer, WrittenAnswer):
            return 0
        return sequence.answer.num_sampled + sequence.answer.num_forced

    def hold(self, prompt: Prompt) -> HoldId:
        """Keep the shared part of `prompt` alive until it is released; it is read when first
        used."""
        number = HoldId(self._take_id())
        shared = self._tokenizer.read(prompt).shared if self._can_share else ()
        self._holds[number] = self._residency.tree.take(shared)
        return number

    def release(self, hold: HoldId) -> None:
        """Give back a hold; what nobody else uses is freed. Unknown holds are left alone."""
        self._residency.release(self._holds.pop(hold, None))

    @property
    def has_work(self) -> bool:
        """True while a submitted generation has not finished, failed or been cancelled."""
        return bool(self._sequences)

    def step(self) -> list[EngineEvent]:
        """Run one batch and return what it brought, in order of submission."""
        if not self._sequences:
            return []
        began = time.perf_counter()
        events: list[EngineEvent] = []
        self._admit(events)
        self._residency.grow(self._running, self._waiting)
        batch = self._next_batch()
        if self._drafter is not None:
            batch = self._drafter.add_drafts(batch)
        if batch:
            self._run(batch, events)
            self._counters.steps += 1
        events.sort(key=lambda event: event.request)
        self._counters.step_s += time.perf_counter() - began
        return events

    def statistics(self) -> ModelStatistics:
        """Return the counters so far."""
        return self._counters.snapshot(self._residency.cells.statistics())

    def close(self) -> None:
        """Free everything. Closing twice is allowed."""
        if self._is_closed:
            return
        self._is_closed = True
        for sequence in list(self._sequences.values()):
            self._end(sequence)
        for hold in list(self._holds):
            self.release(hold)
        self._backend.close()

    @property
    def _can_share(self) -> bool:
        return self._backend.info.can_share_prefix

    def _take_id(self) -> int:
        number = self._next_id
        self._next_id += 1
        return number

    def _build_sequence(
        self, number: RequestId, plan: RequestPlan, request: GenerationRequest
    ) -> Sequence:
        node = self._residency.tree.take(plan.shared)
        answer = plan.answer
        forced = answer.tokens if isinstance(answer, WrittenAnswer) else []
        opening = [*plan.own, *forced]
        return Sequence(
            id=number,
            prefix=node,
            tokens=[*opening, *plan.given],
            answer=answer,
            num_prompt=plan.num_prompt,
            max_own_cells=plan.max_own_cells,
            first_own_cells=plan.first_own_cells,
            start=node.end if node else 0,
            num_opening=len(opening),
            num_option_sequences=plan.num_option_sequences,
            priority=request.priority,
            is_in_turn=request.is_in_turn,
        )

    def _admit(self, events: list[EngineEvent]) -> None:
        """Start waiting requests, urgent and long ones first, while width, cells and sequences
        allow."""
        while (sequence := self._waiting.find_next()) is not None:
            if isinstance(sequence.answer, WrittenAnswer) and sequence.answer.is_finished:
                self._waiting.remove(sequence)  # its form leaves no choice at all
                self._report(Outcome(sequence), events)
            elif len(self._running) >= self._config.width:
                break
            elif self._residency.admit(sequence, is_alone=not self._running):
                self._waiting.remove(sequence)
                self._running.append(sequence)
            else:
                break
        self._counters.width_peak = max(self._counters.width_peak, len(self._running))

    def _next_batch(self) -> list[Chunk]:
        rows = self._config.batch_rows
        alone = self._residency.prefixes.next_alone(self._running)
        if alone is None:
            return next_batch(self._running, rows)
        start = alone.num_computed
        return [PrefixChunk(alone, start, min(len(alone.tokens), start + rows))]

    def _run(self, batch: list[Chunk], events: list[EngineEvent]) -> None:
        rows = build_rows(batch, self._residency)
        self._counters.note_batch(len(rows.tokens), self._config.batch_rows, len(self._running))
        began = time.perf_counter()
        try:
            logits = self._backend.decode(rows)
        except ModelError as error:
            self._fail_running(error.message, events)
            return
        finally:
            self._counters.decode_s += time.perf_counter() - began
        outcomes = self._outcomes.read(batch, logits)
        for outcome in outcomes:
            self._report(outcome, events)
        self._running = [sequence for sequence in self._running if not sequence.is_ended]

    def _report(self, outcome: Outcome, events: list[EngineEvent]) -> None:
        sequence = outcome.sequence
        if sequence.is_ended:
            return  # an option of it failed before
        if outcome.failure is not None:
            events.append(Failed(sequence.id, outcome.failure))
            self._end(sequence)
            return
        answer = sequence.answer
        if isinstance(answer, WrittenAnswer) and (text := answer.take_delta()):
            events.append(TextDelta(sequence.id, text))
        if answer.is_finished:
            result = answer.result(num_prompt=sequence.num_prompt, num_shared=sequence.num_shared)
            events.append(Finished(sequence.id, result))
            self._counters.finished += 1
            self._end(sequence)

    def _fail_running(self, message: str, events: list[EngineEvent]) -> None:
        """Fail all that was in the model's memory, which is in doubt now."""
        for sequence in self._running:
            self._report(Outcome(sequence, message), events)
        self._running.clear()
        self._residency.drop_prefixes()

    def _end(self, sequence: Sequence) -> None:
        sequence.is_ended = True
        del self._sequences[sequence.id]
        self._residency.end(sequence)
        if self._drafter is not None:
            self._drafter.forget(sequence)
        if isinstance(sequence.answer, WrittenAnswer):
            self._counters.sampled_tokens += sequence.answer.num_sampled
            self._counters.forced_tokens += sequence.answer.num_forced
            self._counters.masks += sequence.answer.num_masks
            self._counters.mask_s += sequence.answer.mask_s
