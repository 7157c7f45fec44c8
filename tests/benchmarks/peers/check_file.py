"""A file without mistakes, checked by the command and again as an editor does after an edit."""

import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from tests.benchmarks.measurement import Measurement
from tests.benchmarks.workloads.tools import LongFile

_EDITS = 5


def measure_cold(workload: LongFile, model: Path) -> Measurement:
    """Time `pp check` as a process of its own; the grammar's tables are there from a run before."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "long.pp"
        file.write_text(workload.text, encoding="utf-8")
        command = [sys.executable, "-m", "pp_lang", "check", str(file)]
        subprocess.run(command, check=True, capture_output=True)
        start = perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return Measurement(seconds=perf_counter() - start)


def measure_again(workload: LongFile, model: Path) -> Measurement:
    """Time the check of a text of which one declaration has changed since the check before."""
    from pp_lang.tools import check

    check(workload.text)
    texts = [workload.text.replace("support desk", f"desk {number}", 1) for number in range(_EDITS)]
    start = perf_counter()
    for text in texts:
        check(text)
    return Measurement(seconds=(perf_counter() - start) / _EDITS)
