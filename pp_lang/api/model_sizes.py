"""How much memory models take, as far as their files say, and how much there is."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pp_lang.engine import EngineConfig

MARGIN_BYTES = 200_000_000
"""What a model takes besides weights and cells: buffers for computing, the vocabulary."""
USUAL_CELLS = 8192
CELL_VALUE_BYTES = {"f16": 2.0, "q8_0": 34 / 32}


def available_bytes() -> int | None:
    """Return the memory that new processes can have; None where the system does not say."""
    if sys.platform != "linux":
        return None
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    found = dict(line.split(":", 1) for line in lines if ":" in line)
    size = found.get("MemAvailable", "").split()
    return int(size[0]) * 1024 if size else None


def estimated_bytes(path: Path, config: "EngineConfig") -> int:
    """Return about how much memory the model at `path` takes, its cells included.

    Raises `ModelError` for a file that is no model.
    """
    from pp_lang.engine import read_model_file

    file = read_model_file(path)
    cells = config.cells or min(file.trained_context or USUAL_CELLS, USUAL_CELLS)
    value_bytes = CELL_VALUE_BYTES[config.cache_type or "f16"]
    cell_bytes = cell_values(dict(file.metadata)) * value_bytes
    return path.stat().st_size + int(cells * cell_bytes) + MARGIN_BYTES


def cell_values(facts: Mapping[str, str]) -> int:
    """Return how many numbers one cell keeps, by the facts in a model's file."""
    kind = facts.get("general.architecture", "unknown")

    def fact(name: str, default: int) -> int:
        text = facts.get(f"{kind}.{name}", "")
        return int(text) if text.isdigit() else default

    heads = max(1, fact("attention.head_count", 1))
    width = fact("embedding_length", 0) // heads
    widths = fact("attention.key_length", width) + fact("attention.value_length", width)
    return fact("block_count", 0) * fact("attention.head_count_kv", heads) * widths
