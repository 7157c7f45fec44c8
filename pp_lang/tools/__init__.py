"""What editors and other tools ask of pp, as plain data. Stable: see `docs/tools.md`."""

from pp_lang.compiler import AppliedFix, FixedSource
from pp_lang.syntax import children, walk
from pp_lang.tools.allowing import allow_warning
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
)
from pp_lang.tools.meaning import show as show_type
from pp_lang.tools.program_files import importable_files, importable_modules, program_files
from pp_lang.tools.rename import TextEdit, apply_edits
from pp_lang.tools.symbols import Symbol, SymbolKind, Use
from pp_lang.tools.syntax_tree import Head, SyntaxTree, parse
from pp_lang.tools.workspace import Document, Workspace

API_VERSION = 1
"""Grows when something that is here changes its meaning or goes; additions do not count."""

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
