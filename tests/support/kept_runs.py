"""Runs that are kept, on the pretend model, in short."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pp_lang
from pp_lang.api import Program, RunOptions
from pp_lang.journal import RunFacts, Runs

FACTS = RunFacts("p.pp", "main", "", {}, "fake", (), 0, False, False, "", "")

MAP = '''
template about(x: text) -> text { max_tokens: 12 } """
  About {{ x }}:
"""
program main(xs: list[text]) { return map x in xs: about(x) }
'''


@dataclass(frozen=True)
class Session:
    """What one session of a run gave, and how many answers it took from where."""

    value: Any
    num_given: int
    num_noted: int


def compile_main(text: str, **externs: Callable[..., object]) -> Program[Any]:
    return pp_lang.compile(text, program="main", externs=externs or None)


def go_on(
    runs: Runs,
    program: Program[Any],
    inputs: dict[str, Any],
    options: RunOptions | None = None,
    model: Any = "fake",
) -> Session:
    """Run with what the newest run in the folder kept, or begin one."""
    known = list(runs.all())
    journal = runs.resume(known[0].id) if known else runs.begin(FACTS)
    try:
        run_options = replace(options or RunOptions(), journal=journal)
        value = program.run(inputs, model=model, options=run_options)
        journal.end("finished")
    finally:
        journal.close()
    return Session(value, journal.num_given, journal.num_noted)


def journal_of(runs: Runs) -> Path:
    """Return the file of the only run in a folder."""
    (path,) = runs.folder.glob("*/journal.sqlite")
    return path
