"""What editors and other tools ask of pp, as plain data. Stable: see `docs/tools.md`."""

from pp_lang.syntax import children, walk
from pp_lang.tools.front import Checked, check, format_text, graph, plan
from pp_lang.tools.rename import TextEdit, apply_edits
from pp_lang.tools.symbols import Symbol, SymbolKind, Use
from pp_lang.tools.syntax_tree import Head, SyntaxTree, parse
from pp_lang.tools.workspace import Document, Workspace

API_VERSION = 1
"""Grows when something that is here changes its meaning or goes; additions do not count."""

__all__ = [
    "API_VERSION",
    "Checked",
    "Document",
    "Head",
    "Symbol",
    "SymbolKind",
    "SyntaxTree",
    "TextEdit",
    "Use",
    "Workspace",
    "apply_edits",
    "check",
    "children",
    "format_text",
    "graph",
    "parse",
    "plan",
    "walk",
]
