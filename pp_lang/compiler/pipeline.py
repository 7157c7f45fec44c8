"""The stages in a row: text, checked module, graphs. Pure: no files, no clock, no model."""

from dataclasses import dataclass, field

from pp_lang.compiler.consequences import own_mistakes
from pp_lang.compiler.importing import Importer, ModuleLoader, NoFiles, missing_namespaces
from pp_lang.compiler.limits import MAX_DEPTH, MAX_NODES, GraphTooDeepError, GraphTooLargeError
from pp_lang.compiler.lower import lower
from pp_lang.compiler.lower_tests import program_of_test, with_test_program
from pp_lang.compiler.problems import GraphTooDeep, GraphTooLarge
from pp_lang.diagnostics import Diagnostic, Problem, Severity
from pp_lang.errors import CompileError
from pp_lang.graph import Region
from pp_lang.semantics import CheckedModule, check, lint, silence
from pp_lang.source import SourceFile
from pp_lang.syntax import diagnostic_of, parse


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
    recovered = parsed.recovered
    found = [diagnostic_of(one, source.text) for one in parsed.problems]
    tree = recovered.module if recovered is not None else parsed.module
    if tree is None:
        return None, tuple(found)
    problems: list[Problem] = []
    namespaces = ModuleLoader(importer).namespaces(tree, source, problems)
    missing = missing_namespaces(tree, namespaces)
    if recovered is not None:
        missing |= recovered.missing
    checked = check(tree, source, namespaces, missing=missing)
    module = None if problems or parsed.problems else checked.module
    found += own_mistakes([*problems, *checked.problems], source.text, recovered)
    if with_lints and module is not None:
        found += lint(tree, source)
    found.sort(key=lambda one: one.label.span)
    return module, silence(tuple(found), tree, source)


def _lower(module: CheckedModule, program: str) -> Region:
    checked = module.programs[program]
    try:
        return lower(module, checked)
    except GraphTooLargeError:
        problem: Problem = GraphTooLarge(program, MAX_NODES, checked.span)
    except (GraphTooDeepError, RecursionError):  # deep expressions inside deep calls
        problem = GraphTooDeep(program, MAX_DEPTH, checked.span)
    raise CompileError(module.source, (problem.diagnostic(),))
