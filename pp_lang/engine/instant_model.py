"""What models have in common that compute nothing: answers are there at once, and prompts take no
room."""

from typing import Generic, TypeVar

from pp_lang.engine.language_model import ModelStatistics
from pp_lang.engine.prompt import Prompt
from pp_lang.engine.request import HoldId, RequestId

W = TypeVar("W")


class InstantModel(Generic[W]):
    """Keeps what waits for an answer, and counts."""

    def __init__(self) -> None:
        self._waiting: dict[RequestId, W] = {}
        self._num_ids = 0
        self._num_steps = 0
        self._num_finished = 0
        self._num_read = 0
        self._num_written = 0
        self._num_scored = 0
        self._width_peak = 0

    def cancel(self, request: RequestId) -> None:
        """Drop a generation; unknown and finished ones are left alone."""
        self._waiting.pop(request, None)

    def hold(self, prompt: Prompt) -> HoldId:
        """Return a hold; there is nothing to keep."""
        return HoldId(self._take_id())

    def release(self, hold: HoldId) -> None:
        """Give back a hold, which frees nothing."""

    @property
    def has_work(self) -> bool:
        """True while a submitted generation has not finished, failed or been cancelled."""
        return bool(self._waiting)

    def statistics(self) -> ModelStatistics:
        """Return the counters so far; nothing takes cells or time."""
        return ModelStatistics(
            steps=self._num_steps,
            prefilled_tokens=self._num_read,
            shared_tokens=0,
            sampled_tokens=self._num_written,
            forced_tokens=0,
            scored_tokens=self._num_scored,
            finished=self._num_finished,
            cells_in_use=0,
            cells_peak=0,
            width_peak=self._width_peak,
            decode_s=0.0,
            constraint_s=0.0,
            step_s=0.0,
        )

    def close(self) -> None:
        """Drop all that waits. Closing twice is allowed."""
        self._waiting.clear()

    def _wait(self, waiting: W) -> RequestId:
        """Return the number of a request that now waits."""
        number = RequestId(self._take_id())
        self._waiting[number] = waiting
        return number

    def _take_id(self) -> int:
        self._num_ids += 1
        return self._num_ids
