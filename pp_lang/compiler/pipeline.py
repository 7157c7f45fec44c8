"""The stages in a row: text, checked module, graphs. Pure: no files, no clock, no model."""

from dataclasses import dataclass, field

from pp_lang.compiler.importing import Importer, ModuleLoader, NoFiles, missing_namespaces
from pp_lang.compiler.limits import MAX_DEPTH, MAX_NODES, GraphTooDeepError, GraphTooLargeError
from pp_lang.compiler.lower import lower
from pp_lang.compiler.lower_tests import program_of_test, with_test_program
from pp_lang.compiler.problems import GraphTooDeep, GraphTooLarge
from pp_lang.diagnostics import Diagnostic, Problem, Severity
from pp_lang.errors import CompileError
from pp_lang.graph import Region
from pp_lang.semantics import (
    CheckedModule,
    MissingCases,
    TestWithoutExpectation,
    check,
    diagnostic_in,
    lint,
    silence,
)
from pp_lang.source import SourceFile
from pp_lang.syntax import Parsed, Recovered, diagnostic_of, parse


@dataclass(slots=True)
class Compilation:
    """A file without mistakes. The graph of a program is made when it is first asked for."""

    source: SourceFile
    module: CheckedModule
    warnings: tuple[Diagnostic, ...]
    _regions: dict[str, Region] = field(default_factory=dict, repr=False)

    def region(self, program: str) -> Region:
        """Return the graph of the program called `program`.

        Raises `CompileError` where programs that call programs unfold into too many steps.
        """
        if program not in self._regions:
            self._regions[program] = _lower(self.module, program)
        return self._regions[program]

    def for_test(self, name: str) -> "Compilation":
        """Return the file with a program for its test called `name`: `program_of_test(name)`."""
        return Compilation(self.source, with_test_program(self.module, name), self.warnings)

    def test_region(self, name: str) -> Region:
        """Return the graph of the test called `name`. Raises as `region` does."""
        return self.for_test(name).region(program_of_test(name))


def check_source(source: SourceFile, importer: Importer | None = None) -> tuple[Diagnostic, ...]:
    """Return everything there is to say about `source`, in source order."""
    return _front(source, importer or NoFiles(), with_lints=True)[1]


def compile_source(source: SourceFile, importer: Importer | None = None) -> Compilation:
    """Return the compiled file. Raises `CompileError` with all its errors.

    `importer` finds what the file imports; without one nothing can be imported.
    """
    module, diagnostics = _front(source, importer or NoFiles())
    errors = tuple(one for one in diagnostics if one.severity is Severity.ERROR)
    if module is None:
        raise CompileError(source, errors)
    return Compilation(source, module, diagnostics)


def _front(
    source: SourceFile, importer: Importer, *, with_lints: bool = False
) -> tuple[CheckedModule | None, tuple[Diagnostic, ...]]:
    parsed = parse(source)
    if parsed.module is None:
        return None, _broken(parsed, source, importer)
    problems: list[Problem] = []
    namespaces = ModuleLoader(importer).namespaces(parsed.module, source, problems)
    missing = missing_namespaces(parsed.module, namespaces)
    checked = check(parsed.module, source, namespaces, missing=missing)
    problems += checked.problems
    module = None if len(problems) > len(checked.problems) else checked.module
    found = [diagnostic_in(one, source.text) for one in problems]
    if with_lints and module is not None:
        found += lint(parsed.module, source)
    found.sort(key=lambda one: one.label.span)
    return module, silence(tuple(found), parsed.module, source)


def _broken(parsed: Parsed, source: SourceFile, importer: Importer) -> tuple[Diagnostic, ...]:
    """Return the mistakes of form and, of what can still be read, those of meaning.

    No warnings: what seems unused may be used where nothing could be read.
    """
    problems: list[Problem] = []
    if (recovered := parsed.recovered) is not None:
        module = recovered.module
        namespaces = ModuleLoader(importer).namespaces(module, source, problems)
        missing = recovered.missing | missing_namespaces(module, namespaces)
        problems += check(module, source, namespaces, missing=missing).problems
    meant = [diagnostic_in(one, source.text) for one in problems]
    if recovered is not None:
        meant = [one for one in meant if not _is_consequence(one, recovered, source.text)]
    found = [*(diagnostic_of(one, source.text) for one in parsed.problems), *meant]
    return tuple(sorted(found, key=lambda one: one.label.span))


def _is_consequence(one: Diagnostic, recovered: Recovered, text: str) -> bool:
    """Return whether a mistake of meaning may come from what could not be read."""
    span = one.label.span
    if one.severity is not Severity.ERROR or text[span.start : span.end] in recovered.missing:
        return True
    if one.code in (MissingCases.code, TestWithoutExpectation.code):  # may be in a gap below
        below = [gap for gap in recovered.gaps if gap.start > span.end]
        return any("\n}" not in text[span.end : gap.start] for gap in below)
    return any(gap.start <= span.end and span.start <= gap.end for gap in recovered.gaps)


def _lower(module: CheckedModule, program: str) -> Region:
    checked = module.programs[program]
    try:
        return lower(module, checked)
    except GraphTooLargeError:
        problem: Problem = GraphTooLarge(program, MAX_NODES, checked.span)
    except (GraphTooDeepError, RecursionError):  # deep expressions inside deep calls
        problem = GraphTooDeep(program, MAX_DEPTH, checked.span)
    raise CompileError(module.source, (problem.diagnostic(),))
