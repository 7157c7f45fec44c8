"""`pp graph`: the graph of one program, in the form that goldens and bug reports use."""

from pathlib import Path

from pp_lang.api import FileImporter
from pp_lang.cli.console import ExitCode, out
from pp_lang.cli.programs import ADVICE, read_source
from pp_lang.tools import graph


def graph_command(file: Path, program: str | None) -> int:
    """Print the graph of the program that is meant."""
    source = read_source(file)
    importer = FileImporter(file.parent)
    out(graph(source.text, program, source.name, importer, ADVICE).rstrip("\n"))
    return ExitCode.OK
