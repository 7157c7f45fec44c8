"""All lints of a file, in source order."""

from pp_lang.diagnostics import Diagnostic
from pp_lang.semantics.lints.find_allows import find_unknown_codes
from pp_lang.semantics.lints.find_braces import find_single_braces
from pp_lang.semantics.lints.find_formats import find_hidden_formats
from pp_lang.semantics.lints.find_prompts import (
    find_data_in_system_turns,
    find_dependent_items,
    find_early_holes,
)
from pp_lang.semantics.lints.find_reduces import find_reduces
from pp_lang.semantics.lints.find_unused import find_unused
from pp_lang.source import SourceFile
from pp_lang.syntax import Module

_LINTS = (
    find_unused,
    find_single_braces,
    find_early_holes,
    find_hidden_formats,
    find_data_in_system_turns,
    find_dependent_items,
    find_reduces,
    find_unknown_codes,
)


def lint(module: Module, source: SourceFile) -> tuple[Diagnostic, ...]:
    """Return what is odd about a file that has no errors."""
    problems = [problem for find in _LINTS for problem in find(module, source)]
    found = [problem.diagnostic() for problem in problems]
    return tuple(sorted(found, key=lambda one: one.label.span))
