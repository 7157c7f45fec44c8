"""What the command line says about keeping a run."""

from dataclasses import dataclass
from pathlib import Path

NEWEST = "newest"
"""What `--resume` stands for where it names no run."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """Whether and where a run is kept, and which one is gone on with."""

    folder: Path | None = None
    is_off: bool = False
    is_synced: bool = False
    resumed: str | None = None
    """The run to go on with, `NEWEST` for the newest that is not finished; None for a new run."""
