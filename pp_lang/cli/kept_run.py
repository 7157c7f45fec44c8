"""How `pp run` keeps a run: where, what is said when it ends, and how it is gone on with."""

import os
import shlex
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from pp_lang.cli.console import OutputError, exit_code_of, note, show_error
from pp_lang.cli.keeping import NEWEST, Keeping
from pp_lang.errors import InputError, PPError
from pp_lang.journal import Journal, KeptRun, RunFacts, Runs

FOLDER = Path(".pp/runs")


def runs_folder(folder: Path | None) -> Path:
    """Return the folder for runs: the one named, that of `PP_RUNS`, or `.pp/runs` here."""
    return folder or Path(os.environ.get("PP_RUNS") or FOLDER)


def find_resumed(keeping: Keeping, file: Path | None) -> KeptRun:
    """Return the run that is meant. Raises `InputError` where there is none to go on with."""
    runs = Runs(runs_folder(keeping.folder))
    assert keeping.resumed is not None, "asked only where a run is to be resumed"
    if keeping.resumed != NEWEST:
        return runs.show(keeping.resumed)
    for run in runs.all():
        if not run.is_finished and (file is None or _is_same(Path(run.facts.file), file)):
            return run
    of = f" of {file}" if file is not None else ""
    raise InputError(f"no unfinished run{of} in {runs.folder}", hint="See `pp runs list`.")


def _is_same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def tell_changes(before: RunFacts, now: RunFacts) -> None:
    """Say on stderr what is not as it was when the run began."""
    changes = []
    if before.source_hash != now.source_hash:
        changes.append(Path(now.file).name)
    if before.program != now.program:
        changes.append("the program")
    names = sorted({*before.inputs, *now.inputs})
    if before.program == now.program:
        changed = [one for one in names if before.inputs.get(one) != now.inputs.get(one)]
        changes += [f"the input `{one}`" for one in changed]
    changes += ["the model"] if before.model != now.model else []
    changes += ["a setting"] if before.settings != now.settings else []
    changes += ["the seed"] if before.seed != now.seed else []
    if changes:
        note(f"Changed since the run began: {', '.join(changes)}. What depends on it is run again.")


@contextmanager
def keep(keeping: Keeping, facts: RunFacts, grants: Sequence[str]) -> Iterator[Journal | None]:
    """Keep the run inside; None where that is not wanted.

    Where the run does not end well, say on stderr how to go on with it; it needs `grants` again.
    """
    if keeping.is_off:
        yield None
        return
    runs = Runs(runs_folder(keeping.folder))
    journal = _open(runs, keeping, facts)
    try:
        yield journal
    except BaseException as error:
        if not _end_badly(runs, journal, error) or isinstance(error, BrokenPipeError):
            raise  # a reader that has had enough wants nothing more
        words = f"{_kept_words(journal)} Go on with: {_command(journal, keeping, grants)}"
        if not isinstance(error, PPError) or isinstance(error, OutputError):
            note(words)
            raise
        show_error(error)
        note(words)
        raise click.exceptions.Exit(exit_code_of(error)) from error
    try:
        journal.end("finished")
    except PPError as error:  # the result is there, so nothing is lost
        note(f"warning: {error.message}")
    if not journal.has_kept:
        runs.discard(journal)


def _open(runs: Runs, keeping: Keeping, facts: RunFacts) -> Journal:
    if keeping.resumed is not None:
        return runs.resume(keeping.resumed, facts, is_synced=keeping.is_synced)
    journal = runs.begin(facts, is_synced=keeping.is_synced)
    runs.prune()
    return journal


def _end_badly(runs: Runs, journal: Journal, error: BaseException) -> bool:
    """Close the journal; return whether there is anything to go on from."""
    outcome = "failed" if isinstance(error, PPError) else "interrupted"
    try:
        journal.end(outcome)
    except PPError as failure:
        if failure.message != getattr(error, "message", None):
            note(f"warning: {failure.message}")
    if not journal.has_kept:
        runs.discard(journal)
    return journal.has_kept


def _kept_words(journal: Journal) -> str:
    count = journal.num_kept + journal.num_noted
    return "1 result is kept." if count == 1 else f"{count:,} results are kept."


def _command(journal: Journal, keeping: Keeping, grants: Sequence[str]) -> str:
    words = ["pp", "run", "--resume", journal.id]
    if keeping.folder is not None:
        words += ["--runs", str(keeping.folder)]
    for grant in grants:
        words += ["--allow", grant]
    return shlex.join(words)
