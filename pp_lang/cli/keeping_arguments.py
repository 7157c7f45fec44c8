"""The options of `pp run` about keeping a run."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from pp_lang.cli.keeping import NEWEST, Keeping

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--resume",
        is_flag=False,
        flag_value=NEWEST,
        metavar="[ID]",
        help="Go on with an earlier run: the one called ID, or the newest that did not finish. "
        "What is not given again is as it was.",
    ),
    click.option(
        "--runs",
        "runs_folder",
        type=click.Path(path_type=Path),
        metavar="FOLDER",
        help="Where runs are kept; default .pp/runs.",
    ),
    click.option("--sync", is_flag=True, help="Make each answer durable on its own."),
    click.option("--no-journal", is_flag=True, help="Keep nothing of this run."),
)


def keeping_options(command: F) -> F:
    """Add the options to a command; `read_keeping` reads them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def read_keeping(
    file: Path | None,
    program: str | None,
    *,
    resume: str | None,
    runs_folder: Path | None,
    sync: bool,
    no_journal: bool,
) -> tuple[Path | None, str | None, Keeping]:
    """Return the file and the program that are meant, and how the run is kept.

    `--resume FILE` means the newest run of FILE, though click takes FILE for the option's value.
    """
    if no_journal and (resume is not None or sync):
        raise click.UsageError(
            "--no-journal keeps nothing, so --resume and --sync do not go with it."
        )
    if (
        resume is not None
        and resume != NEWEST
        and (resume.endswith(".pp") or Path(resume).is_file())
    ):
        program = program or (str(file) if file is not None else None)
        file, resume = Path(resume), NEWEST
    if file is None and resume is None:
        raise click.UsageError("Missing argument 'FILE'.")
    return file, program, Keeping(runs_folder, no_journal, sync, resume)
