"""What the cases of the language's conformance suite are compared with, as text."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import anyio

from pp_lang.api import CompiledFile, FileImporter, run_tests
from pp_lang.compiler import Compilation, compile_source, diagnose_graphs
from pp_lang.engine import (
    Cut,
    FreeText,
    GenerationRequest,
    GivenText,
    JsonText,
    OneOf,
    OutputForm,
    Prompt,
    RegexText,
    Turn,
    open_fake_model,
)
from pp_lang.errors import InternalError, PPError, RunError
from pp_lang.evaluation import Environment, Value, evaluate, unwrap
from pp_lang.graph import dump_text, verify
from pp_lang.planner import make_plan, plan_text
from pp_lang.runtime import run_program
from pp_lang.source import SourceFile
from tests.support.runtime_builders import PretendModels


def compiled_case(path: Path) -> Compilation:
    """Return the compiled case. Raises `CompileError`."""
    source = SourceFile(path.name, path.read_text(encoding="utf-8"))
    return compile_source(source, FileImporter(path.parent))


def failed_tests(path: Path) -> list[str]:
    """Run the tests in the case and say what failed."""
    report = run_tests(CompiledFile(compiled_case(path), path.parent))
    return [
        f"{one.name}: {one.error or [failure.text for failure in one.failures]}"
        for one in report.results
        if not one.has_passed
    ]


def diagnostics_of(path: Path) -> str:
    """Return a line for each diagnostic: where it begins, how bad it is, its code and its title."""
    source = SourceFile(path.name, path.read_text(encoding="utf-8"))
    lines = []
    for one in diagnose_graphs(source, FileImporter(path.parent)):
        line, column = source.position(one.label.span.start)
        lines.append(f"{line}:{column} {one.severity.value} {one.code}: {one.title}\n")
    return "".join(lines)


def graphs_of(path: Path) -> str:
    """Return the graphs of all programs that can be run."""
    compilation = compiled_case(path)
    regions = [compilation.region(name) for name in compilation.module.runnable]
    for region in regions:
        verify(region)
    return "\n\n".join(map(dump_text, regions)) + "\n"


def plan_of_case(path: Path) -> str:
    """Return the plan of `main` with its defaults."""
    compilation = compiled_case(path)
    model = open_fake_model()
    try:
        return f"{plan_text(make_plan(compilation, 'main', {}, model, model_name='fake'))}\n"
    finally:
        model.close()


def result_of(path: Path) -> str:
    """Return what `main` gives with its defaults, as JSON; or where it failed, and why."""
    try:
        value = run_main(compiled_case(path))
    except InternalError:
        raise
    except PPError as error:
        place = f" at {error.node}" if isinstance(error, RunError) else ""
        return f"failed{place}\n{error.message}\n"
    return f"{json.dumps(unwrap(value), ensure_ascii=False, indent=2)}\n"


def calls_of(path: Path) -> str:
    """Return what `main` asks its models when it runs with its defaults."""
    models = PretendModels()
    try:
        run_main(compiled_case(path), models)
    except InternalError:
        raise
    except PPError:
        pass  # what was asked before is what is wanted
    return "\n".join(
        _call_text(f"{name or 'the model of the run'}, call {number}", request)
        for name, model in models.opened.items()
        for number, request in enumerate(model.requests, 1)
    )


def run_main(compilation: Compilation, models: PretendModels | None = None) -> Value:
    """Return what `main` gives with its defaults. Raises as `run_program` does."""
    models = models or PretendModels()
    parameters = compilation.module.programs["main"].parameters
    inputs = {
        one.name: evaluate(one.default, Environment())
        for one in parameters
        if one.default is not None
    }
    return anyio.run(partial(run_program, compilation, "main", inputs, models)).value


FORMS: dict[str, Callable[[Path], str]] = {
    ".err": diagnostics_of,
    ".graph": graphs_of,
    ".plan": plan_of_case,
    ".calls": calls_of,
    ".out": result_of,
}
"""What may stand beside a case, and how it is made."""


def _call_text(title: str, request: GenerationRequest) -> str:
    sampling = request.sampling
    settings = [f"temperature {sampling.temperature:g}"]
    if sampling.temperature:
        settings.append(f"seed {sampling.seed:016x}")
    if sampling.max_tokens is not None:
        settings.append(f"max_tokens {sampling.max_tokens}")
    if sampling.stop:
        settings.append(f"stop {json.dumps(sampling.stop, ensure_ascii=False)}")
    head = [f"== {title}", f"   {', '.join(settings)}", f"   wants {_form_words(request.form)}"]
    return "".join(f"{line}\n" for line in [*head, *_prompt_lines(request.prompt)])


def _form_words(form: OutputForm) -> str:
    match form:
        case FreeText():
            return "any text"
        case RegexText(pattern):
            return f"a match of {pattern}"
        case JsonText(schema):
            return f"JSON of the schema {schema}"
        case OneOf(options):
            return f"one of {json.dumps(options, ensure_ascii=False)}"
        case GivenText(text):
            return f"the score of {json.dumps(text, ensure_ascii=False)}"


def _prompt_lines(prompt: Prompt) -> list[str]:
    return [line for turn in prompt.turns for line in _turn_lines(turn)]


def _turn_lines(turn: Turn) -> list[str]:
    """Return the lines of a turn; data stands in «…», the end of a shared prefix is ¦."""
    text = ""
    for part in turn.parts:
        if isinstance(part, Cut):
            text += "¦"
        else:
            text += part.text if part.is_trusted else f"«{part.text}»"
    return [f"{turn.role}:", *(f"  {line}".rstrip() for line in text.split("\n"))]
