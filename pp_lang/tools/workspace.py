"""Open files of an editor: the text that it shows, and what is known about it."""

from bisect import bisect_right
from dataclasses import dataclass, replace

from pp_lang.compiler import Compilation, Importer, compile_source
from pp_lang.diagnostics import Diagnostic
from pp_lang.semantics import Ty
from pp_lang.tools.front import Checked, check, importer_of
from pp_lang.tools.imports import OverlayImporter
from pp_lang.tools.rename import TextEdit, edit_of
from pp_lang.tools.rename import rename as rename_symbol
from pp_lang.tools.symbols import Symbol, SymbolKind, Use


@dataclass(frozen=True, slots=True)
class Document:
    """One version of an open file."""

    name: str
    checked: Checked
    last_readable: Checked
    """The latest version that parsed, for what is asked while a line is being written."""

    @property
    def text(self) -> str:
        """The whole text."""
        return self.checked.tree.source.text

    @property
    def has_imports(self) -> bool:
        """Whether it imports anything."""
        return bool(self.checked.namespaces)

    def use_at(self, offset: int) -> Use | None:
        """Return the use at or right before `offset`, or None."""
        uses = self.checked.uses
        index = bisect_right(uses, offset, key=lambda use: use.span.start)
        found = [use for use in uses[max(0, index - 2) : index] if use.span.end >= offset]
        return found[-1] if found else None

    def visible_at(self, offset: int) -> tuple[Symbol, ...]:
        """Return what can be named at `offset`: declarations, and names of the one around it."""
        owner = self._owner_at(offset)
        seen: dict[str, Symbol] = {}
        for checked in (self.checked, self.last_readable):
            for symbol in checked.symbols:
                is_field = symbol.kind is SymbolKind.FIELD
                if not is_field and symbol.owner in (None, owner):
                    if checked is self.checked and not _reaches(symbol, offset):
                        continue
                    seen.setdefault(symbol.name, symbol)
        return tuple(seen.values())

    def parameters_of(self, declaration: str) -> tuple[Symbol, ...]:
        """Return the parameters of a declaration, in order; none where there is no such one."""
        for checked in (self.checked, self.last_readable):
            found = [one for one in checked.symbols if one.owner == declaration]
            if found:
                return tuple(one for one in found if one.kind is SymbolKind.PARAMETER)
        return ()

    def find_value(self, name: str, owner: str | None, offset: int) -> tuple[Checked, Ty] | None:
        """Return the type of the value that `name` stands for, and the version that tells it.

        `owner` is the declaration around `offset`. None where it is no value, or not known.
        """
        for checked in (self.checked, self.last_readable):
            named = [
                one
                for one in checked.symbols
                if one.name == name and one.owner == owner and one.kind is not SymbolKind.FIELD
            ]
            near = [one for one in named if _reaches(one, offset)]
            for symbol in near or named:
                ty = checked.meaning.type_at(symbol.span)
                if ty is not None:
                    return checked, ty
        return None

    def _owner_at(self, offset: int) -> str | None:
        for symbol in self.checked.symbols:
            if symbol.owner is None and symbol.extent.start <= offset <= symbol.extent.end:
                return symbol.name
        for head in reversed(self.checked.tree.heads):
            if head.span.start <= offset:
                return head.name
        return None


class Workspace:
    """Documents by name. Every change gives the whole text and is checked at once.

    A document that is named by its path may import files; those that are open count as shown.
    """

    def __init__(self) -> None:
        self._documents: dict[str, Document] = {}

    def update(self, name: str, text: str) -> tuple[Diagnostic, ...]:
        """Take the text that `name` has now and return what there is to say about it."""
        before = self._documents.get(name)
        if before is None or before.text != text:
            self._documents[name] = self._check(name, text, before)
        return self._documents[name].checked.diagnostics

    def refresh(self, changed: str) -> tuple[str, ...]:
        """Check again what may import `changed`, and return the names of those documents."""
        found = [
            name
            for name, document in self._documents.items()
            if name != changed and document.has_imports
        ]
        for name in found:
            document = self._documents[name]
            self._documents[name] = self._check(name, document.text, document)
        return tuple(found)

    def _check(self, name: str, text: str, before: Document | None) -> Document:
        checked = check(text, name, self._importer(name))
        last = checked
        if before is not None and checked.tree.module is None:
            last = before.last_readable
        return Document(name, checked, last)

    def _importer(self, name: str) -> Importer:
        return OverlayImporter(importer_of(name), self._find_open)

    def _find_open(self, name: str) -> str | None:
        document = self._documents.get(name)
        return None if document is None else document.text

    def close(self, name: str) -> None:
        """Forget `name`; one that is not open is no mistake."""
        self._documents.pop(name, None)

    def document(self, name: str) -> Document:
        """Return the open document called `name`. Raises `KeyError` where there is none."""
        return self._documents[name]

    def find(self, name: str) -> Document | None:
        """Return the open document called `name`, or None."""
        return self._documents.get(name)

    def diagnostics(self, name: str) -> tuple[Diagnostic, ...]:
        """Return what there is to say about an open document."""
        return self._documents[name].checked.diagnostics

    def compile(self, name: str) -> Compilation:
        """Return the compiled document. Raises `CompileError` where it has mistakes."""
        return compile_source(self._documents[name].checked.tree.source, self._importer(name))

    def symbol_at(self, name: str, offset: int) -> Symbol | None:
        """Return what the name at `offset` stands for, or None."""
        use = self._documents[name].use_at(offset)
        return use.symbol if use is not None else None

    def uses_of(self, name: str, symbol: Symbol) -> tuple[Use, ...]:
        """Return the places where `symbol` is named, its definition included, in order."""
        uses = self._documents[name].checked.uses
        return tuple(use for use in uses if use.symbol == symbol)

    def uses_elsewhere(self, name: str, symbol: Symbol) -> dict[str, tuple[Use, ...]]:
        """Return where other open documents name a symbol that `name` defines or imports."""
        home = symbol.file or name
        found = {}
        for other, document in self._documents.items():
            wanted = replace(symbol, file=None if other == home else home)
            uses = tuple(use for use in document.checked.uses if use.symbol == wanted)
            if other != name and uses:
                found[other] = uses
        return found

    def rename_elsewhere(
        self, name: str, symbol: Symbol, new_name: str
    ) -> dict[str, tuple[TextEdit, ...]]:
        """Return the edits of the other open documents that go with a rename."""
        found = self.uses_elsewhere(name, symbol)
        return {
            other: tuple(edit_of(use, new_name) for use in uses) for other, uses in found.items()
        }

    def rename(self, name: str, symbol: Symbol, new_name: str) -> tuple[TextEdit, ...]:
        """Return the edits that rename `symbol`. Raises `InputError` where that is not safe."""
        checked = self._documents[name].checked
        return rename_symbol(checked, symbol, new_name, self._importer(name))


def _reaches(symbol: Symbol, offset: int) -> bool:
    """Return whether `symbol` can be named at `offset`: a loop's variable only inside the loop."""
    extent = symbol.extent
    return symbol.kind is not SymbolKind.VARIABLE or extent.start <= offset <= extent.end
