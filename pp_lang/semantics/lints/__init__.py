"""Lints: what a program may say, but hardly wants to. All of them are warnings."""

from pp_lang.semantics.lints.allow import allow_edit, silence
from pp_lang.semantics.lints.lint import lint

__all__ = ["allow_edit", "lint", "silence"]
