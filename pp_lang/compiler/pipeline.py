"""The stages in a row: text, checked module, graphs. Pure: no files, no clock, no model."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pp_lang.compiler.consequences import own_mistakes
from pp_lang.compiler.importing import Importer, ModuleLoader, NoFiles, ReadModule
from pp_lang.compiler.limits import MAX_DEPTH, MAX_NODES, GraphTooDeepError, GraphTooLargeError
from pp_lang.compiler.lower_tests import program_of_test, with_test_program
from pp_lang.compiler.problems import GraphTooDeep, GraphTooLarge
from pp_lang.diagnostics import Diagnostic, Problem, Severity, did_you_mean
from pp_lang.errors import CompileError, InputError
from pp_lang.semantics import Checked, CheckedModule, CheckedProgram, lint, silence
from pp_lang.source import SourceFile
from pp_lang.syntax import diagnostic_of, without_collecting

if TYPE_CHECKING:
    from pp_lang.graph import Region


@dataclass(slots=True)
class Compilation:
    """A file without mistakes. The graph of a program is made when it is first asked for."""

    source: SourceFile
    module: CheckedModule
    warnings: tuple[Diagnostic, ...]
    _regions: "dict[str, Region]" = field(default_factory=dict, repr=False)

    def find_program(self, name: str | None, advice: str = "") -> CheckedProgram:
        """Return the program called `name`; None means `main`, or the only one there is.

        Raises `InputError`, whose hint lists the programs, and then gives `advice`.
        """
        programs = self.module.runnable
        if name is None:
            name = next(iter(programs)) if len(programs) == 1 else "main"
        if name in programs:
            return programs[name]
        if name in self.module.programs:
            raise InputError(
                f"{self.source.name}: `{name}` takes functions, so it cannot be run by itself",
                hint="Call it in a program that says which.",
            )
        listed = ", ".join(f"`{known}`" for known in programs)
        hint = did_you_mean(name, programs)
        if "=" in name:
            hint = f"Inputs are given with `--input {name}`."
        raise InputError(
            f"{self.source.name}: there is no program `{name}`",
            hint=hint or (f"It has {listed}{advice}." if listed else "It has no program."),
        )

    def region(self, program: str) -> "Region":
        """Return the graph of the program called `program`.

        Raises `CompileError` where programs that call programs unfold into too many steps.
        """
        if program not in self._regions:
            self._regions[program] = _lower(self.module, program)
        return self._regions[program]

    def for_test(self, name: str) -> "Compilation":
        """Return the file with a program for its test called `name`: `program_of_test(name)`."""
        return Compilation(self.source, with_test_program(self.module, name), self.warnings)

    def test_region(self, name: str) -> "Region":
        """Return the graph of the test called `name`. Raises as `region` does."""
        return self.for_test(name).region(program_of_test(name))


def check_source(source: SourceFile, importer: Importer | None = None) -> tuple[Diagnostic, ...]:
    """Return everything there is to say about `source`, in source order."""
    return inspect_source(source, importer).diagnostics


@dataclass(frozen=True, slots=True)
class Inspected:
    """All that checking knows about a file, right or wrong."""

    diagnostics: tuple[Diagnostic, ...]
    meaning: Checked | None
    """Types and definitions by place; None where nothing can be read."""


def inspect_source(source: SourceFile, importer: Importer | None = None) -> Inspected:
    """Return what `check_source` says about `source`, and what was found out on the way."""
    read = ModuleLoader(importer or NoFiles()).read(source)
    return Inspected(_diagnostics_of(read, source, with_lints=True)[1], read.checked)


def compile_source(source: SourceFile, importer: Importer | None = None) -> Compilation:
    """Return the compiled file. Raises `CompileError` with all its errors.

    `importer` finds what the file imports; without one nothing can be imported.
    """
    read = ModuleLoader(importer or NoFiles()).read(source)
    module, diagnostics = _diagnostics_of(read, source, with_lints=False)
    errors = tuple(one for one in diagnostics if one.severity is Severity.ERROR)
    if module is None:
        raise CompileError(source, errors)
    return Compilation(source, module, diagnostics)


def _diagnostics_of(
    read: ReadModule, source: SourceFile, *, with_lints: bool
) -> tuple[CheckedModule | None, tuple[Diagnostic, ...]]:
    found = [diagnostic_of(one, source.text) for one in read.of_form]
    if read.tree is None or read.checked is None:
        return None, tuple(found)
    module = None if read.of_form or read.of_imports else read.checked.module
    meaning = [*read.of_imports, *read.checked.problems]
    found += own_mistakes(meaning, source.text, read.recovered)
    if with_lints and module is not None:
        found += lint(read.tree, source)
    found.sort(key=lambda one: one.label.span)
    return module, silence(tuple(found), read.tree, source)


@without_collecting()
def _lower(module: CheckedModule, program: str) -> "Region":
    from pp_lang.compiler.lower import lower  # checking makes no graphs

    checked = module.programs[program]
    try:
        return lower(module, checked)
    except GraphTooLargeError:
        problem: Problem = GraphTooLarge(program, MAX_NODES, checked.span)
    except (GraphTooDeepError, RecursionError):  # deep expressions inside deep calls
        problem = GraphTooDeep(program, MAX_DEPTH, checked.span)
    raise CompileError(module.source, (problem.diagnostic(),))
