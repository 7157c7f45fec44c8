"""pp for Python code: compile a program, run it, follow its events."""

from pp_lang.api.compiling import compile_program
from pp_lang.api.importing import FileImporter
from pp_lang.api.models import Model, open_language_model, open_model
from pp_lang.api.options import RunOptions
from pp_lang.api.program import Program

__all__ = [
    "FileImporter",
    "Model",
    "Program",
    "RunOptions",
    "compile_program",
    "open_language_model",
    "open_model",
]
