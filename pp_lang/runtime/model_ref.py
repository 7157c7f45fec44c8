"""Models as a program names them."""

from dataclasses import dataclass

from pp_lang.engine import EngineConfig


@dataclass(frozen=True, slots=True)
class ModelRef:
    """A model and how it is opened; equal ones are opened once."""

    location: str | None
    """A known name or the path of a GGUF file; None is the run's own model."""
    config: EngineConfig | None = None
    """None leaves it to the opener."""

    @property
    def sort_key(self) -> tuple[str, str]:
        """Fixes the order in which models are stepped."""
        return self.location or "", repr(self.config)
