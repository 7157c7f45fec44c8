"""How much of the machine others used during a timing: threads that spin suffer from it."""

import os
import sys
import time
from pathlib import Path

_STAT = Path("/proc/stat")
QUIET = 0.05
"""Above this share of the cores in other processes' hands a timing says little."""


class OtherLoad:
    """Reads the CPU time of the machine, of this process and of its children, twice."""

    def __init__(self) -> None:
        self._before = _read_cpu_seconds()

    def share(self) -> float | None:
        """Return what part of all cores others used since the start; None off Linux."""
        after = _read_cpu_seconds()
        if self._before is None or after is None:
            return None
        total, busy, ours = (new - old for new, old in zip(after, self._before, strict=True))
        return max(0.0, busy - ours) / total if total else 0.0


def wait_quiet(patience_s: float) -> None:
    """Wait until others leave the machine alone for a second, but no longer than `patience_s`."""
    end = time.monotonic() + patience_s
    while time.monotonic() < end:
        load = OtherLoad()
        time.sleep(1.0)
        share = load.share()
        if share is None or share <= QUIET:
            return


def _read_cpu_seconds() -> tuple[float, float, float] | None:
    """Return seconds of all cores: in all, not idle, of this process and its ended children."""
    if sys.platform != "linux" or not _STAT.exists():
        return None
    ticks = [int(each) for each in _STAT.read_text("ascii").split("\n", 1)[0].split()[1:9]]
    per_second = os.sysconf("SC_CLK_TCK")
    total, idle = sum(ticks) / per_second, (ticks[3] + ticks[4]) / per_second
    times = os.times()
    ours = times.user + times.system + times.children_user + times.children_system
    return total, total - idle, ours
