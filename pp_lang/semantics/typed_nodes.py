"""The typed tree: what `check` returns. Every name is bound, every expression has its type."""

from dataclasses import dataclass, field
from typing import Literal

from pp_lang.semantics.intervals import ANY, Interval
from pp_lang.semantics.ty import FunctionTy, Scalar, Ty
from pp_lang.semantics.type_variables import variables_in
from pp_lang.source import SourceFile, Span
from pp_lang.syntax import Expr

OptionValue = Scalar | tuple[str, ...] | tuple[float, ...] | None
Role = Literal["system", "user", "assistant"]
ReduceMode = Literal["flat", "tree", "fold"]


@dataclass(frozen=True, slots=True)
class Options:
    """Settings written where a model is called; the nearest to the call wins."""

    values: tuple[tuple[str, OptionValue], ...] = ()

    def over(self, outer: "Options") -> "Options":
        """Return these options laid over `outer`."""
        return Options(tuple({**dict(outer.values), **dict(self.values)}.items()))

    def get(self, name: str) -> OptionValue:
        """Return the value of the option, or None where it is not set."""
        return dict(self.values).get(name)


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of a map, sample, repeat or reduce, each computed where its node begins."""

    values: tuple[tuple[str, "TypedExpr"], ...] = ()


# Expressions. None of these is a step: they are computed from values that exist.


@dataclass(frozen=True, slots=True)
class TypedLiteral:
    """A constant of the program; None is the value `none`."""

    value: Scalar | None
    ty: Ty
    span: Span


@dataclass(frozen=True, slots=True)
class TypedName:
    """The value of a parameter, a named value or a loop variable. No name hides another."""

    name: str
    ty: Ty
    span: Span
    known: Interval = field(default=ANY, compare=False, repr=False)
    """Where it lies if it is a number, and else the numbers that it holds. For checking only."""


@dataclass(frozen=True, slots=True)
class TypedField:
    """A field of a record."""

    base: "TypedExpr"
    name: str
    ty: Ty
    span: Span


@dataclass(frozen=True, slots=True)
class TypedScore:
    """What an answer says about itself beyond its value; see `scores_of`."""

    base: "TypedExpr"
    name: str
    ty: Ty
    span: Span


@dataclass(frozen=True, slots=True)
class TypedIndex:
    """An element of a list, counted from 0, or from the end if negative. May fail at run time."""

    base: "TypedExpr"
    index: "TypedExpr"
    ty: Ty
    span: Span


@dataclass(frozen=True, slots=True)
class TypedList:
    """A list written out."""

    items: tuple["TypedExpr", ...]
    ty: Ty
    span: Span


@dataclass(frozen=True, slots=True)
class TypedRecord:
    """A record written out, its fields in the order written."""

    fields: tuple[tuple[str, "TypedExpr"], ...]
    ty: Ty
    span: Span


BinaryOp = Literal[
    "+", "-", "*", "/", "//", "%", "==", "!=", "<", "<=", ">", ">=", "and", "or", "in", "not in"
]


@dataclass(frozen=True, slots=True)
class TypedBinary:
    """An operator between two values; `and` and `or` look at the right side only when they must."""

    op: BinaryOp
    left: "TypedExpr"
    right: "TypedExpr"
    ty: Ty
    span: Span


@dataclass(frozen=True, slots=True)
class TypedUnary:
    """An operator before a value."""

    op: Literal["-", "not"]
    operand: "TypedExpr"
    ty: Ty
    span: Span


@dataclass(frozen=True, slots=True)
class TypedBuiltin:
    """A call of a function that every program can call; see `prelude`."""

    name: str
    args: tuple["TypedExpr", ...]
    ty: Ty
    span: Span


@dataclass(frozen=True, slots=True)
class TypedFormat:
    """`format` in a template: the words that tell a model what its answer must look like."""

    output: Ty
    ty: Ty
    span: Span
    is_compact: bool = False
    """Whether the answer is written without the names of its fields."""


@dataclass(frozen=True, slots=True)
class TypedIf:
    """One of two values; only the chosen side is computed."""

    condition: "TypedExpr"
    then: "TypedExpr"
    otherwise: "TypedExpr"
    ty: Ty
    span: Span


@dataclass(frozen=True, slots=True)
class TypedHasFields:
    """Whether a value is a record with at least these fields; asked where a type is a union."""

    base: "TypedExpr"
    names: tuple[str, ...]
    ty: Ty
    span: Span


@dataclass(frozen=True, slots=True)
class TypedLambda:
    """A function written out. It only stands as an argument for a parameter of function type."""

    params: tuple[str, ...]
    body: "TypedExpr"
    ty: Ty
    span: Span
    is_reference: bool = False
    """True where the program names a template, program or function instead of writing one out."""


@dataclass(frozen=True, slots=True)
class TypedBinding:
    """A named value of a block."""

    name: str
    value: "TypedExpr"
    span: Span


@dataclass(frozen=True, slots=True)
class TypedBlock:
    """Named values and the result made from them; their order in the text does not matter."""

    bindings: tuple[TypedBinding, ...]
    """In an order in which each is after those it uses."""
    result: "TypedExpr"
    ty: Ty
    span: Span


# Steps: what the graph is made of.


@dataclass(frozen=True, slots=True)
class TypedOpen:
    """A context opened on values."""

    context: str
    parent: "TypedExpr | None"
    """The context value that it is opened within."""
    args: tuple[tuple[str, "TypedExpr"], ...]
    """In the order of the parameters, defaults filled in."""
    ty: Ty
    span: Span


@dataclass(frozen=True, slots=True)
class TypedTemplateCall:
    """One generation."""

    template: str
    parent: "TypedExpr | None"
    """The context that it is asked in, or the answer whose conversation it continues."""
    args: tuple[tuple[str, "TypedExpr"], ...]
    options: Options
    """The constant options written at the call only; the template's are beneath them."""
    ty: Ty
    span: Span
    inherited: Options = Options()
    """Those of the programs around, beneath the template's and its contexts'."""
    given: tuple[tuple[str, "TypedExpr"], ...] = ()
    """Options of the call that are known when it is made: over all others."""


@dataclass(frozen=True, slots=True)
class TypedProgramCall:
    """Another program run as a part of this one."""

    program: str
    args: tuple[tuple[str, "TypedExpr"], ...]
    """Values only, in the order of the parameters."""
    ty: Ty
    span: Span
    functions: tuple[tuple[str, "TypedLambda | TypedName"], ...] = ()
    """What the parameters of function type are: written out, or a parameter passed on."""
    types: tuple[tuple[str, Ty], ...] = ()
    """What the type parameters stand for in this call."""
    options: Options = Options()
    """Inherited by every call of a model inside."""


@dataclass(frozen=True, slots=True)
class TypedExternCall:
    """A call of a function of Python."""

    extern: str
    args: tuple[tuple[str, "TypedExpr"], ...]
    """In the order of the parameters, defaults filled in."""
    ty: Ty
    span: Span


@dataclass(frozen=True, slots=True)
class TypedFunctionCall:
    """A call of a parameter of function type. Gone when a program is lowered."""

    name: str
    args: tuple["TypedExpr", ...]
    options: Options
    ty: Ty
    span: Span


@dataclass(frozen=True, slots=True)
class TypedMap:
    """A body for each item of a list, all independent; none for those that fail the condition."""

    variable: str
    source: "TypedExpr"
    condition: "TypedExpr | None"
    body: "TypedExpr"
    ty: Ty
    span: Span
    limits: Limits = Limits()
    until: TypedLambda | None = None
    """Of the items finished so far and the number of those to come: whether they are enough. Given
    by the compiler, where the only user of the list says when it has enough."""


@dataclass(frozen=True, slots=True)
class TypedSample:
    """A body several times over, each with a seed of its own."""

    count: "TypedExpr"
    body: "TypedExpr"
    ty: Ty
    span: Span
    limits: Limits = Limits()
    until: TypedLambda | None = None
    """As that of a map."""


@dataclass(frozen=True, slots=True)
class TypedReduce:
    """A list merged to one value by a template or program.

    `flat` and `tree` call it with a list of values; `fold` with the value so far and the next item.
    """

    source: "TypedExpr"
    merge: TypedLambda
    """Takes the list, or the value so far and the next item."""
    mode: ReduceMode
    ty: Ty
    span: Span
    limits: Limits = Limits()


@dataclass(frozen=True, slots=True)
class TypedRepeat:
    """A value made from the one before it, round after round."""

    variable: str
    history: str | None
    """Name of the list of values so far, the latest last."""
    start: "TypedExpr"
    count: "TypedExpr"
    """Rounds at most."""
    until: "TypedExpr | None"
    """Asked before each round; no further one where it holds."""
    body: "TypedExpr"
    ty: Ty
    span: Span
    limits: Limits = Limits()


TypedStep = (
    TypedOpen
    | TypedTemplateCall
    | TypedProgramCall
    | TypedExternCall
    | TypedFunctionCall
    | TypedMap
    | TypedSample
    | TypedRepeat
    | TypedReduce
)

STEPS = (
    TypedOpen,
    TypedTemplateCall,
    TypedProgramCall,
    TypedExternCall,
    TypedFunctionCall,
    TypedSample,
    TypedRepeat,
    TypedReduce,
)
"""What always is a step; a map is one where its parts are, or where it has limits."""

TypedExpr = (
    TypedLiteral
    | TypedName
    | TypedField
    | TypedScore
    | TypedIndex
    | TypedList
    | TypedRecord
    | TypedBinary
    | TypedUnary
    | TypedBuiltin
    | TypedFormat
    | TypedIf
    | TypedHasFields
    | TypedLambda
    | TypedBlock
    | TypedStep
)

# Bodies of contexts and templates, laid out: margins removed, lines that hold only tags gone.


@dataclass(frozen=True, slots=True)
class TypedText:
    """Text of the program's author."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class TypedHole:
    """A value put into the prompt as data; never a step."""

    value: TypedExpr
    span: Span
    written_as: Ty | None = None
    """The type as which it is shown in a model's compact words; None: as all values are."""


@dataclass(frozen=True, slots=True)
class TypedForPart:
    """Parts repeated for each element of a list."""

    variable: str
    source: TypedExpr
    parts: tuple["TypedPart", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class TypedIfPart:
    """Parts shown when the condition holds, and others when it does not."""

    condition: TypedExpr
    then: tuple["TypedPart", ...]
    otherwise: tuple["TypedPart", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class TypedTurn:
    """What follows is said by this role."""

    role: Role
    span: Span


TypedPart = TypedText | TypedHole | TypedForPart | TypedIfPart | TypedTurn


# Declarations.


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
