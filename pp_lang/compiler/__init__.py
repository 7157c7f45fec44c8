"""Source to graphs."""

from pp_lang.compiler.pipeline import Compilation, check_source, compile_source

__all__ = ["Compilation", "check_source", "compile_source"]
