"""What measuring needs of the world around it, so that it can be tried on pretend models."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pp_lang.api.other_load import OtherLoad
from pp_lang.errors import ModelError

if TYPE_CHECKING:
    from pp_lang.engine import EngineConfig, Lab

BUSY = 0.25
"""With more of the machine in others' hands, a measurement may choose what is slow when they have
gone."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Where models are measured."""

    open_lab: "Callable[[Path, EngineConfig], Lab]"
    """Opens a file. Raises `ModelError`."""
    convert: Callable[[Path, Path, str, int], None]
    """Writes a source to a target in a layout, with so many threads. Raises `ModelError`."""
    clock: Callable[[], float] = time.perf_counter
    start_load: Callable[[], OtherLoad] = OtherLoad
    """Begins to watch what others use of the machine."""


def local_bench() -> Bench:
    """Return this machine with llama.cpp."""
    from pp_lang.engine import convert_model_file, open_lab

    return Bench(open_lab, convert_model_file)


def verify_quiet(load: float | None, *, accepts_busy: bool) -> None:
    """Raise `ModelError` where others used so much of the machine that figures mislead."""
    if load is not None and load > BUSY and not accepts_busy:
        raise ModelError(
            f"others used {load:.0%} of the machine while it was measured, so nothing was kept",
            hint="Measure again when the machine is quiet, or keep what is found with --busy.",
        )
