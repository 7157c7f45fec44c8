"""What editors and other tools ask of pp, as plain data. Stable: see `docs/tools.md`."""

from typing import TYPE_CHECKING

from pp_lang.late_names import late_names

if TYPE_CHECKING:
    from pp_lang.compiler import AppliedFix, FixedSource
    from pp_lang.syntax import children, walk
    from pp_lang.tools.allowing import allow_warning
    from pp_lang.tools.file_lists import importable_files, importable_modules, program_files
    from pp_lang.tools.front import Checked, check, fix_text, format_text, graph, plan
    from pp_lang.tools.meaning import (
        SCORES,
        Form,
        Found,
        Meaning,
        Member,
        MemberKind,
        Step,
        form_of,
        show_type,
    )
    from pp_lang.tools.rename import TextEdit, apply_edits
    from pp_lang.tools.symbols import Symbol, SymbolKind, Use
    from pp_lang.tools.syntax_tree import Head, SyntaxTree, parse
    from pp_lang.tools.workspace import Document, Workspace

API_VERSION = 1
"""Grows when something that is here changes its meaning or goes; additions do not count."""

_MODULES = {
    "pp_lang.compiler": (
        "AppliedFix",
        "FixedSource",
    ),
    "pp_lang.syntax": (
        "children",
        "walk",
    ),
    "pp_lang.tools.allowing": ("allow_warning",),
    "pp_lang.tools.front": (
        "Checked",
        "check",
        "fix_text",
        "format_text",
        "graph",
        "plan",
    ),
    "pp_lang.tools.meaning": (
        "SCORES",
        "Form",
        "Found",
        "Meaning",
        "Member",
        "MemberKind",
        "Step",
        "form_of",
        "show_type",
    ),
    "pp_lang.tools.file_lists": (
        "importable_files",
        "importable_modules",
        "program_files",
    ),
    "pp_lang.tools.rename": (
        "TextEdit",
        "apply_edits",
    ),
    "pp_lang.tools.symbols": (
        "Symbol",
        "SymbolKind",
        "Use",
    ),
    "pp_lang.tools.syntax_tree": (
        "Head",
        "SyntaxTree",
        "parse",
    ),
    "pp_lang.tools.workspace": (
        "Document",
        "Workspace",
    ),
}
"""Where each name lies."""

__all__ = [
    "API_VERSION",
    "SCORES",
    "AppliedFix",
    "Checked",
    "Document",
    "FixedSource",
    "Form",
    "Found",
    "Head",
    "Meaning",
    "Member",
    "MemberKind",
    "Step",
    "Symbol",
    "SymbolKind",
    "SyntaxTree",
    "TextEdit",
    "Use",
    "Workspace",
    "allow_warning",
    "apply_edits",
    "check",
    "children",
    "fix_text",
    "form_of",
    "format_text",
    "graph",
    "importable_files",
    "importable_modules",
    "parse",
    "plan",
    "program_files",
    "show_type",
    "walk",
]


__getattr__ = late_names(__name__, _MODULES, globals())
