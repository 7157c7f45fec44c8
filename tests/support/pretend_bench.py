"""A bench for pretend model files: a file's text says its layout."""

from pathlib import Path

from pp_lang.api.bench import Bench
from pp_lang.api.machine import Machine
from pp_lang.api.other_load import OtherLoad
from pp_lang.engine import EngineConfig, Lab, Rows
from pp_lang.engine.backend import FloatArray
from pp_lang.errors import ModelError
from tests.support.timed_lab import Clock, TimedLab

HERE = Machine("a processor", 2, 4, "0.0.1", "none")
SPEED = {"source": 1.0, "Q8_0": 0.5, "Q4_0": 0.4}
"""Seconds of a step, to those of the source."""
BLUR = {"source": 1.0, "Q8_0": 0.999, "Q4_0": 0.5}
"""How much of each logit is left."""


class LayoutLab(TimedLab):
    """A model in some layout, faster and less sure of itself than its source."""

    def __init__(self, clock: Clock, layout: str) -> None:
        super().__init__(clock, lambda _, rows, __: SPEED[layout] * (0.002 + 0.001 * rows))
        self._blur = BLUR[layout]

    def decode(self, rows: Rows) -> FloatArray:
        return super().decode(rows) * self._blur


class FixedLoad(OtherLoad):
    """Others use a fixed part of the machine."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share

    def share(self) -> float:
        return self._share


def write_model(path: Path, layout: str = "source") -> Path:
    """Write a pretend model file and return its path."""
    path.write_bytes(b"GGUF" + layout.encode())
    return path


def pretend_bench(load: float = 0.0) -> Bench:
    """Return a bench on which time is work alone, and others use a part of the machine."""
    clock = Clock()

    def open_lab(path: Path, _: EngineConfig) -> Lab:
        return LayoutLab(clock, path.read_bytes()[4:].decode())

    def convert(source: Path, target: Path, layout: str, _: int) -> None:
        assert source.read_bytes().startswith(b"GGUF")
        if layout not in SPEED:
            raise ModelError(f"{source}: cannot be converted to {layout}")
        write_model(target, layout)

    return Bench(open_lab, convert, clock, lambda: FixedLoad(load))
