"""The arguments of `pp runs`."""

from pathlib import Path

import click

_FOLDER = click.option(
    "--runs",
    "folder",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Where runs are kept; default .pp/runs.",
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
_ID = click.argument("run_id", metavar="ID")


@click.group()
def runs() -> None:
    """Show and remove the runs that are kept."""


@runs.command("list")
@_FOLDER
@_JSON
def list_(folder: Path | None, as_json: bool) -> int:
    """List the runs, the newest first."""
    from pp_lang.cli.cmd_runs import list_command

    return list_command(folder, as_json=as_json)


@runs.command()
@_ID
@_FOLDER
@_JSON
def show(run_id: str, folder: Path | None, as_json: bool) -> int:
    """Show what a run is and how far it came; with --json, all its answers."""
    from pp_lang.cli.cmd_runs import show_command

    return show_command(run_id, folder, as_json=as_json)


@runs.command()
@click.argument("run_ids", nargs=-1, required=True, metavar="ID...")
@_FOLDER
def remove(run_ids: tuple[str, ...], folder: Path | None) -> int:
    """Remove runs."""
    from pp_lang.cli.cmd_runs import remove_command

    return remove_command(run_ids, folder)
