"""The one protocol of everything that can answer prompts."""

from dataclasses import dataclass
from typing import Protocol

from pp_lang.engine.opening import Opening
from pp_lang.engine.prompt import Prompt
from pp_lang.engine.request import EngineEvent, GenerationRequest, HoldId, RequestId


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Facts about a loaded model."""

    name: str
    path: str | None
    architecture: str
    parameters: int
    size_bytes: int
    trained_context: int
    """Longest sequence, in tokens, that the model was trained for."""
    vocabulary: int
    has_chat_template: bool
    can_share_prefix: bool
    """False where the model's memory cannot be copied in part (recurrent and hybrid models)."""
    cells: int
    """KV cells of the cache: the tokens that can be held at once."""
    max_width: int
    """Generations that may run side by side."""
    cell_bytes: int
    """Memory of one KV cell."""
    opening: Opening | None = None
    """None for a model that only pretends."""


@dataclass(frozen=True, slots=True)
class PromptSize:
    """Tokens of a prompt, cut where it is shared."""

    segments: tuple[int, ...]
    """Lengths between the cuts; the last is the part that is the prompt's own."""

    @property
    def total(self) -> int:
        """Tokens of the whole prompt."""
        return sum(self.segments)


@dataclass(frozen=True, slots=True)
class ModelStatistics:
    """Counters since the model was opened; times in seconds."""

    steps: int
    prefilled_tokens: int
    """Prompt tokens computed."""
    shared_tokens: int
    """Prompt tokens not computed because a shared prefix held them."""
    sampled_tokens: int
    forced_tokens: int
    scored_tokens: int
    """Tokens computed to score closed sets and given texts."""
    finished: int
    cells_in_use: int
    cells_peak: int
    width_peak: int
    decode_s: float
    """Time inside the model's library."""
    constraint_s: float
    """Time spent on masks and forced tokens."""
    step_s: float
    """Time inside `step`, everything included."""
    restored_tokens: int = 0
    """Prompt tokens not computed because an earlier run had kept them, or because they had only
    made room for others."""
    rows: int = 0
    """Rows of all batches: tokens read, chosen, forced and scored."""
    rows_possible: int = 0
    """What they would be if each batch had been full."""
    side_by_side: int = 0
    """Generations under way, added up over the steps."""
    masks: int = 0
    """Sampled tokens for which the form's whole mask was needed; for the others it was enough to
    try the likeliest tokens."""
    mask_s: float = 0.0
    """Time spent on these masks, a part of `constraint_s`."""
    drafted_tokens: int = 0
    """Tokens that were guessed and computed ahead of the answers."""
    accepted_tokens: int = 0
    """Those of them that the answers then had."""


class LanguageModel(Protocol):
    """Answers prompts step by step. Plain and blocking; every call comes from one thread.

    Which rows run in a step depends on the order of calls alone, never on a clock: the same calls
    give the same events.
    """

    @property
    def info(self) -> ModelInfo:
        """Facts about the model."""
        ...

    def count(self, prompt: Prompt) -> PromptSize:
        """Return the size of `prompt` under the model's own chat template and tokenizer."""
        ...

    def submit(self, request: GenerationRequest) -> RequestId:
        """Queue a generation.

        Raises `GenerationError` when it can never run: the prompt and its answer exceed the
        context, or the output form cannot be enforced.
        """
        ...

    def cancel(self, request: RequestId) -> None:
        """Drop a generation from the next step on; unknown and finished ones are left alone."""
        ...

    def answer_tokens(self, request: RequestId) -> int:
        """Return how many tokens its answer has so far; 0 for unknown and finished ones."""
        ...

    def hold(self, prompt: Prompt) -> HoldId:
        """Keep the shared part of `prompt` (up to its last cut) alive until it is released."""
        ...

    def release(self, hold: HoldId) -> None:
        """Give back a hold; what nobody else uses is freed."""
        ...

    @property
    def has_work(self) -> bool:
        """True while a submitted generation has not finished, failed or been cancelled."""
        ...

    def step(self) -> list[EngineEvent]:
        """Run one batch and return what it brought, in order of submission; empty when there is no
        work."""
        ...

    def statistics(self) -> ModelStatistics:
        """Return the counters so far."""
        ...

    def close(self) -> None:
        """Free everything. Closing twice is allowed."""
        ...
