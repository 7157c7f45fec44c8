"""Source to graphs."""

from pp_lang.compiler.fixing import AppliedFix, FixedSource, fix_source
from pp_lang.compiler.pipeline import Compilation, check_source, compile_source

__all__ = [
    "AppliedFix",
    "Compilation",
    "FixedSource",
    "check_source",
    "compile_source",
    "fix_source",
]
