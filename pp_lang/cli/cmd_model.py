"""`pp model list` and `pp model show`."""

import hashlib
import json
from pathlib import Path
from typing import Any

from pp_lang.cli.console import ExitCode, out
from pp_lang.cli.models import find_named_model, models_folder
from pp_lang.model_registry import (
    EMBEDDED,
    INSTALL_EMBEDDED,
    ModelLocation,
    default_models_folder,
    list_models,
)

_SHOWN_KEYS = {
    "title": "general.name",
    "license": "general.license",
    "quantised_by": "general.quantized_by",
}
_FILE_TYPES = dict(
    zip(
        (0, 1, 2, 3, 7, 8, 9, *range(10, 33)),
        (
            *("F32", "F16", "Q4_0", "Q4_1", "Q8_0", "Q5_0", "Q5_1", "Q2_K", "Q3_K_S", "Q3_K_M"),
            *("Q3_K_L", "Q4_K_S", "Q4_K_M", "Q5_K_S", "Q5_K_M", "Q6_K", "IQ2_XXS", "IQ2_XS"),
            *("Q2_K_S", "IQ3_XS", "IQ3_XXS", "IQ1_S", "IQ4_NL", "IQ3_S", "IQ3_M", "IQ2_S"),
            *("IQ2_M", "IQ4_XS", "IQ1_M", "BF16"),
        ),
        strict=True,
    )
)
"""`general.file_type` of GGUF, in llama.cpp's numbering."""


def list_command(*, as_json: bool) -> int:
    """Print the models that have a name."""
    models = list_models(models_folder())
    if as_json:
        out(json.dumps([_listed(model) for model in models], ensure_ascii=False, indent=2))
        return ExitCode.OK
    width = max(len(model.name) for model in models)
    for model in models:
        default = " (default)" if model.name == EMBEDDED else ""
        out(f"{model.name:<{width}}  {_where(model)}{default}")
    out(f"\nYour own models: .gguf files in {models_folder() or default_models_folder()}")
    return ExitCode.OK


def show_command(name: str | None, *, as_json: bool, with_hash: bool) -> int:
    """Print the facts of one model, read without loading its weights."""
    location = find_named_model(name)
    facts = _facts(location)
    if with_hash and location.path is not None:
        facts["sha256"] = _sha256(location.path)
    if as_json:
        out(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        width = max(map(len, facts))
        for key, value in facts.items():
            label = "size" if key == "size_bytes" else key.replace("_", " ")
            out(f"{label:<{width}}  {_shown(key, value)}")
    return ExitCode.OK


def _listed(model: ModelLocation) -> dict[str, Any]:  # Any: a JSON object
    return {
        "name": model.name,
        "path": str(model.path) if model.path else None,
        "is_fake": model.is_fake,
        "is_available": model.is_available,
        "size_bytes": model.path.stat().st_size if model.path else None,
    }


def _where(model: ModelLocation) -> str:
    if model.is_fake:
        return "a pretend model for tests: its answers mean nothing"
    if model.path is None:
        return f"not installed: {INSTALL_EMBEDDED}"
    return f"{_size(model.path.stat().st_size):>9}  {model.path.name}"


def _facts(location: ModelLocation) -> dict[str, Any]:  # Any: a JSON object
    if location.path is None:
        return {
            "name": location.name,
            "kind": "a pretend model for tests: its answers mean nothing",
        }
    from pp_lang.engine import read_model_file

    file = read_model_file(location.path)
    metadata = dict(file.metadata)
    facts: dict[str, Any] = {
        "name": location.name,
        "file": str(location.path),
        "architecture": metadata.get("general.architecture", "unknown"),
        "quantisation": _quantisation(metadata.get("general.file_type", "")),
        "parameters": file.parameters,
        "size_bytes": file.size_bytes,
        "trained_context": file.trained_context,
        "vocabulary": file.vocabulary,
        "has_chat_template": file.chat_template is not None,
    }
    return facts | {name: metadata[key] for name, key in _SHOWN_KEYS.items() if metadata.get(key)}


def _quantisation(file_type: str) -> str:
    return _FILE_TYPES.get(int(file_type), file_type) if file_type.isdigit() else "unknown"


def _shown(key: str, value: object) -> str:
    if key == "size_bytes" and isinstance(value, int):
        return f"{_size(value)} ({value:,} bytes)"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _size(count: int) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{count / 1e6:.1f} MB"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
