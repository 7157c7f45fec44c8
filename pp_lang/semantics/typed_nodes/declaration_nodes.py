"""Declarations that were checked, and the module that they make."""

from dataclasses import dataclass, field

from pp_lang.semantics.ty import FunctionTy, Ty
from pp_lang.semantics.type_variables import variables_in
from pp_lang.semantics.typed_nodes.body_nodes import TypedPart
from pp_lang.semantics.typed_nodes.expr_nodes import TypedBinding, TypedBlock, TypedExpr
from pp_lang.semantics.typed_nodes.options import Options
from pp_lang.source import SourceFile, Span
from pp_lang.syntax import Expr


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a context, template or program."""

    name: str
    ty: Ty
    default: TypedExpr | None
    span: Span
    default_function: Expr | None = None
    """As written: what it is depends on the types of each call."""
    until: TypedExpr | None = None
    """Of a list: what holds where its items so far, under its own name, are enough; `remaining` is
    how many may still come."""

    @property
    def is_required(self) -> bool:
        """Whether every call must give it."""
        return self.default is None and self.default_function is None


@dataclass(frozen=True, slots=True)
class CheckedContext:
    """A context: shared text with parameters."""

    name: str
    parameters: tuple[Parameter, ...]
    parent: str | None
    options: Options
    body: tuple[TypedPart, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class CheckedTemplate:
    """A template: a typed function whose body is a prompt."""

    name: str
    parameters: tuple[Parameter, ...]
    output: Ty
    parent: str | None
    """Key of the context that it is within, or of the template whose answers it continues."""
    options: Options
    body: tuple[TypedPart, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class CheckedProgram:
    """A program: a typed function whose body is values."""

    name: str
    parameters: tuple[Parameter, ...]
    """Values and functions, in order."""
    output: Ty
    doc: str | None
    options: Options
    """Inherited by every call of a model inside."""
    body: TypedBlock
    span: Span

    @property
    def is_runnable(self) -> bool:
        """Whether it can be run by itself: it takes values of known types only."""
        types = (self.output, *(one.ty for one in self.parameters))
        return not any(isinstance(ty, FunctionTy) or variables_in(ty) for ty in types)


@dataclass(frozen=True, slots=True)
class CheckedExtern:
    """A function of Python as a program knows it. Nothing is imported to check a program."""

    name: str
    parameters: tuple[Parameter, ...]
    output: Ty
    target: str
    """`module:function`."""
    options: Options
    span: Span

    @property
    def module(self) -> str:
        """The dotted name of the module, which is what a grant names."""
        return self.target.partition(":")[0]

    @property
    def function(self) -> str:
        """The name of the function in its module, dotted where it belongs to a class."""
        return self.target.partition(":")[2]

    @property
    def is_pure(self) -> bool:
        """Whether the same arguments always give the same result, and nothing else happens."""
        return self.options.get("pure") is True

    @property
    def version(self) -> str:
        """What changes when the function's results do."""
        value = self.options.get("version")
        return value if isinstance(value, str) else ""

    @property
    def timeout_s(self) -> float | None:
        """Most seconds that one call may take."""
        value = self.options.get("timeout")
        return float(value) if isinstance(value, int | float) else None


@dataclass(frozen=True, slots=True)
class CheckedModel:
    """A model with its settings: a known name or the path of a GGUF file."""

    name: str
    location: str
    options: Options
    span: Span


@dataclass(frozen=True, slots=True)
class CaseTable:
    """The table of a test: it is run for each row."""

    name: str
    rows: TypedExpr
    """A list; it holds no step."""
    element: Ty
    span: Span


@dataclass(frozen=True, slots=True)
class Expectation:
    """What must hold at the end of a test; a soft one only warns."""

    condition: TypedExpr
    names: tuple[str, ...]
    """Those of the test's names that it mentions, in alphabetical order."""
    is_soft: bool
    span: Span


@dataclass(frozen=True, slots=True)
class ScriptedAnswers:
    """What a template answers in a test, call after call."""

    template: str
    answers: TypedExpr
    """A list of values of the template's type."""
    scored: frozenset[int]
    """Indexes of the items that are records: `answer`, and what a model would know about it."""


@dataclass(frozen=True, slots=True)
class CheckedTest:
    """A test: what templates answer in it, what is run, what is expected."""

    name: str
    scripted: tuple[ScriptedAnswers, ...]
    cases: CaseTable | None
    givens: tuple[TypedBinding, ...]
    expectations: tuple[Expectation, ...]
    span: Span
    externs: tuple[tuple[str, TypedExpr], ...] = ()
    """The same for functions of Python, which are not called then."""


@dataclass(frozen=True, slots=True)
class CheckedModule:
    """A whole file without mistakes."""

    source: SourceFile
    doc: str | None
    types: dict[str, Ty]
    contexts: dict[str, CheckedContext]
    templates: dict[str, CheckedTemplate]
    programs: dict[str, CheckedProgram]
    models: dict[str, CheckedModel]
    library: dict[str, CheckedProgram] = field(default_factory=dict)
    """Programs of imported modules, under keys of their own; so are the contexts, templates, models
    and externs that were imported."""
    tests: dict[str, CheckedTest] = field(default_factory=dict)
    """In the order of the file; never those of imported modules."""
    externs: dict[str, CheckedExtern] = field(default_factory=dict)

    @property
    def runnable(self) -> dict[str, CheckedProgram]:
        """The programs of this file that can be run by themselves, and so have a graph."""
        return {name: one for name, one in self.programs.items() if one.is_runnable}
