"""Imported modules: found by whoever compiles, each checked once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from pp_lang.diagnostics import Problem, Severity
from pp_lang.semantics import (
    BrokenImport,
    DuplicateName,
    ImportCycle,
    Imported,
    ImportNotFound,
    check,
)
from pp_lang.source import SourceFile
from pp_lang.syntax import ImportDecl, Module, parse

MOST_MODULES = 1_000


class ImportRefusedError(Exception):
    """A module cannot be had; its text says why, `help` what to do."""

    def __init__(self, reason: str, help_: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.help = help_


@dataclass(frozen=True, slots=True)
class FoundModule:
    """The text of a module and the name that tells it from all others."""

    key: str
    source: SourceFile


class Importer(Protocol):
    """Finds modules. The compiler reads no files itself."""

    def find_file(self, path: str, importer: SourceFile) -> FoundModule:
        """Return the module at `path`, relative to the file that imports it.

        Raises `ImportRefusedError`.
        """
        ...

    def find_module(self, names: tuple[str, ...]) -> FoundModule:
        """Return the module with a dotted name: of `std`, or of an installed package.

        Raises `ImportRefusedError`.
        """
        ...


class NoFiles:
    """An importer for text that belongs to no folder and may reach nothing."""

    def find_file(self, path: str, importer: SourceFile) -> FoundModule:
        """Refuse."""
        raise ImportRefusedError("the program is no file", "Compile it from a file.")

    def find_module(self, names: tuple[str, ...]) -> FoundModule:
        """Refuse."""
        raise ImportRefusedError("nothing can be imported here")


class ModuleLoader:
    """Loads the modules that one file imports, and those that they import."""

    def __init__(self, importer: Importer) -> None:
        self._importer = importer
        self._done: dict[str, Imported | str] = {}
        self._open: list[str] = []

    def namespaces(
        self, module: Module, source: SourceFile, problems: list[Problem]
    ) -> dict[str, Imported]:
        """Return the imported modules by the names of their imports; report what is wrong."""
        found: dict[str, Imported] = {}
        spans: dict[str, ImportDecl] = {}
        for one in _imports(module):
            name = namespace_of(one)
            if name in spans:
                problems.append(DuplicateName(name, one.span, spans[name].span))
                continue
            spans[name] = one
            loaded = self._load(one, source)
            if isinstance(loaded, Imported):
                found[name] = loaded
            else:
                problems.append(loaded)
        return found

    def _load(self, one: ImportDecl, source: SourceFile) -> Imported | Problem:
        wanted = one.file if one.file is not None else one.path.text if one.path else ""
        try:
            if one.file is not None:
                module = self._importer.find_file(one.file, source)
            else:
                assert one.path is not None, "an import has a file or a path"
                names = tuple(name.text for name in one.path.names)
                module = self._importer.find_module(names)
        except ImportRefusedError as error:
            return ImportNotFound(wanted, one.span, error.reason, error.help)
        if module.key in self._open:
            path = (*self._open[self._open.index(module.key) :], module.key)
            return ImportCycle(path, one.span)
        if len(self._done) >= MOST_MODULES:
            return ImportNotFound(wanted, one.span, f"more than {MOST_MODULES:,} modules")
        return self._check(module, wanted, one)

    def _check(self, found: FoundModule, wanted: str, one: ImportDecl) -> Imported | Problem:
        known = self._done.get(found.key)
        if isinstance(known, Imported):
            return known
        self._open.append(found.key)
        problems: list[Problem] = []
        parsed = parse(found.source)
        problems += parsed.problems
        if parsed.module is not None:
            spaces = self.namespaces(parsed.module, found.source, problems)
            missing = missing_namespaces(parsed.module, spaces)
            checked = check(parsed.module, found.source, spaces, f"{found.key}.", missing)
            problems += checked.problems
        self._open.pop()
        for problem in problems:
            if isinstance(problem, ImportCycle):
                return ImportCycle(problem.path, one.span)
        errors = [d for p in problems if (d := p.diagnostic()).severity is Severity.ERROR]
        if errors or parsed.module is None:
            line, _ = found.source.position(errors[0].label.span.start)
            first = f"line {line}: {errors[0].title}"
            return BrokenImport(wanted, one.span, len(errors), first)
        self._done[found.key] = checked.imported
        return checked.imported


def namespace_of(one: ImportDecl) -> str:
    """Return the name that an import is used by: its own, or the last part of what it names."""
    if one.alias is not None:
        return one.alias.text
    if one.path is not None:
        return one.path.last.text
    assert one.file is not None, "an import has a file or a path"
    return one.file.replace("\\", "/").rpartition("/")[2].removesuffix(".pp")


def missing_namespaces(module: Module, found: Mapping[str, Imported]) -> frozenset[str]:
    """Return the names of the imports that failed."""
    return frozenset({namespace_of(one) for one in _imports(module)} - found.keys())


def _imports(module: Module) -> Iterator[ImportDecl]:
    return (one for one in module.declarations if isinstance(one, ImportDecl))
