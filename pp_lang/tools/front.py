"""Texts to what is known about them: messages, one style, plan, graph."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from pp_lang.api import FileImporter
from pp_lang.compiler import (
    Compilation,
    FixedSource,
    Importer,
    compile_source,
    fix_source,
    inspect_source,
)
from pp_lang.diagnostics import Diagnostic, Severity
from pp_lang.source import SourceFile
from pp_lang.syntax import format_source
from pp_lang.tools.imports import Imports, find_imports
from pp_lang.tools.meaning import Meaning, meaning_of
from pp_lang.tools.symbols import Namespaces, Symbol, Use, find_uses
from pp_lang.tools.syntax_tree import SyntaxTree, parse
from pp_lang.tools.typed_uses import with_typed_uses

DEFAULT_NAME = "program.pp"


@dataclass(frozen=True)
class Checked:
    """One version of a file and all that checking says about it."""

    tree: SyntaxTree
    diagnostics: tuple[Diagnostic, ...]
    """Errors and warnings, in the order of their places."""
    meaning: Meaning = field(repr=False)
    """Types, members of values, forms of calls."""
    imports: Imports = field(repr=False)
    """What the imported modules define."""

    @property
    def namespaces(self) -> Namespaces:
        """What the imported modules declare, by the names of the imports."""
        return self.imports.namespaces

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """Where names stand, definitions included, in order; also of a file with mistakes.

        Found when it is first asked for: what is checked while somebody types mostly is not.
        """
        uses = find_uses(self.tree, self.namespaces)
        name, places = self.tree.source.name, self.imports.places
        return with_typed_uses(uses, self.meaning.trace, name, places)

    @property
    def is_ok(self) -> bool:
        """Whether the file has no errors; it may have warnings."""
        return all(one.severity is not Severity.ERROR for one in self.diagnostics)

    @cached_property
    def symbols(self) -> tuple[Symbol, ...]:
        """All names that the file defines, in order."""
        own = (use for use in self.uses if use.symbol.file is None)
        return tuple(use.symbol for use in own if use.span == use.symbol.span)


def check(text: str, name: str = DEFAULT_NAME, importer: Importer | None = None) -> Checked:
    """Return what there is to say about `text`. Never raises for what the text says.

    `importer` finds what the text imports; without one that is looked for beside the file `name`.
    """
    importer = importer or importer_of(name)
    tree = parse(text, name)
    imports = find_imports(tree, importer)
    inspected = inspect_source(tree.source, importer)
    return Checked(tree, inspected.diagnostics, meaning_of(inspected.meaning), imports)


def importer_of(name: str) -> FileImporter:
    """Return what finds imports: beside the file, where `name` is the path of one."""
    path = Path(name)
    return FileImporter(path.parent if path.is_absolute() or path.is_file() else None)


def format_text(text: str, name: str = DEFAULT_NAME) -> str:
    """Return `text` in the one style. Raises `CompileError` where its form is wrong."""
    return format_source(SourceFile(name, text))


def fix_text(text: str, name: str = DEFAULT_NAME, importer: Importer | None = None) -> FixedSource:
    """Return the text with all sure fixes made, as `pp check --fix` does, and what is left to say.

    Never raises for what the text says.
    """
    importer = importer or importer_of(name)
    return fix_source(
        SourceFile(name, text), lambda source: inspect_source(source, importer).diagnostics
    )


def graph(
    text: str,
    program: str | None = None,
    name: str = DEFAULT_NAME,
    importer: Importer | None = None,
    advice: str = "",
) -> str:
    """Return the graph of a program as `pp graph` prints it.

    `program` None means `main`, or the only one. Raises `CompileError`, or `InputError` where there
    is no such program; its hint lists those that there are, and then gives `advice`.
    """
    from pp_lang.graph import dump_text

    compilation, chosen = _compile(text, program, name, importer, advice)
    return dump_text(compilation.region(chosen))


def plan(text: str, program: str | None = None, name: str = DEFAULT_NAME) -> dict[str, Any]:
    """Return the plan of a program as `pp plan --json` prints it, without inputs and model.

    What depends on inputs is known within bounds; tokens are not counted. Raises as `graph` does.
    """
    from pp_lang.planner import make_plan, plan_to_json

    compilation, chosen = _compile(text, program, name)
    return plan_to_json(make_plan(compilation, chosen, {}, None))


def _compile(
    text: str, program: str | None, name: str, importer: Importer | None = None, advice: str = ""
) -> tuple[Compilation, str]:
    compilation = compile_source(SourceFile(name, text), importer or importer_of(name))
    return compilation, compilation.find_program(program, advice).name
