"""Where the time of a run goes, and Python's own share of it.

`python -m tests.benchmarks.python_share` runs programs at width 16 on an open model and prints the
seconds of each part. Python's own share is all that is neither inside llama.cpp nor inside
llguidance: compiling the program, numpy, waiting for the other thread, everything. `--layout Q8_0`
converts the model first: a faster model leaves the same Python a larger share.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
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

DRAWN = "temperature: 0.8, top_k: 40, top_p: 0.95, min_p: 0, max_tokens"


def build_tasks() -> dict[str, ModelWork]:
    """Return what is measured, by its name."""
    text, records, closed = (
        MODEL_WORK[name][0]() for name in ("shared-713", "typed-records", "closed-sets")
    )
    return {
        "text": text,
        "records": records,
        "closed": closed,
        "drawn": _draw(text),
        "drawn records": _draw(records),
    }


def _draw(work: ModelWork) -> ModelWork:
    return replace(work, program=work.program.replace("max_tokens", DRAWN))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what the arguments ask for; 2 where there is no model."""
    options = _parse(arguments)
    model = options.model or find_default_model()
    if model is None:
        Console(stderr=True).print("no model: name one with --model")
        return 2
    tasks = {
        name: task
        for name, task in build_tasks().items()
        if not options.only or name in options.only
    }
    file = ConvertedModels(model).find(options.layout)
    for name, task in tasks.items():
        Console(width=110).print(measure(f"{name}, {file.name}", task, file, options.repeats))
    return 0


def measure(title: str, task: ModelWork, file: Path, repeats: int) -> Table:
    """Run a task some times and lay the fastest run out; whatever else the machine does makes runs
    longer and never shorter."""
    load = OtherLoad()
    runs = [_run(task, file) for _ in range(repeats)]
    seconds, split = min(runs, key=lambda run: run[0])
    table = Table(title=f"{title}: {seconds:.2f} s", title_justify="left", title_style="bold")
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


def _run(task: ModelWork, file: Path) -> tuple[float, TimeSplit]:
    """Return how long a run took, on a model that has nothing of it in its memory, and its
    parts."""
    model = pp_lang.Model(open_for(file, task))
    pp_lang.compile(task.program).run(task.warm_up, model=model)
    with TimeSplit() as split:
        began = perf_counter()
        program = pp_lang.compile(task.program)
        split.seconds[COMPILING] += perf_counter() - began
        program.run(task.inputs, model=model)
        seconds = perf_counter() - began
    split.seconds[LOOP] = seconds - sum(split.seconds.values())
    model.close()
    return seconds, split


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.python_share")
    parser.add_argument("--model", type=Path, metavar="FILE.gguf")
    parser.add_argument("--layout", metavar="NAME", help="convert the model first: Q8_0, Q4_0, …")
    parser.add_argument("--only", action="append", default=[], metavar="TASK", help="repeatable")
    parser.add_argument("--repeats", type=int, default=3, metavar="N")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
