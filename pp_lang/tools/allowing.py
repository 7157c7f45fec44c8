"""The comment that says: this warning is seen and meant."""

from pp_lang.diagnostics import Diagnostic, Severity
from pp_lang.semantics import allow_edit
from pp_lang.tools.rename import TextEdit
from pp_lang.tools.syntax_tree import SyntaxTree


def allow_warning(tree: SyntaxTree, warning: Diagnostic) -> TextEdit | None:
    """Return the edit after which checking is silent about a warning; None for an error."""
    if warning.severity is Severity.ERROR or tree.readable is None:
        return None
    edit = allow_edit(warning, tree.readable, tree.source)
    return TextEdit(edit.span, edit.text)
