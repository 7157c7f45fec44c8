"""How much of the machine others used while something was measured."""

import os
import sys
from pathlib import Path

QUIET = 0.05
"""Above this share of the machine in others' hands, measured times say little."""

_STAT = Path("/proc/stat")


class OtherLoad:
    """Reads the machine's processor time and this process' own, twice."""

    def __init__(self) -> None:
        self._before = _read_seconds()

    def share(self) -> float | None:
        """Return the part of all cores that others used since the start; None off Linux."""
        after = _read_seconds()
        if self._before is None or after is None:
            return None
        total, busy, own = (new - old for new, old in zip(after, self._before, strict=True))
        return max(0.0, busy - own) / total if total > 0 else 0.0


def _read_seconds() -> tuple[float, float, float] | None:
    """Return seconds of all cores, those of them not idle, and those of this process."""
    if sys.platform != "linux" or not _STAT.exists():
        return None
    first = _STAT.read_text(encoding="ascii").split("\n", 1)[0]
    ticks = [int(each) for each in first.split()[1:9]]
    per_second = os.sysconf("SC_CLK_TCK")
    total, idle = sum(ticks) / per_second, (ticks[3] + ticks[4]) / per_second
    times = os.times()
    return total, total - idle, times.user + times.system
