"""Models on the command line: where the user's own are, and which one is meant."""

import os
from pathlib import Path

from pp_lang.model_registry import ModelLocation, find_model


def models_folder() -> Path | None:
    """Return the folder that PP_MODELS names; None leaves it to the platform."""
    named = os.environ.get("PP_MODELS")
    return Path(named).expanduser() if named else None


def find_named_model(name: str | None, program_file: Path | None = None) -> ModelLocation:
    """Return the model that is meant; a path may start from the program's folder."""
    base = program_file.parent if program_file is not None else None
    return find_model(name, base, folder=models_folder())
