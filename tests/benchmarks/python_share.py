"""Where the time of a run goes, and Python's own share of it.

`python -m tests.benchmarks.python_share` runs programs at width 16 on an open model and prints the
seconds of each part. Python's own share is all that is neither inside llama.cpp nor inside
llguidance: compiling the program, numpy, waiting for the other thread, everything. `--layout Q8_0`
converts the model first: a faster model leaves the same Python a larger share.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from rich.console import Console
from rich.table import Table

import pp_lang
from pp_lang.engine import LanguageModel
from pp_lang.engine.llama_layouts import convert_layout
from tests.benchmarks.calibration import JUDGE_REVIEWS
from tests.benchmarks.other_load import OtherLoad
from tests.benchmarks.peers.pp_engine import THREADS, open_endless_model, open_model
from tests.benchmarks.programs import ANSWER_QUESTIONS, TRIAGE_REVIEWS
from tests.benchmarks.run import find_default_model
from tests.benchmarks.time_split import COMPILING, LIBRARIES, LOOP, PARTS, TimeSplit
from tests.benchmarks.workloads import SharedContext, TypedRecords, build_workload

DRAWN = "temperature: 0.8, top_k: 40, top_p: 0.95, min_p: 0, max_tokens"


@dataclass(frozen=True, slots=True)
class Task:
    """A program and its inputs."""

    source: str
    inputs: Mapping[str, Any]
    is_endless: bool
    """Whether no token ends an answer, so that all are equally long."""


def build_tasks() -> dict[str, Task]:
    """Return what is measured, by its name."""
    shared, typed = (
        build_workload("shared-713", quick=False),
        build_workload("typed-records", quick=False),
    )
    assert isinstance(shared, SharedContext)
    assert isinstance(typed, TypedRecords)
    asking = ANSWER_QUESTIONS.replace("MAX_TOKENS", str(shared.answer_tokens))
    page = {
        "article": shared.prompts[0].shared,
        "questions": [prompt.data for prompt in shared.prompts],
    }
    reviews = [prompt.data for prompt in typed.prompts]
    judging = TRIAGE_REVIEWS.replace("MAX_TOKENS", str(typed.max_tokens))
    desk = {"instructions": typed.prompts[0].shared, "reviews": reviews}
    many = [f"{reviews[number % len(reviews)]} ({number})" for number in range(200)]
    return {
        "text": Task(asking, page, is_endless=True),
        "records": Task(judging, desk, is_endless=False),
        "closed": Task(JUDGE_REVIEWS, {"reviews": many}, is_endless=False),
        "drawn": Task(asking.replace("max_tokens", DRAWN), page, is_endless=True),
        "drawn records": Task(judging.replace("max_tokens", DRAWN), desk, is_endless=False),
    }


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
    with _in_layout(model, options.layout) as file:
        for name, task in tasks.items():
            Console(width=110).print(measure(f"{name}, {file.name}", task, file, options.repeats))
    return 0


def measure(title: str, task: Task, file: Path, repeats: int) -> Table:
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


def _run(task: Task, file: Path) -> tuple[float, TimeSplit]:
    """Return how long a run took, on a model that has nothing of it in its memory, and its
    parts."""
    opened: LanguageModel = open_endless_model(file) if task.is_endless else open_model(file)
    model = pp_lang.Model(opened)
    warm_up = {
        name: value[:1] if isinstance(value, list) else value[:99]
        for name, value in task.inputs.items()
    }
    pp_lang.compile(task.source).run(warm_up, model=model)
    with TimeSplit() as split:
        began = perf_counter()
        program = pp_lang.compile(task.source)
        split.seconds[COMPILING] += perf_counter() - began
        program.run(task.inputs, model=model)
        seconds = perf_counter() - began
    split.seconds[LOOP] = seconds - sum(split.seconds.values())
    model.close()
    return seconds, split


@contextmanager
def _in_layout(model: Path, layout: str | None) -> Iterator[Path]:
    """Give the model's file, converted for as long as it is used where a layout is named."""
    if layout is None:
        yield model
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{model.stem.split('.')[0]}.{layout}.gguf"
        convert_layout(model, file, layout, THREADS)
        yield file


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.python_share")
    parser.add_argument("--model", type=Path, metavar="FILE.gguf")
    parser.add_argument("--layout", metavar="NAME", help="convert the model first: Q8_0, Q4_0, …")
    parser.add_argument("--only", action="append", default=[], metavar="TASK", help="repeatable")
    parser.add_argument("--repeats", type=int, default=3, metavar="N")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
