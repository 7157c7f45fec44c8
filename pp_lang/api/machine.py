"""The machine that a measurement was made on."""

import hashlib
import os
import platform
from dataclasses import astuple, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Machine:
    """What the speed of a model depends on, besides its file and its settings."""

    processor: str
    physical_cores: int
    """Those that the process may use."""
    logical_cores: int
    llama_cpp: str
    """The version of its binding."""
    features: str
    """What this build of llama.cpp uses of the machine."""

    @property
    def key(self) -> str:
        """A short name for all of this."""
        text = "\0".join(map(str, astuple(self)))
        return hashlib.sha256(text.encode()).hexdigest()[:8]


def read_machine() -> Machine:
    """Return the machine that this process runs on. Raises what loading llama.cpp raises."""
    from pp_lang.engine import read_device_report

    report = read_device_report()
    return Machine(
        processor=_processor(),
        physical_cores=report.physical_cores,
        logical_cores=os.cpu_count() or 1,
        llama_cpp=report.binding_version,
        features=report.system_info,
    )


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:  # not on Linux
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in text.splitlines() if "model name" in line)
    return next(names, platform.machine())
