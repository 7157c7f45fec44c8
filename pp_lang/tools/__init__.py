"""The stable way in for tools: parse, check, format, plan; files as an editor holds them.

What is exported here keeps its meaning while the first number of `API_VERSION` stays.
"""

from pp_lang.tools.check import Checked, check, format_text
from pp_lang.tools.syntax_tree import SyntaxTree, parse
from pp_lang.tools.version import API_VERSION
from pp_lang.tools.walk import children, path_to, walk
from pp_lang.tools.workspace import Document, Workspace

__all__ = [
    "API_VERSION",
    "Checked",
    "Document",
    "SyntaxTree",
    "Workspace",
    "check",
    "children",
    "format_text",
    "parse",
    "path_to",
    "walk",
]
