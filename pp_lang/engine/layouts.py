"""Which layout of a model serves best here. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from pp_lang.engine.tuning import WORTH, work_seconds

TRIED_LAYOUTS = ("Q8_0", "Q4_K_M", "Q4_0")
"""Layouts with fast kernels on common CPUs, and quickly made."""

DEFAULT_LOSS = 0.02
"""Nats a token. Rounding alone moves a model by some 0.004, Q4_1 to Q8_0 by some 0.007, and Q4_1 to
Q4_0 by some 0.3."""


@dataclass(frozen=True, slots=True)
class LayoutTrial:
    """What was measured of a model in one layout."""

    layout: str
    """Of the source: `as it is`."""
    read_rate: float
    """Prompt tokens a second."""
    write_rate: float
    """Answer tokens a second, at the width that was chosen."""
    loss: float
    """How far its next words are from the source's, in nats a token; 0 for the source."""
    size_bytes: int

    @property
    def seconds(self) -> float:
        """How long the work of comparison takes."""
        return work_seconds(self.read_rate, self.write_rate)


AS_IT_IS = "as it is"


def choose_layout(trials: Iterable[LayoutTrial], max_loss: float) -> str:
    """Return the layout that is fastest within `max_loss`; `AS_IT_IS` unless one is clearly
    faster."""
    allowed = [one for one in trials if one.layout == AS_IT_IS or one.loss <= max_loss]
    source = next(one for one in allowed if one.layout == AS_IT_IS)
    best = min(allowed, key=lambda one: one.seconds)
    return best.layout if best.seconds < WORTH * source.seconds else AS_IT_IS
