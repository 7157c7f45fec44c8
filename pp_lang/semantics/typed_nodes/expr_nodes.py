"""Expressions and steps: every name is bound, every one has its type."""

from dataclasses import dataclass, field
from typing import Literal

from pp_lang.semantics.intervals import ANY, Interval
from pp_lang.semantics.ty import Scalar, Ty
from pp_lang.semantics.typed_nodes.options import NO_OPTIONS, Options
from pp_lang.source import Span

ReduceMode = Literal["flat", "tree", "fold"]


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
    inherited: Options = NO_OPTIONS
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
    options: Options = NO_OPTIONS
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
