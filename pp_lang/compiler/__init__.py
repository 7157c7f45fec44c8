"""Source to graphs."""

from pp_lang.compiler.importing import (
    FoundModule,
    Importer,
    ImportRefusedError,
    NoFiles,
    namespace_of,
)
from pp_lang.compiler.pipeline import Compilation, check_source, compile_source

__all__ = [
    "Compilation",
    "FoundModule",
    "ImportRefusedError",
    "Importer",
    "NoFiles",
    "check_source",
    "compile_source",
    "namespace_of",
]
