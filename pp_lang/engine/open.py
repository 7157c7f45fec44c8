"""Opens models. What is heavy is imported when it is needed."""

from pathlib import Path
from typing import TYPE_CHECKING

from pp_lang.engine.config import EngineConfig
from pp_lang.engine.engine import Engine
from pp_lang.engine.fake_answers import FakeSettings
from pp_lang.engine.fake_backend import FakeBackend
from pp_lang.engine.language_model import LanguageModel

if TYPE_CHECKING:
    from pp_lang.engine.llama_backend import DeviceReport, ModelFile


def open_local_model(path: Path | str, config: EngineConfig | None = None) -> LanguageModel:
    """Return the model in a GGUF file, ready for prompts.

    Raises `ModelError` when the file is missing, broken or of an unknown architecture.
    """
    from pp_lang.engine.llama_backend import LlamaBackend

    config = config or EngineConfig()
    return Engine(LlamaBackend(Path(path), config), config)


def open_fake_model(
    settings: FakeSettings | None = None, config: EngineConfig | None = None
) -> LanguageModel:
    """Return the pretend model, which answers from a script or makes words up."""
    config = config or EngineConfig()
    return Engine(FakeBackend(settings, config), config)


def read_model_file(path: Path) -> "ModelFile":
    """Return a model file's own facts without loading its weights. Raises `ModelError`."""
    from pp_lang.engine.llama_backend import read_model_info

    return read_model_info(path)


def read_device_report() -> "DeviceReport":
    """Return what the installed build of llama.cpp can do. Raises what loading it raises."""
    from pp_lang.engine.llama_backend import device_report

    return device_report()
