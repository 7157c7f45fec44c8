"""Measures one peer on one workload in this process, and writes the JSON that `run` reads."""

import argparse
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.peers.peer import read_peak_mib
from tests.benchmarks.registry import find_peer
from tests.benchmarks.workloads import build_workload


def main() -> None:
    """Measure, and write the measurement to a file (libraries may write to the terminal)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workload")
    parser.add_argument("peer")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    workload = build_workload(options.workload, quick=options.quick)
    measure = find_peer(options.workload, options.peer).load()
    measurement = replace(measure(workload, options.model), peak_mib=read_peak_mib())
    options.out.write_text(measurement.to_json(), encoding="utf-8")


if __name__ == "__main__":
    main()
