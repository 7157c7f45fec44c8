"""What one process hands back: one timing of one workload by one peer."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Measurement:
    """One timing, loading and warm-up left out."""

    seconds: float
    prompt_tokens: int | None = None
    """Prompt tokens that were computed."""
    answer_tokens: int | None = None
    answers: int = 0
    valid: int | None = None
    """Answers that are valid or right; None where any text is."""
    peak_mib: float = 0.0
    """The most memory that the process held at once, the model's file included."""
    others: float | None = None
    """Part of all cores that other processes used meanwhile; the run fills it in."""
    parts: dict[str, float] = field(default_factory=dict)
    """Figures of the peer's own: seconds by phase, counters."""

    def to_json(self) -> str:
        """Return the measurement as one line of JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Measurement":
        """Read what `to_json` wrote."""
        return cls(**json.loads(text))

    def with_others(self, others: float | None) -> "Measurement":
        """Return a copy that says how busy others kept the machine."""
        return replace(self, others=others)


class Stopwatch:
    """Adds up seconds by phase."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Add the time inside the block to the phase `name`."""
        start = perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + perf_counter() - start

    @property
    def total(self) -> float:
        """Seconds of all phases."""
        return sum(self.seconds.values())
