"""Source to graphs."""

from pp_lang.compiler.importing import FoundModule, Importer, ImportRefusedError, NoFiles
from pp_lang.compiler.lower_tests import EXPECTED, GIVEN, program_of_test
from pp_lang.compiler.pipeline import Compilation, check_source, compile_source

__all__ = [
    "EXPECTED",
    "GIVEN",
    "Compilation",
    "FoundModule",
    "ImportRefusedError",
    "Importer",
    "NoFiles",
    "check_source",
    "compile_source",
    "program_of_test",
]
