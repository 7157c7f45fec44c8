"""The short look at a model that a first run takes."""

import os
from pathlib import Path

from pp_lang.api import PROBE_S, TuningStore, probe_model
from pp_lang.cli.console import note
from pp_lang.cli.models import find_named_model
from pp_lang.cli.read_settings import Settings
from pp_lang.engine import EngineConfig

OFF = "0"
"""What `PP_PROBE` says where models shall not be measured unasked."""


def main_model(named: str | None, settings: Settings) -> str | None:
    """Return the name of the run's own model; None is the embedded one."""
    set_to = settings.options.get("model")
    return named or (set_to if isinstance(set_to, str) else None)


def probe_once(name: str | None, file: Path, settings: Settings, is_exact: bool) -> None:
    """Measure the run's own model where nothing is known of it yet, and say so."""
    if os.environ.get("PP_PROBE") == OFF or "max_width" in settings.engine:
        return
    path = find_named_model(name, file).path
    if path is None:
        return
    found = probe_model(path, TuningStore(), EngineConfig(**settings.engine), exact=is_exact)
    if found is not None:
        note(
            f"{path.name}: measured for {PROBE_S:.0f} s and kept: {found.tuning.chosen.max_width} "
            "answers side by side (`pp tune` measures more)"
        )
