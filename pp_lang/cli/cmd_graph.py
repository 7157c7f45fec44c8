"""`pp graph`: the graph of one program, in the form that goldens and bug reports use."""

from pathlib import Path

from pp_lang.cli.console import ExitCode, out
from pp_lang.cli.programs import compile_file, find_program
from pp_lang.graph import dump_text


def graph_command(file: Path, program: str | None) -> int:
    """Print the graph of the program that is meant."""
    compilation = compile_file(file)
    out(dump_text(compilation.region(find_program(compilation, program).name)).rstrip("\n"))
    return ExitCode.OK
