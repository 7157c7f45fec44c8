"""What an engine has done so far."""

from dataclasses import dataclass

from pp_lang.engine.cells import CellStatistics
from pp_lang.engine.language_model import ModelStatistics


@dataclass(slots=True)
class Counters:
    """Running totals; the engine's parts add to them."""

    steps: int = 0
    prefilled_tokens: int = 0
    shared_tokens: int = 0
    restored_tokens: int = 0
    sampled_tokens: int = 0
    forced_tokens: int = 0
    scored_tokens: int = 0
    finished: int = 0
    width_peak: int = 0
    decode_s: float = 0.0
    constraint_s: float = 0.0
    step_s: float = 0.0
    rows: int = 0
    rows_possible: int = 0
    side_by_side: int = 0
    masks: int = 0
    mask_s: float = 0.0
    drafted_tokens: int = 0
    accepted_tokens: int = 0

    def note_batch(self, rows: int, rows_possible: int, num_running: int) -> None:
        """Count one batch."""
        self.rows += rows
        self.rows_possible += rows_possible
        self.side_by_side += num_running

    def snapshot(self, cells: CellStatistics) -> ModelStatistics:
        """Return the totals as they are now."""
        return ModelStatistics(
            steps=self.steps,
            prefilled_tokens=self.prefilled_tokens,
            shared_tokens=self.shared_tokens,
            restored_tokens=self.restored_tokens,
            sampled_tokens=self.sampled_tokens,
            forced_tokens=self.forced_tokens,
            scored_tokens=self.scored_tokens,
            finished=self.finished,
            cells_in_use=cells.cells_in_use,
            cells_peak=cells.cells_peak,
            width_peak=self.width_peak,
            decode_s=self.decode_s,
            constraint_s=self.constraint_s,
            step_s=self.step_s,
            rows=self.rows,
            rows_possible=self.rows_possible,
            side_by_side=self.side_by_side,
            masks=self.masks,
            mask_s=self.mask_s,
            drafted_tokens=self.drafted_tokens,
            accepted_tokens=self.accepted_tokens,
        )
