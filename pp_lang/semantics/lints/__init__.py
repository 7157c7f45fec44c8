"""Lints: what a program may say, but hardly wants to. All of them are warnings."""

from pp_lang.semantics.lints.allow import silence
from pp_lang.semantics.lints.lint import lint

__all__ = ["lint", "silence"]
