"""The argument tree of `pp`, and dispatch. Commands import what they need when they are called."""

import errno
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from pp_lang.cli.console import (
    ExitCode,
    OutputError,
    cannot_write,
    drop_what_is_unwritten,
    exit_code_of,
    note,
    out,
    prepare_streams,
    show_bug,
    show_error,
)
from pp_lang.cli.keeping_arguments import keeping_options, read_keeping
from pp_lang.cli.results_stream import is_open
from pp_lang.cli.runs_arguments import runs
from pp_lang.cli.tune_arguments import tune
from pp_lang.errors import PPError

_EPILOG = """\b
Exit codes:
  0    all went well
  1    the run or a test failed, `pp fmt --check` would change a file, `pp doctor` lacks something,
       `pp tune --show` has nothing to show
  2    the program, its inputs or the command line are wrong
  3    a fault of pp itself
  5    `pp test` found no test
  130  interrupted
\b
Environment:
  PP_MODELS  folder of your own GGUF models, known by their file names
  PP_PREFIXES  megabytes of read contexts that are kept for later runs; default 2000, 0: none
  PP_RUNS    folder where runs are kept, instead of .pp/runs
  PP_DEBUG   1 shows the Python traceback of a fault of pp
  NO_COLOR   1 turns colours off
"""

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What click raises where it writes help to a full disk."""

_FILE = click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
_PROGRAM = click.argument("program", required=False)
_INPUT = click.option(
    "--input",
    "-i",
    "inputs",
    multiple=True,
    metavar="NAME=VALUE",
    help="An input of the program. NAME=@FILE reads it from a file: text whole; a list from JSON, "
    "JSON Lines, CSV (a column for each field; @FILE#COLUMN picks one), YAML or lines of text.",
)
_INPUTS = click.option(
    "--inputs",
    "inputs_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A .json or .yaml file with a value for each input.",
)
_MODEL = click.option(
    "--model",
    "-m",
    metavar="NAME",
    help="A known model (`pp model list`) or the path of a .gguf file.",
)
_SET = click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="OPTION=VALUE",
    help="Set an option above all that the program sets, such as temperature=0.7, max_tokens=80, "
    "or how the model is opened: cells=4096, max_width=8, threads=4, gpu_layers=-1.",
)
_ALLOW = click.option(
    "--allow",
    "grants",
    multiple=True,
    metavar="extern:MODULE",
    help="Let the program call functions of this Python module.",
)
_EXACT = click.option(
    "--exact",
    "is_exact",
    is_flag=True,
    help="Use the model's own file, never a converted copy, and let records keep their names.",
)
_INVARIANT = click.option(
    "--batch-invariant",
    "is_invariant",
    is_flag=True,
    help="Let no answer depend on what else runs; slower.",
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


def _show_version(context: click.Context, _option: click.Parameter, is_asked: bool) -> None:
    if not is_asked:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        out(f"pp {version('pp-lang')}")
    except PackageNotFoundError:
        out("pp, from a checkout that is not installed")
    context.exit()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `pp` with the command line's arguments and return its exit code."""
    prepare_streams()
    try:
        code = pp.main(args=arguments, prog_name="pp", standalone_mode=False)
        _flush()
        return int(code or ExitCode.OK)
    except click.ClickException as error:
        error.show()
        return ExitCode.WRONG_INPUT
    except (_InterruptedError, click.Abort, KeyboardInterrupt):
        note("Interrupted.")
        return ExitCode.INTERRUPTED
    except (_ReaderGoneError, BrokenPipeError):
        # The reader has had enough.
        drop_what_is_unwritten(sys.stdout)
        return ExitCode.BROKEN_PIPE
    except PPError as error:
        show_error(error)
        if isinstance(error, OutputError):
            drop_what_is_unwritten(sys.stdout)
        return exit_code_of(error)
    except OSError as error:
        if error.errno not in _NO_ROOM:
            show_bug(error)
            return ExitCode.BUG
        show_error(cannot_write(error))
        return ExitCode.RUN_FAILED
    except Exception as error:  # the last place where a fault of ours can be told calmly
        show_bug(error)
        return ExitCode.BUG


def _flush() -> None:
    if not is_open(sys.stdout):
        return  # what needed it has said so
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise cannot_write(error) from error


class _InterruptedError(Exception):
    """Ctrl-C, under a name for which click does not write a line of its own."""


class _ReaderGoneError(Exception):
    """Whoever read stdout has closed it; click would end the process with exit code 1."""


class _Commands(click.Group):
    def make_context(self, *args: Any, **extra: Any) -> click.Context:  # Any: click's own
        try:
            return super().make_context(*args, **extra)  # writes help and the version
        except BrokenPipeError:
            raise _ReaderGoneError from None

    def invoke(self, ctx: click.Context) -> Any:  # Any: what the command returns
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise _InterruptedError from None
        except BrokenPipeError:
            raise _ReaderGoneError from None


@click.group(
    cls=_Commands,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)
def pp() -> None:
    """Check, plan and run prompt programs on a local model."""


@pp.command()
@click.argument("file", required=False, type=click.Path(path_type=Path), metavar="FILE")
@_PROGRAM
@_INPUT
@_INPUTS
@_MODEL
@_SET
@_ALLOW
@keeping_options
@click.option(
    "--seed",
    type=click.IntRange(0, 2**53),
    metavar="N",
    help="Where all random draws of the run come from; default 0.",
)
@_EXACT
@_INVARIANT
@click.option(
    "--cold", "is_cold", is_flag=True, help="Read contexts anew, and keep none for later runs."
)
@click.option(
    "--memory",
    "memory_gb",
    type=click.FloatRange(0, min_open=True),
    metavar="GB",
    help="What the program's models may take together; default what is free.",
)
@_JSON
@click.option("--stream", is_flag=True, help="Print answers as they come.")
@click.option("--profile", is_flag=True, help="Say on stderr what the run took.")
def run(
    file: Path | None,
    program: str | None,
    inputs: tuple[str, ...],
    inputs_file: Path | None,
    model: str | None,
    settings: tuple[str, ...],
    grants: tuple[str, ...],
    seed: int | None,
    is_exact: bool,
    is_invariant: bool,
    is_cold: bool,
    memory_gb: float | None,
    as_json: bool,
    stream: bool,
    profile: bool,
    **keeping: Any,
) -> int:
    """Run a program: `main`, the only one, or the PROGRAM named.

    The result goes to stdout: text as it is, anything else as JSON. All else goes to stderr.
    """
    from pp_lang.cli.cmd_run import RunCommand, resume_command, run_command

    file, program, kept = read_keeping(file, program, **keeping)
    run_or_resume = run_command if kept.resumed is None else partial(resume_command, file=file)
    return run_or_resume(
        RunCommand(
            file or Path(),
            program,
            inputs,
            inputs_file,
            model,
            settings,
            seed,
            as_json,
            stream,
            profile,
            grants,
            is_exact,
            is_invariant,
            is_cold,
            memory_gb,
            kept,
        )
    )


@pp.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@_JSON
@click.option("--sarif", "as_sarif", is_flag=True, help="Print one SARIF 2.1.0 log.")
@click.option("--fix", "is_fix", is_flag=True, help="Make the safe fixes in the files.")
@click.option("--diff", "is_diff", is_flag=True, help="Write nothing; print what --fix would do.")
@click.option("--error-on-warnings", "is_strict", is_flag=True, help="Take warnings for errors.")
@click.option("-W", "warnings", type=click.Choice(["error"]), help="The same in short: -W error.")
def check(
    files: tuple[Path, ...],
    as_json: bool,
    as_sarif: bool,
    is_fix: bool,
    is_diff: bool,
    is_strict: bool,
    warnings: str | None,
) -> int:
    """Say what is wrong with programs, without running them.

    FILE is a file, a folder with all its .pp files, or - for standard input.
    """
    from pp_lang.cli.cmd_check import CheckCommand, check_command

    if as_json + as_sarif + is_diff > 1:
        raise click.UsageError("Choose one of --json, --sarif and --diff.")
    return check_command(
        CheckCommand(
            files,
            as_json=as_json,
            as_sarif=as_sarif,
            is_fix=is_fix and not is_diff,
            is_diff=is_diff,
            is_strict=is_strict or warnings == "error",
        )
    )


@pp.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@click.option("--check", "is_check", is_flag=True, help="Write nothing; exit code 1 if it would.")
@click.option("--diff", "is_diff", is_flag=True, help="Write nothing; print what would change.")
def fmt(files: tuple[Path, ...], is_check: bool, is_diff: bool) -> int:
    """Write programs in the one style. FILE - is standard input, printed to standard output.

    Comments, prompts and docstrings are kept as they are.
    """
    from pp_lang.cli.cmd_fmt import fmt_command

    return fmt_command(files, is_check=is_check, is_diff=is_diff)


@pp.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
@click.option(
    "-k", "pattern", default="", metavar="PATTERN", help="Only tests whose names contain this."
)
@click.option(
    "--model",
    "-m",
    metavar="NAME",
    help="Who answers where a test scripts nothing: recorded, fake, a known model or the path of "
    "a .gguf file. Default: what is recorded, or fake where nothing is.",
)
@click.option(
    "--record",
    "is_recording",
    is_flag=True,
    help="Ask the model and keep its answers beside each file, for later runs without it.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    default=8,
    metavar="N",
    help="Tests that run side by side where no real model is asked; default 8.",
)
@click.option(
    "--junit", type=click.Path(path_type=Path), metavar="FILE", help="Also write JUnit XML."
)
@_ALLOW
@_INVARIANT
@_JSON
@click.option("-q", "--quiet", is_flag=True, help="No line for each test.")
def test(
    files: tuple[Path, ...],
    pattern: str,
    model: str | None,
    is_recording: bool,
    jobs: int,
    junit: Path | None,
    grants: tuple[str, ...],
    is_invariant: bool,
    as_json: bool,
    quiet: bool,
) -> int:
    """Run the tests in programs: the files, those in folders, or those in this folder."""
    from pp_lang.cli.cmd_test import RECORDED, TestArguments, test_command

    if is_recording and model == RECORDED:
        raise click.UsageError("--record asks a model; name another one than `recorded`.")
    return test_command(
        TestArguments(
            files,
            pattern,
            model,
            jobs,
            is_recording,
            junit,
            as_json,
            quiet,
            grants,
            is_invariant,
        )
    )


@pp.command()
@_FILE
@_PROGRAM
@_INPUT
@_INPUTS
@_MODEL
@_SET
@_EXACT
@_INVARIANT
@_JSON
def plan(
    file: Path,
    program: str | None,
    inputs: tuple[str, ...],
    inputs_file: Path | None,
    model: str | None,
    settings: tuple[str, ...],
    is_exact: bool,
    is_invariant: bool,
    as_json: bool,
) -> int:
    """Show what a run will do: steps, shared prefixes, tokens, memory.

    Inputs may be left out; what depends on them is then known only within bounds.
    """
    from pp_lang.cli.cmd_plan import plan_command

    return plan_command(
        file,
        program,
        inputs,
        inputs_file,
        model=model,
        settings=settings,
        as_json=as_json,
        exact=is_exact,
        batch_invariant=is_invariant,
    )


@pp.command()
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Explain the diagnostic with this CODE, or list all codes."""
    from pp_lang.cli.cmd_explain import explain_command

    return explain_command(code)


@pp.command()
@_FILE
@_PROGRAM
def graph(file: Path, program: str | None) -> int:
    """Print the graph of a program."""
    from pp_lang.cli.cmd_graph import graph_command

    return graph_command(file, program)


@pp.command()
@click.option("--stdio", is_flag=True, help="Accepted for editors that say it; there is no other.")
def lsp(stdio: bool) -> int:
    """Serve an editor over standard input and output: the language server."""
    from pp_lang.cli.cmd_lsp import lsp_command

    return lsp_command()


pp.add_command(tune)
pp.add_command(runs)


@pp.group()
def model() -> None:
    """Show the models that can be used."""


@model.command("list")
@_JSON
def model_list(as_json: bool) -> int:
    """List the models that have a name."""
    from pp_lang.cli.cmd_model import list_command

    return list_command(as_json=as_json)


@model.command("show")
@click.argument("name", required=False)
@_JSON
@click.option("--hash", "with_hash", is_flag=True, help="Also compute the file's SHA-256.")
def model_show(name: str | None, as_json: bool, with_hash: bool) -> int:
    """Show the facts of a model: a known NAME or the path of a .gguf file."""
    from pp_lang.cli.cmd_model import show_command

    return show_command(name, as_json=as_json, with_hash=with_hash)


@pp.command()
@_JSON
def doctor(as_json: bool) -> int:
    """Say whether this machine can run programs, and what to do where it cannot."""
    from pp_lang.cli.cmd_doctor import doctor_command

    return doctor_command(as_json=as_json)
