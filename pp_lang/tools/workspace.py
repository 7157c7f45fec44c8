"""The open files of an editor: one call for each edit, and answers about what is there now."""

from dataclasses import dataclass

from pp_lang.diagnostics import Diagnostic
from pp_lang.source import SourceFile
from pp_lang.tools.check import Checked, check_file
from pp_lang.tools.syntax_tree import SyntaxTree, parse


@dataclass(frozen=True, slots=True)
class Document:
    """One version of one file."""

    checked: Checked
    tree: SyntaxTree

    @property
    def source(self) -> SourceFile:
        """Its name and text."""
        return self.checked.source


class Workspace:
    """Files under names, as an editor holds them."""

    def __init__(self) -> None:
        self._documents: dict[str, Document] = {}

    def update(self, name: str, text: str) -> tuple[Diagnostic, ...]:
        """Take the whole text that `name` has now, and return what there is to say about it."""
        known = self._documents.get(name)
        if known is None or known.source.text != text:
            checked = check_file(SourceFile(name, text))
            self._documents[name] = Document(checked, parse(text, name))
        return self.diagnostics(name)

    def remove(self, name: str) -> None:
        """Forget the text of `name`; where other files need it, it is read from its file again."""
        self._documents.pop(name, None)

    @property
    def names(self) -> tuple[str, ...]:
        """The files held, in the order of their first update."""
        return tuple(self._documents)

    def document(self, name: str) -> Document:
        """Return the last version of `name`, which must be held."""
        return self._documents[name]

    def diagnostics(self, name: str) -> tuple[Diagnostic, ...]:
        """Return what there is to say about the last version of `name`."""
        return self._documents[name].checked.diagnostics
