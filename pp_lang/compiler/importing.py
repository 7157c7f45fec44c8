"""Imported modules: found by whoever compiles, each checked once."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from pp_lang.diagnostics import Problem, Severity
from pp_lang.semantics import (
    BrokenImport,
    Checked,
    DuplicateName,
    ImportCycle,
    Imported,
    ImportNotFound,
    check,
)
from pp_lang.source import SourceFile, Span
from pp_lang.syntax import ImportDecl, Module, Recovered, parse, without_collecting

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


@dataclass(frozen=True, slots=True)
class ReadModule:
    """What the text of a module gives."""

    tree: Module | None
    """What could be read of it; None where nothing could."""
    checked: Checked | None
    """None where there is no tree."""
    of_form: tuple[Problem, ...] = ()
    """The mistakes of its form."""
    of_imports: tuple[Problem, ...] = ()
    """The imports that failed."""
    recovered: Recovered | None = None
    """Where its form is wrong: which parts the tree lacks."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All mistakes: where its form is wrong those alone, as others may follow from them."""
        if self.of_form or self.checked is None:
            return self.of_form
        return (*self.of_imports, *self.checked.problems)


class ModuleLoader:
    """Reads one file, the modules that it imports, and those that they import."""

    def __init__(self, importer: Importer) -> None:
        self._importer = importer
        self._done: dict[str, Imported | _Broken | _Circle] = {}
        self._open: list[str] = []

    def read(self, source: SourceFile, prefix: str = "") -> ReadModule:
        """Return the checked text of a module, `prefix` before the names of its declarations."""
        parsed = parse(source)
        recovered = parsed.recovered
        tree = parsed.module if recovered is None else recovered.module
        if tree is None:
            return ReadModule(None, None, parsed.problems)
        failed: list[Problem] = []
        found = self._namespaces(tree, source, failed)
        missing = {namespace_of(one) for one in _imports(tree)} - found.keys()
        if recovered is not None:
            missing |= recovered.missing
        with without_collecting():
            checked = check(tree, source, found, prefix, frozenset(missing))
        return ReadModule(tree, checked, parsed.problems, tuple(failed), recovered)

    def _namespaces(
        self, module: Module, source: SourceFile, problems: list[Problem]
    ) -> dict[str, Imported]:
        """Return the imported modules by the names of their imports; report what is wrong."""
        found: dict[str, Imported] = {}
        spans: dict[str, Span] = {}
        for one in _imports(module):
            name = namespace_of(one)
            if name in spans:
                problems.append(DuplicateName(name, one.span, spans[name]))
                continue
            spans[name] = one.span
            loaded = self._load(one, source)
            if isinstance(loaded, Imported):
                found[name] = loaded
            else:
                problems.append(loaded)
        return found

    def _load(self, one: ImportDecl, source: SourceFile) -> Imported | Problem:
        wanted = one.file if one.file is not None else one.path.text if one.path else ""
        try:
            module = find_module(one, source, self._importer)
        except ImportRefusedError as error:
            return ImportNotFound(wanted, one.span, error.reason, error.help)
        if module.key in self._open:
            path = (*self._open[self._open.index(module.key) :], module.key)
            return ImportCycle(path, one.span)
        if len(self._done) >= MOST_MODULES:
            return ImportNotFound(wanted, one.span, f"more than {MOST_MODULES:,} modules")
        return self._check(module, wanted, one)

    def _check(self, found: FoundModule, wanted: str, one: ImportDecl) -> Imported | Problem:
        if found.key not in self._done:
            self._open.append(found.key)
            read = self.read(found.source, f"{found.key}.")
            self._open.pop()
            self._done[found.key] = _outcome(read, found.source)
        match self._done[found.key]:
            case Imported() as imported:
                return imported
            case _Circle(path):
                return ImportCycle(path, one.span)
            case _Broken(mistakes):
                return BrokenImport(wanted, one.span, mistakes)


@dataclass(frozen=True, slots=True)
class _Circle:
    """A module from which imports lead back to one on the way to it."""

    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Broken:
    """A module with mistakes, each with its line."""

    mistakes: tuple[str, ...]


def _outcome(read: ReadModule, source: SourceFile) -> Imported | _Broken | _Circle:
    """Return what all importers of a module get."""
    for problem in read.problems:
        if isinstance(problem, ImportCycle):
            return _Circle(problem.path)
    found = (problem.diagnostic() for problem in read.problems)
    errors = sorted(
        (one for one in found if one.severity is Severity.ERROR), key=lambda one: one.label.span
    )
    if errors or read.checked is None:
        lines = (source.position(one.label.span.start)[0] for one in errors)
        pairs = zip(lines, errors, strict=True)
        return _Broken(tuple(f"line {line}: {one.title}" for line, one in pairs))
    return read.checked.imported


def find_module(one: ImportDecl, source: SourceFile, importer: Importer) -> FoundModule:
    """Return the module that an import of `source` names. Raises `ImportRefusedError`."""
    if one.file is not None:
        return importer.find_file(one.file, source)
    assert one.path is not None, "an import has a file or a path"
    return importer.find_module(tuple(name.text for name in one.path.names))


def namespace_of(one: ImportDecl) -> str:
    """Return the name that an import is used by: its own, or the last part of what it names."""
    if one.alias is not None:
        return one.alias.text
    if one.path is not None:
        return one.path.last.text
    assert one.file is not None, "an import has a file or a path"
    return one.file.replace("\\", "/").rpartition("/")[2].removesuffix(".pp")


def _imports(module: Module) -> Iterator[ImportDecl]:
    return (one for one in module.declarations if isinstance(one, ImportDecl))
