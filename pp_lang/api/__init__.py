"""pp for Python code: compile a program, run it, follow its events, run its tests."""

from typing import TYPE_CHECKING

from pp_lang.late_names import late_names

if TYPE_CHECKING:
    from pp_lang.api.answer_sources import AnswerSource, ModelAnswers, RecordedAnswers
    from pp_lang.api.compiling import compile_program
    from pp_lang.api.convert_model import ConversionOptions, ModelConverter
    from pp_lang.api.externs import Externs
    from pp_lang.api.importing import FileImporter, list_modules
    from pp_lang.api.kept_runs import run_facts
    from pp_lang.api.models import LazyModel, Model, open_language_model, open_model
    from pp_lang.api.options import RunOptions
    from pp_lang.api.probing import PROBE_S, probe_model
    from pp_lang.api.program import CompiledFile, Program
    from pp_lang.api.recording import CaseKey, Recording
    from pp_lang.api.recording_file import read_recording, recording_path
    from pp_lang.api.replacing import replace_file
    from pp_lang.api.scripting import SCRIPTED
    from pp_lang.api.stored_tuning import StoredConversion as StoredConversion
    from pp_lang.api.stored_tuning import StoredTuning as StoredTuning
    from pp_lang.api.test_recording import RecordedTests, record_tests
    from pp_lang.api.test_report import CaseResult, FailedExpectation, TestReport
    from pp_lang.api.testing import FAKE, MOST_SIDE_BY_SIDE, fake_answers, find_tests, run_tests
    from pp_lang.api.tuned_opening import TuningStore
    from pp_lang.api.tuning import tune_model

_MODULES = {
    "pp_lang.api.answer_sources": (
        "AnswerSource",
        "ModelAnswers",
        "RecordedAnswers",
    ),
    "pp_lang.api.compiling": ("compile_program",),
    "pp_lang.api.convert_model": (
        "ConversionOptions",
        "ModelConverter",
    ),
    "pp_lang.api.externs": ("Externs",),
    "pp_lang.api.importing": (
        "FileImporter",
        "list_modules",
    ),
    "pp_lang.api.kept_runs": ("run_facts",),
    "pp_lang.api.models": (
        "LazyModel",
        "Model",
        "open_language_model",
        "open_model",
    ),
    "pp_lang.api.options": ("RunOptions",),
    "pp_lang.api.probing": (
        "PROBE_S",
        "probe_model",
    ),
    "pp_lang.api.program": (
        "CompiledFile",
        "Program",
    ),
    "pp_lang.api.test_recording": (
        "RecordedTests",
        "record_tests",
    ),
    "pp_lang.api.recording": (
        "CaseKey",
        "Recording",
    ),
    "pp_lang.api.recording_file": (
        "read_recording",
        "recording_path",
    ),
    "pp_lang.api.replacing": ("replace_file",),
    "pp_lang.api.scripting": ("SCRIPTED",),
    "pp_lang.api.test_report": (
        "CaseResult",
        "FailedExpectation",
        "TestReport",
    ),
    "pp_lang.api.testing": (
        "FAKE",
        "MOST_SIDE_BY_SIDE",
        "fake_answers",
        "find_tests",
        "run_tests",
    ),
    "pp_lang.api.tuning": ("tune_model",),
    "pp_lang.api.tuned_opening": ("TuningStore",),
    "pp_lang.api.stored_tuning": (
        "StoredConversion",
        "StoredTuning",
    ),
}
"""Where each name lies."""

__all__ = [
    "FAKE",
    "MOST_SIDE_BY_SIDE",
    "PROBE_S",
    "SCRIPTED",
    "AnswerSource",
    "CaseKey",
    "CaseResult",
    "CompiledFile",
    "ConversionOptions",
    "Externs",
    "FailedExpectation",
    "FileImporter",
    "LazyModel",
    "Model",
    "ModelAnswers",
    "ModelConverter",
    "Program",
    "RecordedAnswers",
    "RecordedTests",
    "Recording",
    "RunOptions",
    "TestReport",
    "TuningStore",
    "compile_program",
    "fake_answers",
    "find_tests",
    "list_modules",
    "open_language_model",
    "open_model",
    "probe_model",
    "read_recording",
    "record_tests",
    "recording_path",
    "replace_file",
    "run_facts",
    "run_tests",
    "tune_model",
]


__getattr__ = late_names(__name__, _MODULES, globals())
