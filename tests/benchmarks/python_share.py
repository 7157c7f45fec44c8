"""Where the time of a run goes, and Python's own share of it.

`python -m tests.benchmarks.python_share` runs programs at width 16 on an open model and prints the
seconds of each part. Python's own share is all that is neither inside llama.cpp nor inside
llguidance: compiling the program, numpy, waiting for the other thread, everything. `--layout Q8_0`
converts the model first: a faster model leaves the same Python a larger share.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.table import Table

import pp_lang
from tests.benchmarks.converted import ConvertedModels
from tests.benchmarks.jobs import ModelWork
from tests.benchmarks.other_load import OtherLoad
from tests.benchmarks.peers.pp_engine import open_for
from tests.benchmarks.run import find_default_model
from tests.benchmarks.time_split import COMPILING, LIBRARIES, LOOP, PARTS, TimeSplit
from tests.benchmarks.workloads import MODEL_WORK


@dataclass(frozen=True, slots=True)
class Task:
    """Work of the benchmarks, and what is set for it."""

    workload: str
    settings: dict[str, object] = field(default_factory=dict)


DRAWN: dict[str, object] = {
    "temperature": 0.8, "top_k": 40, "top_p": 0.95, "min_p": 0.0,
}  # fmt: skip
TASKS = {
    "text": Task("shared-713"),
    "records": Task("typed-records"),
    "closed": Task("closed-sets"),
    "drawn": Task("shared-713", DRAWN),
    "drawn-records": Task("typed-records", DRAWN),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what the arguments ask for; 2 where there is no model."""
    options = _parse(arguments)
    model = options.model or find_default_model()
    if model is None:
        Console(stderr=True).print("no model: name one with --model")
        return 2
    models = ConvertedModels(model)  # its files live as long as it does
    file = models.find(options.layout)
    for name in options.only or TASKS:
        try:
            table = measure(name, file, options.repeats, is_quick=options.quick)
        except FileNotFoundError as error:
            Console(stderr=True).print(f"skipped: {name}: there is no {error.filename}")
            continue
        Console(width=110).print(table)
    return 0


def measure(name: str, file: Path, repeats: int, *, is_quick: bool) -> Table:
    """Run a task some times and lay the fastest run out; whatever else the machine does makes runs
    longer and never shorter."""
    task = TASKS[name]
    work = MODEL_WORK[task.workload][is_quick]()
    load = OtherLoad()
    runs = [_run(work, task, file) for _ in range(repeats)]
    seconds, split = min(runs, key=lambda run: run[0])
    table = Table(
        title=f"{name}, {file.name}: {seconds:.2f} s", title_justify="left", title_style="bold"
    )
    table.add_column("part")
    for heading in ("s", "share", "at work, s"):
        table.add_column(heading, justify="right")
    for part in PARTS:
        spent, busy = split.seconds[part], split.busy.get(part)
        at_work = "" if busy is None else f"{busy:.4f}"
        table.add_row(part, f"{spent:.4f}", f"{spent / seconds:.2%}", at_work)
        if part == LIBRARIES[-1]:
            table.add_section()
    table.add_section()
    shares = ", ".join(f"{split.share(total):.2%}" for total, split in runs)
    table.add_row("Python's own share", f"{split.share(seconds) * seconds:.4f}", shares)
    table.add_row("others used of all cores", "", f"{load.share() or 0.0:.0%}")
    return table


def _run(work: ModelWork, task: Task, file: Path) -> tuple[float, TimeSplit]:
    """Return how long a run took, on a model that has nothing of it in its memory, and its
    parts."""
    model = pp_lang.Model(open_for(file, work))
    options = pp_lang.RunOptions(settings=task.settings)
    pp_lang.compile(work.program).run(dict(work.warm_up), options=options, model=model)
    with TimeSplit() as split:
        began = perf_counter()
        program = pp_lang.compile(work.program)
        split.seconds[COMPILING] += perf_counter() - began
        program.run(dict(work.inputs), options=options, model=model)
        seconds = perf_counter() - began
    split.seconds[LOOP] = seconds - sum(split.seconds.values())
    model.close()
    return seconds, split


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.python_share")
    parser.add_argument("--model", type=Path, metavar="FILE.gguf")
    parser.add_argument("--layout", metavar="NAME", help="convert the model first: Q8_0, Q4_0, …")
    parser.add_argument("--only", action="append", choices=TASKS, help="repeatable")
    parser.add_argument("--quick", action="store_true", help="small: shows that all works")
    parser.add_argument("--repeats", type=int, default=3, metavar="N")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
