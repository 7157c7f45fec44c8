"""Settings of a run."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pp_lang.engine import EngineConfig
    from pp_lang.journal import Journal
    from pp_lang.runtime import RunEvent


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How a program runs; the inputs say what it runs on."""

    seed: int = 0
    """Where all seeds of the run come from: the same seed gives the same draws."""
    settings: Mapping[str, object] = field(default_factory=dict)
    """Options laid over all that the program sets, such as `{"temperature": 0.7}`."""
    window: int | None = None
    """Items of a map in flight at a time; None lets the model's width decide."""
    engine: "EngineConfig | None" = None
    """How models are opened that the program says nothing about."""
    exact: bool = False
    """Whether each model answers as its own file says: no converted copy of it is used, and records
    keep the names of their fields."""
    batch_invariant: bool = False
    """Whether each answer's bytes depend on its own request alone, not on what else runs. Slower:
    mostly one answer at a time."""
    warm: bool = False
    """Whether prefixes that are read are kept in the user's cache folder, and found there again by
    later runs. The answers are the same."""
    memory_gb: float | None = None
    """Gigabytes that the program's models may take together; where not all fit, those that are idle
    close and open again. None takes what the machine has free."""
    models_folder: Path | None = None
    """Folder with GGUF files that can be named; None is the platform's place for them."""
    on_event: "Callable[[RunEvent], None] | None" = None
    """Called with each event, in the thread that runs the program."""
    deltas: bool = False
    """Whether `on_event` is told of answers piece by piece. `stream` and `astream` always tell."""
    journal: "Journal | None" = None
    """Keeps what the run hears and gives back what it heard before; its opener closes it."""
