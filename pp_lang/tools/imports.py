"""What a file imports, as far as its names go, with the texts that an editor has open."""

from collections.abc import Callable

from pp_lang.compiler import FoundModule, Importer, ImportRefusedError, find_module, namespace_of
from pp_lang.source import SourceFile
from pp_lang.syntax import ImportDecl
from pp_lang.tools.symbols import Namespaces, Symbol, find_exports
from pp_lang.tools.syntax_tree import SyntaxTree, parse


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


def find_namespaces(tree: SyntaxTree, importer: Importer) -> Namespaces:
    """Return the declarations of the modules that a file imports and that can be read."""
    declarations = tree.readable.declarations if tree.readable is not None else ()
    imports = (one for one in declarations if isinstance(one, ImportDecl))
    return {namespace_of(one): _exports(one, tree.source, importer) for one in imports}


def _exports(one: ImportDecl, source: SourceFile, importer: Importer) -> dict[str, Symbol]:
    try:
        found = find_module(one, source, importer)
    except ImportRefusedError:
        return {}  # checking says so
    return find_exports(parse(found.source.text, found.source.name))
