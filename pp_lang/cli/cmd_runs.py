"""`pp runs list`, `pp runs show` and `pp runs remove`."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pp_lang.cli.console import ExitCode, note, out
from pp_lang.cli.kept_run import runs_folder
from pp_lang.journal import KeptRun, Runs


def list_command(folder: Path | None, *, as_json: bool) -> int:
    """Print a line for each run."""
    runs = Runs(runs_folder(folder))
    found = list(runs.all())
    if as_json:
        out(json.dumps([_listed(run) for run in found], ensure_ascii=False, indent=2))
        return ExitCode.OK
    for run in found:
        name = f"{Path(run.facts.file).name} {run.facts.program}"
        out(f"{run.id}  {run.state:<11}  {run.num_answers:>9,} answers  {name}")
    if not found:
        note(f"No runs are kept in {runs.folder}.")
    return ExitCode.OK


def show_command(run_id: str, folder: Path | None, *, as_json: bool) -> int:
    """Print the facts of one run."""
    runs = Runs(runs_folder(folder))
    run = runs.show(run_id)
    if as_json:
        shown = {**_listed(run), **asdict(run.facts), "answers": list(runs.answers(run_id))}
        out(json.dumps(shown, ensure_ascii=False, indent=2))
        return ExitCode.OK
    facts = {
        "run": run.id,
        "state": run.state,
        "file": run.facts.file,
        "program": run.facts.program,
        "model": run.facts.model or "the program's own",
        "settings": " ".join(run.facts.settings) or "none",
        "seed": str(run.facts.seed),
        "answers": f"{run.num_answers:,}",
        "calls": f"{run.num_calls:,}",
        "pp": run.facts.version,
        "folder": str(run.folder),
    }
    for name, value in facts.items():
        out(f"{name:<9} {value}")
    return ExitCode.OK


def remove_command(run_ids: Sequence[str], folder: Path | None) -> int:
    """Delete runs."""
    runs = Runs(runs_folder(folder))
    for run_id in run_ids:
        runs.remove(run_id)
        note(f"{run_id}: removed")
    return ExitCode.OK


def _listed(run: KeptRun) -> dict[str, Any]:
    return {
        "run": run.id,
        "state": run.state,
        "file": run.facts.file,
        "program": run.facts.program,
        "num_answers": run.num_answers,
        "num_calls": run.num_calls,
    }
