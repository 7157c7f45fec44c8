"""What a run took."""

from dataclasses import dataclass

from pp_lang.engine import ModelInfo, ModelStatistics


@dataclass(frozen=True, slots=True)
class ModelUse:
    """What one model did for one run."""

    info: ModelInfo
    finished: int
    prefilled_tokens: int
    shared_tokens: int
    sampled_tokens: int
    forced_tokens: int
    scored_tokens: int
    steps: int
    width_peak: int
    """Highest since the model was opened."""
    cells_peak: int
    """Highest since the model was opened."""
    decode_s: float
    step_s: float
    restored_tokens: int = 0
    masks: int = 0
    """Tokens for which the form's mask of all tokens was needed."""
    mask_s: float = 0.0


def model_use(info: ModelInfo, before: ModelStatistics, after: ModelStatistics) -> ModelUse:
    """Return what happened between two readings of a model's counters."""
    return ModelUse(
        info=info,
        finished=after.finished - before.finished,
        prefilled_tokens=after.prefilled_tokens - before.prefilled_tokens,
        shared_tokens=after.shared_tokens - before.shared_tokens,
        sampled_tokens=after.sampled_tokens - before.sampled_tokens,
        forced_tokens=after.forced_tokens - before.forced_tokens,
        scored_tokens=after.scored_tokens - before.scored_tokens,
        steps=after.steps - before.steps,
        width_peak=after.width_peak,
        cells_peak=after.cells_peak,
        decode_s=after.decode_s - before.decode_s,
        step_s=after.step_s - before.step_s,
        restored_tokens=after.restored_tokens - before.restored_tokens,
        masks=after.masks - before.masks,
        mask_s=after.mask_s - before.mask_s,
    )


@dataclass(frozen=True, slots=True)
class BiasedAnswers:
    """Answers from a closed set that look biased: nearly all are one option, and many would be
    another one after batch calibration. Nothing in the program says how to calibrate them."""

    node: str
    """Id of the generation in the graph: `main/verdicts[]`."""
    template: str
    option: str
    num_answers: int
    num_chosen: int
    """Answers that are this option."""
    num_changed: int
    """Answers that would be another one."""


@dataclass(frozen=True, slots=True)
class RunStatistics:
    """What a run took; times in seconds."""

    wall_s: float
    """From start to result, opening models left out."""
    open_s: float
    """Opening models."""
    retries: int
    models: tuple[ModelUse, ...]
    cancelled: int = 0
    """Generations given up because a limit was reached or nothing needed them any more."""
    biased: tuple[BiasedAnswers, ...] = ()
    """Where answers of maps look biased."""
    compact: tuple[str, ...] = ()
    """Ids of the generations whose records were written without the names of their fields."""

    @property
    def generations(self) -> int:
        """Generations that ended."""
        return sum(use.finished for use in self.models)

    @property
    def prefilled_tokens(self) -> int:
        """Prompt tokens computed."""
        return sum(use.prefilled_tokens for use in self.models)

    @property
    def shared_tokens(self) -> int:
        """Prompt tokens not computed, because a shared prefix held them."""
        return sum(use.shared_tokens for use in self.models)

    @property
    def restored_tokens(self) -> int:
        """Prompt tokens not computed, because they were kept from before."""
        return sum(use.restored_tokens for use in self.models)

    @property
    def answer_tokens(self) -> int:
        """Tokens of answers, sampled and forced."""
        return sum(use.sampled_tokens + use.forced_tokens for use in self.models)
