"""`pp plan`: what a run will do, before its first token."""

import json
from pathlib import Path

import click

from pp_lang.api import open_language_model
from pp_lang.cli.console import ExitCode, note, out
from pp_lang.cli.models import find_named_model
from pp_lang.cli.programs import compile_file, find_program
from pp_lang.cli.read_inputs import read_inputs
from pp_lang.cli.read_settings import Settings, read_settings
from pp_lang.cli.validate import validate_inputs
from pp_lang.engine import EngineConfig, LanguageModel
from pp_lang.errors import ModelError
from pp_lang.model_registry import EMBEDDED
from pp_lang.planner import make_plan, plan_text, plan_to_json


def plan_command(
    file: Path,
    program: str | None,
    inputs: tuple[str, ...],
    inputs_file: Path | None,
    *,
    model: str | None,
    settings: tuple[str, ...],
    as_json: bool,
    exact: bool = False,
    batch_invariant: bool = False,
) -> int:
    """Print the plan. Inputs may be left out, and so may the embedded model where none is named."""
    compilation = compile_file(file)
    chosen = find_program(compilation, program)
    read = read_settings(settings, exact=exact)
    values = validate_inputs(chosen, read_inputs(chosen, inputs, inputs_file))
    name = model or _option(read, "model")
    opened = _open(name, file, read, exact=exact, batch_invariant=batch_invariant)
    try:
        plan = make_plan(
            compilation, chosen.name, values, opened, read.options, model_name=name or EMBEDDED
        )
    finally:
        if opened is not None:
            opened.close()
    if as_json:
        out(json.dumps(plan_to_json(plan), ensure_ascii=False, indent=2))
    else:
        out(_coloured(plan_text(plan)))
    return ExitCode.OK


def _coloured(text: str) -> str:
    """Make the first line of each section bold, and red where it tells of failures."""
    sections = []
    for section in text.split("\n\n"):
        title, newline, rest = section.partition("\n")
        colour = "red" if title.startswith("This will fail") else None
        sections.append(click.style(title, bold=True, fg=colour) + newline + rest)
    return "\n\n".join(sections)


def _option(settings: Settings, name: str) -> str | None:
    value = settings.options.get(name)
    return value if isinstance(value, str) else None


def _open(
    name: str | None, file: Path, settings: Settings, *, exact: bool, batch_invariant: bool
) -> LanguageModel | None:
    try:
        location = find_named_model(name, file)
        config = EngineConfig(**settings.engine)
        return open_language_model(location, config, exact=exact, batch_invariant=batch_invariant)
    except ModelError as error:
        if name is not None:
            raise
        note(f"{error.message}, so tokens are not counted. {error.hint or ''}".rstrip())
        return None
