"""How many processors are worth a thread each."""

import os
from pathlib import Path


def count_physical_cores() -> int:
    """Return the physical cores among the processors that this process may use."""
    try:
        allowed = sorted(os.sched_getaffinity(0))
    except AttributeError:  # not on Linux
        return max(1, (os.cpu_count() or 1) // 2)
    cores = {_core_of(processor) for processor in allowed}
    return max(1, len(cores))


def _core_of(processor: int) -> str:
    """Name the core of a logical processor by its siblings; alone where the system does not say."""
    path = Path(f"/sys/devices/system/cpu/cpu{processor}/topology/thread_siblings_list")
    try:
        return path.read_text(encoding="ascii").strip()
    except OSError:
        return str(processor)
