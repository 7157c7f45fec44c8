"""What a warm start saves, what keeping costs, and what independent answers cost.

`python -m tests.benchmarks.warm_start` runs a program cold without keeping anything, cold with
keeping, warm, and with independent answers, in turn. Each run has its model opened anew. The
medians are printed, with the tokens that were read and restored, and whether the answers are the
same.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from rich.console import Console
from rich.table import Table

import pp_lang
from pp_lang.api.prefix_folder import PrefixFolder
from pp_lang.engine import EngineConfig, open_local_model
from tests.benchmarks.jobs import ModelWork
from tests.benchmarks.other_load import OtherLoad
from tests.benchmarks.run import find_default_model
from tests.benchmarks.workloads import MODEL_WORK

WAYS = ("cold, nothing kept", "cold, kept", "warm", "independent answers")
_MOST_BYTES = 2_000_000_000


@dataclass(frozen=True, slots=True)
class _Run:
    seconds: float
    num_read: int
    num_restored: int
    answers: Any


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 2 where there is no model."""
    options = _parse(arguments)
    model = options.model or find_default_model()
    if model is None:
        Console(stderr=True).print("no model: name one with --model")
        return 2
    work = MODEL_WORK[options.workload][options.quick]()
    load = OtherLoad()
    runs: dict[str, list[_Run]] = {way: [] for way in WAYS}
    for _ in range(options.repeats):
        with tempfile.TemporaryDirectory() as folder:
            for way in WAYS:
                runs[way].append(_run(way, work, model, Path(folder)))
    table = _lay_out(runs)
    table.title = f"{options.workload}, {model.name}; others used {load.share() or 0.0:.0%}"
    Console(width=110).print(table)
    return 0


def _run(way: str, work: ModelWork, path: Path, folder: Path) -> _Run:
    config = EngineConfig(threads=2, batch_invariant=way == WAYS[3])
    store = None
    if way in WAYS[1:3]:
        store = PrefixFolder(folder, _MOST_BYTES).of_model(path, config)
    model = open_local_model(path, config, store=store)
    shared = pp_lang.Model(model)
    program = pp_lang.compile(work.program)
    program.run(dict(work.warm_up), model=shared)
    before = model.statistics()
    began = perf_counter()
    result = program.run(dict(work.inputs), model=shared)
    seconds = perf_counter() - began
    after = model.statistics()
    shared.close()
    return _Run(
        seconds,
        after.prefilled_tokens - before.prefilled_tokens,
        after.restored_tokens - before.restored_tokens,
        result.answers,
    )


def _lay_out(runs: dict[str, list[_Run]]) -> Table:
    cold = runs[WAYS[0]]
    table = Table(
        "", "s", "times cold", "read", "restored", "answers as cold", title_justify="left"
    )
    for way, found in runs.items():
        seconds = median(one.seconds for one in found)
        is_same = all(one.answers == cold[0].answers for one in found)
        table.add_row(
            way,
            f"{seconds:.2f}",
            f"{seconds / median(one.seconds for one in cold):.2f}",
            f"{found[0].num_read:,}",
            f"{found[0].num_restored:,}",
            "yes" if is_same else "no",
        )
    return table


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.warm_start")
    parser.add_argument("--model", type=Path, metavar="FILE.gguf")
    parser.add_argument("--workload", choices=MODEL_WORK, default="shared-713")
    parser.add_argument("--quick", action="store_true", help="small: shows that all works")
    parser.add_argument("--repeats", type=int, default=3, metavar="N")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
