"""How a model is opened, by what was found of it before."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pp_lang.api.machine import Machine, read_machine
from pp_lang.api.model_file import is_untouched
from pp_lang.api.shelf import Shelf
from pp_lang.errors import ModelError
from pp_lang.user_folders import cache_folder

if TYPE_CHECKING:
    from pp_lang.api.stored_tuning import Conversion
    from pp_lang.engine import EngineConfig, Tuned


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """The file and the settings that a model is opened with."""

    path: Path
    config: "EngineConfig"
    tuned: "Tuned | None"
    """What of this came from a stored tuning."""


class TuningStore:
    """All that `pp tune` keeps, for one machine."""

    def __init__(
        self, folder: Path | None = None, machine: Callable[[], Machine] = read_machine
    ) -> None:
        """`folder` need not exist; None is the platform's place."""
        from pp_lang.api.stored_tuning import (
            CONVERSION_VERSION,
            TUNING_VERSION,
            StoredConversion,
            StoredTuning,
        )

        self.folder = folder or cache_folder()
        self.machine = machine
        self.tunings: Shelf[StoredTuning] = Shelf(
            self.folder / "tunings", StoredTuning, TUNING_VERSION, machine
        )
        self.conversions: Shelf[StoredConversion] = Shelf(
            self.folder / "conversions", StoredConversion, CONVERSION_VERSION, machine
        )

    @property
    def layouts_folder(self) -> Path:
        """Where converted files are."""
        return self.folder / "layouts"

    def choose(self, path: Path, config: "EngineConfig", *, exact: bool) -> ModelChoice:
        """Return how the model at `path` is opened.

        What `config` sets stays. A converted file is used where one was made and is still what it
        was, unless `exact`.
        """
        from pp_lang.engine import Tuned

        try:
            conversion = None if exact else self._conversion(path, config.gpu_layers)
            used = Path(conversion.file.path) if conversion else path
            tuning = own_tuning = self.tunings.find(used, config.gpu_layers)
            if tuning is None and conversion:
                tuning = self.tunings.find(path, config.gpu_layers)
        except ModelError:  # the file cannot be read, which opening it will tell
            return ModelChoice(path, config, None)
        if tuning is not None:
            chosen = tuning.tuning.chosen
            filled = config.filled_from(chosen.config())
            if own_tuning is None or not chosen.is_measured_for(filled):
                filled = replace(
                    filled,
                    invariant_width=config.invariant_width,
                    step_costs=config.step_costs,
                )
            config = filled
        if tuning is None and conversion is None:
            return ModelChoice(path, config, None)
        tuned = Tuned(
            tuning.id if tuning else None,
            conversion.layout if conversion else None,
            conversion.loss if conversion else 0.0,
        )
        return ModelChoice(used, config, tuned)

    def _conversion(self, path: Path, gpu_layers: int) -> "Conversion | None":
        stored = self.conversions.find(path, gpu_layers)
        chosen = stored.chosen if stored else None
        return chosen if chosen and _is_usable(chosen) else None


def _is_usable(conversion: "Conversion") -> bool:
    """Return whether the converted file is there as it was made."""
    try:
        return is_untouched(conversion.file, Path(conversion.file.path))
    except OSError:
        return False
