"""pp for Python code: compile a program, run it, follow its events, run its tests."""

from typing import TYPE_CHECKING

from pp_lang.api.answer_sources import AnswerSource, ModelAnswers, RecordedAnswers
from pp_lang.api.compiling import compile_program
from pp_lang.api.convert_model import ConversionOptions, ModelConverter
from pp_lang.api.externs import Externs
from pp_lang.api.importing import FileImporter, list_modules
from pp_lang.api.kept_runs import run_facts
from pp_lang.api.models import LazyModel, Model, open_language_model, open_model
from pp_lang.api.options import RunOptions
from pp_lang.api.probe_model import PROBE_S, probe_model
from pp_lang.api.program import CompiledFile, Program
from pp_lang.api.record_tests import RecordedTests, record_tests
from pp_lang.api.recording import CaseKey, Recording
from pp_lang.api.recording_file import read_recording, recording_path
from pp_lang.api.replace_file import replace_file
from pp_lang.api.scripting import SCRIPTED
from pp_lang.api.test_report import CaseResult, FailedExpectation, TestReport
from pp_lang.api.testing import FAKE, MOST_SIDE_BY_SIDE, fake_answers, find_tests, run_tests
from pp_lang.api.tune_model import tune_model
from pp_lang.api.tuned_opening import TuningStore

if TYPE_CHECKING:  # they need the engine, which `pp check` does without
    from pp_lang.api.stored_tuning import StoredConversion as StoredConversion
    from pp_lang.api.stored_tuning import StoredTuning as StoredTuning

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
