"""What a file imports, as far as its names go, with the texts that an editor has open."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from pp_lang.compiler import FoundModule, Importer, ImportRefusedError, find_module, namespace_of
from pp_lang.source import SourceFile, Span
from pp_lang.syntax import ImportDecl
from pp_lang.tools.symbols import Namespaces, Symbol, SymbolKind, find_uses
from pp_lang.tools.syntax_tree import SyntaxTree, parse
from pp_lang.tools.typed_uses import Places

_MOST_KEPT = 64


@dataclass(frozen=True, slots=True)
class Imports:
    """What the imported modules define."""

    namespaces: Namespaces
    """Their declarations, by the names of the imports."""
    places: Places
    """Everything that they define, by file and place."""


class OverlayImporter:
    """Finds modules as another importer does, and lets open texts stand for their files."""

    def __init__(self, files: Importer, find_open: Callable[[str], str | None]) -> None:
        self._files = files
        self._find_open = find_open

    def find_file(self, path: str, importer: SourceFile) -> FoundModule:
        """Return the module at `path`, relative to the importing file."""
        return self._overlaid(self._files.find_file(path, importer))

    def find_module(self, names: tuple[str, ...]) -> FoundModule:
        """Return the module with a dotted name."""
        return self._overlaid(self._files.find_module(names))

    def _overlaid(self, found: FoundModule) -> FoundModule:
        text = self._find_open(found.source.name)
        if text is None:
            return found
        return FoundModule(found.key, SourceFile(found.source.name, text))


def find_imports(tree: SyntaxTree, importer: Importer) -> Imports:
    """Return what the modules define that a file imports and that can be read."""
    declarations = tree.readable.declarations if tree.readable is not None else ()
    namespaces: dict[str, dict[str, Symbol]] = {}
    places: dict[str, dict[Span, Symbol]] = {}
    for one in declarations:
        if isinstance(one, ImportDecl):
            found = _find(one, tree.source, importer)
            symbols = {} if found is None else _definitions(found)
            namespaces[namespace_of(one)] = _declarations(symbols)
            if found is not None:
                places[found.name] = symbols
    return Imports(namespaces, places)


def _find(one: ImportDecl, source: SourceFile, importer: Importer) -> SourceFile | None:
    try:
        return find_module(one, source, importer).source
    except ImportRefusedError:
        return None  # checking says so


@lru_cache(maxsize=_MOST_KEPT)
def _definitions(source: SourceFile) -> dict[Span, Symbol]:
    """Return what a file defines as those who import it see it; remembered, as files rest."""
    uses = find_uses(parse(source.text, source.name))
    own = (use.symbol for use in uses if use.span == use.symbol.span)
    return {one.span: replace(one, file=source.name) for one in own}


def _declarations(symbols: dict[Span, Symbol]) -> dict[str, Symbol]:
    return {
        one.name: one
        for one in symbols.values()
        if one.owner is None and one.kind is not SymbolKind.NAMESPACE
    }
