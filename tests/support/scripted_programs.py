"""Programs of files, run on answers that a test makes up."""

import json
import threading
from functools import cache, partial
from pathlib import Path
from typing import Any

import anyio

from pp_lang.api import CompiledFile, FileImporter
from pp_lang.api.inputs import read_inputs
from pp_lang.api.scripting import CaseModels
from pp_lang.compiler import compile_source
from pp_lang.engine import ScriptedAnswer
from pp_lang.errors import ModelError
from pp_lang.evaluation import unwrap
from pp_lang.runtime import OpenedModel, RunSettings, run_program
from pp_lang.source import SourceFile


@cache
def compile_file(path: Path) -> CompiledFile:
    """Return the compiled file; each is compiled once."""
    source = SourceFile(str(path), path.read_text(encoding="utf-8"))
    return CompiledFile(compile_source(source, FileImporter(path.parent)), path.parent)


def run_scripted(
    path: Path,
    answers: dict[str, list[Any]],
    program: str = "main",
    **inputs: object,
) -> Any:
    """Return what a program gives when each template answers with its list, call after call.

    An item is a `ScriptedAnswer`, a text, or another value that is answered as JSON.
    """
    file = compile_file(path)
    values = read_inputs(file.compilation.module.programs[program], file.types, inputs)
    script = {name: tuple(map(_answer, each)) for name, each in answers.items()}
    settings = RunSettings(scripted=frozenset(script), is_model_given=True)
    models = CaseModels(script, _no_other_model)
    outcome = anyio.run(
        partial(run_program, file.compilation, program, values, models, settings, types=file.types)
    )
    return unwrap(outcome.value)


def _answer(value: Any) -> ScriptedAnswer:
    if isinstance(value, ScriptedAnswer):
        return value
    return ScriptedAnswer(value if isinstance(value, str) else json.dumps(value))


def _no_other_model(_stop: threading.Event) -> OpenedModel:
    raise ModelError("the test scripts every template that is asked")
