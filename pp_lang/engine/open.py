"""Opens models. What is heavy is imported when it is needed."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pp_lang.engine.config import EngineConfig
from pp_lang.engine.engine import Engine
from pp_lang.engine.fake_answers import FakeSettings
from pp_lang.engine.fake_backend import FakeBackend
from pp_lang.engine.language_model import LanguageModel
from pp_lang.engine.opening import Opening, Tuned
from pp_lang.engine.prefix_store import PrefixStore
from pp_lang.engine.processors import count_physical_cores
from pp_lang.engine.tuner import Lab
from pp_lang.errors import InputError

if TYPE_CHECKING:
    from pp_lang.engine.llama_backend import DeviceReport, ModelFile


def open_local_model(
    path: Path | str,
    config: EngineConfig | None = None,
    tuned: Tuned | None = None,
    store: PrefixStore | None = None,
) -> LanguageModel:
    """Return the model in a GGUF file, ready for prompts.

    `tuned` says what of a stored tuning led to the file and the settings; it is kept in the model's
    facts. `store` has the prefixes that were kept of this very file, opened under these very
    settings. Raises `ModelError` when the file is missing, broken or of an unknown architecture.
    """
    from pp_lang.engine.llama_backend import LlamaBackend

    config = config or EngineConfig()
    config = replace(config, threads=config.threads or count_physical_cores())
    return Engine(LlamaBackend(Path(path), config), config, _opening(config, tuned), store)


def _opening(config: EngineConfig, tuned: Tuned | None) -> Opening:
    return Opening(
        threads=config.threads,
        batch_tokens=config.batch_rows,
        flash_attention=config.flash_attention,
        cache_type=config.cache_type or "f16",
        gpu_layers=config.gpu_layers,
        kv_on_device=config.kv_on_device,
        tuned=tuned,
        invariant_width=config.width if config.batch_invariant else None,
        speculate="off" if config.drafting_costs is None else "lookup",
    )


def open_lab(path: Path, config: EngineConfig | None = None) -> Lab:
    """Return the bare backend of a GGUF file, to be measured. Raises `ModelError`."""
    from pp_lang.engine.llama_backend import LlamaBackend

    return LlamaBackend(path, config or EngineConfig(cells=1024))


def convert_model_file(source: Path, target: Path, layout: str, threads: int) -> None:
    """Write a model to `target` in another layout, by llama.cpp's converter.

    Raises `InputError` for a layout that cannot be made, `ModelError` where it fails.
    """
    from pp_lang.engine.llama_layouts import LAYOUTS, convert_layout

    if layout not in LAYOUTS:
        known = ", ".join(LAYOUTS)
        raise InputError(f"There is no layout `{layout}` to convert to", hint=f"Known: {known}.")
    convert_layout(source, target, layout, threads)


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
