"""pp for Python code: compile a program, run it, follow its events, run its tests."""

from pp_lang.api.compiling import compile_program
from pp_lang.api.externs import Externs
from pp_lang.api.importing import FileImporter
from pp_lang.api.models import Model, open_language_model, open_model
from pp_lang.api.options import RunOptions
from pp_lang.api.program import CompiledFile, Program
from pp_lang.api.test_report import CaseResult, FailedExpectation, TestReport
from pp_lang.api.testing import FAKE, find_tests, run_tests

__all__ = [
    "FAKE",
    "CaseResult",
    "CompiledFile",
    "Externs",
    "FailedExpectation",
    "FileImporter",
    "Model",
    "Program",
    "RunOptions",
    "TestReport",
    "compile_program",
    "find_tests",
    "open_language_model",
    "open_model",
    "run_tests",
]
