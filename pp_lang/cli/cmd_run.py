"""`pp run`: a program on a model, its result on stdout."""

import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

from pp_lang.api import Program, RunOptions, compile_program, open_language_model, run_facts
from pp_lang.cli.bias_hint import bias_hint
from pp_lang.cli.console import ExitCode, note
from pp_lang.cli.event_json import value_json
from pp_lang.cli.interrupts import Interrupts
from pp_lang.cli.keeping import Keeping
from pp_lang.cli.kept_run import find_resumed, keep, tell_changes
from pp_lang.cli.limit_note import limit_note
from pp_lang.cli.models import find_named_model, models_folder
from pp_lang.cli.probe import main_model, probe_once
from pp_lang.cli.profile import profile_text
from pp_lang.cli.programs import read_source
from pp_lang.cli.progress import open_progress
from pp_lang.cli.read_inputs import read_inputs, verify_complete
from pp_lang.cli.read_settings import Settings, read_settings
from pp_lang.cli.results_stream import only_results_on_stdout
from pp_lang.cli.show_result import open_stream, show_value
from pp_lang.cli.validate import validate_inputs
from pp_lang.engine import EngineConfig
from pp_lang.errors import InternalError, ModelError
from pp_lang.evaluation import Value, plain_value
from pp_lang.journal import Journal, RunFacts
from pp_lang.planner import Plan, make_plan
from pp_lang.runtime import RunEvent, RunFinished


@dataclass(frozen=True, slots=True)
class RunCommand:
    """The command line of `pp run`."""

    file: Path
    program: str | None
    inputs: tuple[str, ...]
    inputs_file: Path | None
    model: str | None
    settings: tuple[str, ...]
    seed: int | None
    as_json: bool
    is_streamed: bool
    is_profiled: bool
    grants: tuple[str, ...] = ()
    is_exact: bool = False
    is_invariant: bool = False
    is_cold: bool = False
    memory_gb: float | None = None
    keeping: Keeping = field(default_factory=Keeping)
    kept: RunFacts | None = None
    """What the journal says of the run that is gone on with."""


def resume_command(command: RunCommand, file: Path | None) -> int:
    """Go on with an earlier run; what the command does not say comes from its journal."""
    run = find_resumed(command.keeping, file)
    return run_command(
        replace(
            command,
            file=command.file if file is not None else Path(run.facts.file),
            program=command.program or run.facts.program,
            model=command.model or run.facts.model,
            settings=(*run.facts.settings, *command.settings),
            seed=run.facts.seed if command.seed is None else command.seed,
            is_exact=command.is_exact or run.facts.is_exact,
            is_invariant=command.is_invariant or run.facts.is_invariant,
            keeping=replace(command.keeping, resumed=run.id),
            kept=run.facts,
        )
    )


@only_results_on_stdout()
def run_command(command: RunCommand) -> int:
    """Run the program that is meant and print its result."""
    program, values, settings = _prepare(command)
    probe_once(main_model(command.model, settings), command.file, settings, command.is_exact)
    facts = run_facts(
        program,
        {name: value_json(plain_value(value)) for name, value in values.items()},
        command.file,
        model=_findable_anywhere(command.model),
        settings=command.settings,
        seed=command.seed or 0,
        is_exact=command.is_exact,
        is_invariant=command.is_invariant,
    )
    if command.kept is not None:
        tell_changes(command.kept, facts)
    with keep(command.keeping, facts, command.grants) as journal:
        finished = _run(command, program, values, settings, journal)
    if not command.is_streamed:
        show_value(finished.result, as_json=command.as_json)
    for limit in finished.statistics.limits:
        note(limit_note(limit))
    for biased in finished.statistics.biased:
        note(bias_hint(biased))
    if command.is_profiled:
        note(profile_text(finished.statistics, _plan(command, program, values, settings)))
    return ExitCode.OK


def _findable_anywhere(model: str | None) -> str | None:
    """Return the model's name, a path made absolute: a run may be resumed from another folder."""
    is_path = model is not None and Path(model).is_file()
    return str(Path(model).resolve()) if model is not None and is_path else model


def _prepare(command: RunCommand) -> "tuple[Program[object], dict[str, Value], Settings]":
    """Read everything that the run needs, so that a mistake is told before anything runs."""
    read_source(command.file)  # its errors say more than those of the embedding API
    program = compile_program(command.file, program=command.program, allow=command.grants)
    settings = read_settings(command.settings, exact=command.is_exact)
    checked = program.compilation.module.programs[program.name]
    given = read_inputs(checked, command.inputs, command.inputs_file)
    if command.kept is not None and command.kept.program == program.name:
        given = {**command.kept.inputs, **given}
    verify_complete(checked, given)
    values = validate_inputs(checked, given)
    if command.model is not None:
        find_named_model(command.model, command.file)
    count = len(program.warnings)
    if count:
        note(f"{count} warning{'s' if count > 1 else ''}: see `pp check {command.file}`")
    return program, values, settings


def _run(
    command: RunCommand,
    program: "Program[object]",
    values: dict[str, Value],
    settings: Settings,
    journal: Journal | None,
) -> RunFinished:
    finished: list[RunFinished] = []
    stream = None
    if command.is_streamed:
        stream = open_stream(program.compilation, program.name, as_json=command.as_json)
    with open_progress(is_quiet=stream is not None) as progress, Interrupts() as interrupts:

        def on_event(event: RunEvent) -> None:
            interrupts.arm()
            progress.see(event)
            if stream is not None:
                stream.see(event)
            if isinstance(event, RunFinished):
                finished.append(event)

        options = RunOptions(
            seed=command.seed or 0,
            settings=settings.options,
            engine=EngineConfig(**settings.engine) if settings.engine else None,
            models_folder=models_folder(),
            exact=command.is_exact,
            batch_invariant=command.is_invariant,
            warm=not command.is_cold,
            memory_gb=command.memory_gb,
            on_event=on_event,
            deltas=stream is not None or sys.stderr.isatty(),
            journal=journal,
        )
        program.run(values, model=command.model, options=options)
    if not finished:
        raise InternalError("the run ended without a result")
    return finished[0]


def _plan(
    command: RunCommand,
    program: "Program[object]",
    values: dict[str, Value],
    settings: Settings,
) -> Plan | None:
    """Return the plan beside the run; None where its model cannot be opened again."""
    try:
        location = find_named_model(main_model(command.model, settings), command.file)
        config = EngineConfig(**settings.engine)
        model = open_language_model(
            location, config, exact=command.is_exact, batch_invariant=command.is_invariant
        )
    except ModelError:
        return None
    try:
        return make_plan(program.compilation, program.name, values, model, settings.options)
    finally:
        model.close()
