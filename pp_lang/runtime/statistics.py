"""What a run took."""

from dataclasses import dataclass, fields

from pp_lang.engine import ModelInfo, ModelStatistics

_PEAKS = ("width_peak", "cells_peak")


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
    rows: int = 0
    """Rows of all batches."""
    rows_possible: int = 0
    """What they would be if each batch had been full."""
    side_by_side: int = 0
    """Generations under way, added up over the steps."""
    masks: int = 0
    """Tokens for which the form's mask of all tokens was needed."""
    mask_s: float = 0.0
    drafted_tokens: int = 0
    """Tokens that were guessed and computed ahead of the answers."""
    accepted_tokens: int = 0
    """Those of them that the answers then had."""

    def plus(self, later: "ModelUse") -> "ModelUse":
        """Return this and what the same model did after it was opened again."""
        added = {}
        for one in fields(self):
            ours, theirs = getattr(self, one.name), getattr(later, one.name)
            if one.name == "info":
                added[one.name] = theirs
            else:
                added[one.name] = max(ours, theirs) if one.name in _PEAKS else ours + theirs
        return ModelUse(**added)

    @property
    def mean_width(self) -> float:
        """Generations under way in a step, on average."""
        return self.side_by_side / self.steps if self.steps else 0.0

    @property
    def occupancy(self) -> float:
        """Share of the rows that batches could have had."""
        return self.rows / self.rows_possible if self.rows_possible else 0.0


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
        rows=after.rows - before.rows,
        rows_possible=after.rows_possible - before.rows_possible,
        side_by_side=after.side_by_side - before.side_by_side,
        masks=after.masks - before.masks,
        mask_s=after.mask_s - before.mask_s,
        drafted_tokens=after.drafted_tokens - before.drafted_tokens,
        accepted_tokens=after.accepted_tokens - before.accepted_tokens,
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
