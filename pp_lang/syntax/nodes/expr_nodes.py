"""Expressions."""

from dataclasses import dataclass

from pp_lang.source import Span
from pp_lang.syntax.nodes.names import Ident, LiteralValue, Path
from pp_lang.syntax.nodes.pattern_nodes import Pattern


@dataclass(frozen=True, slots=True)
class LiteralExpr:
    """A constant."""

    value: LiteralValue
    span: Span


@dataclass(frozen=True, slots=True)
class NameExpr:
    """A use of a name."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class FieldExpr:
    """`base.name`."""

    base: "Expr"
    name: Ident
    span: Span


@dataclass(frozen=True, slots=True)
class IndexExpr:
    """`base[index]`."""

    base: "Expr"
    index: "Expr"
    span: Span


@dataclass(frozen=True, slots=True)
class Arg:
    """An argument of a call, by place or by name."""

    name: Ident | None
    value: "Expr"
    span: Span


@dataclass(frozen=True, slots=True)
class Option:
    """A setting: `max_tokens: 80`."""

    name: Ident
    value: "Expr"
    span: Span


@dataclass(frozen=True, slots=True)
class CallExpr:
    """`callee(args) { options }`."""

    callee: "Expr"
    args: tuple[Arg, ...]
    options: tuple[Option, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ListExpr:
    """`[a, b]`."""

    items: tuple["Expr", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class RecordField:
    """`name: value`; a name alone stands for the value of that name."""

    name: Ident
    value: "Expr"
    span: Span


@dataclass(frozen=True, slots=True)
class RecordExpr:
    """`{ a: 1, b }`."""

    fields: tuple[RecordField, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Binding:
    """`name = value`."""

    name: Ident
    value: "Expr"
    span: Span


@dataclass(frozen=True, slots=True)
class BlockExpr:
    """`{ a = x  return a }`."""

    doc: str | None
    bindings: tuple[Binding, ...]
    result: "Expr"
    span: Span


@dataclass(frozen=True, slots=True)
class BinaryExpr:
    """`left op right`."""

    op: str
    left: "Expr"
    right: "Expr"
    span: Span


@dataclass(frozen=True, slots=True)
class UnaryExpr:
    """`op operand`."""

    op: str
    operand: "Expr"
    span: Span


@dataclass(frozen=True, slots=True)
class IfExpr:
    """`if condition: then else: otherwise`."""

    condition: "Expr"
    then: "Expr"
    otherwise: "Expr"
    span: Span


@dataclass(frozen=True, slots=True)
class MatchCase:
    """`case a | b: body`."""

    patterns: tuple[Pattern, ...]
    body: "Expr"
    span: Span


@dataclass(frozen=True, slots=True)
class MatchExpr:
    """`match subject: { case a: x  case b: y  else: z }`."""

    subject: "Expr"
    cases: tuple[MatchCase, ...]
    otherwise: "Expr | None"
    span: Span


@dataclass(frozen=True, slots=True)
class LambdaExpr:
    """`x => body`, `(a, b) => body`."""

    params: tuple[Ident, ...]
    body: "Expr"
    span: Span


@dataclass(frozen=True, slots=True)
class MapExpr:
    """`map variable in source if condition within { limits }: body`."""

    variable: Ident
    source: "Expr"
    condition: "Expr | None"
    limits: tuple[Option, ...]
    body: "Expr"
    span: Span


@dataclass(frozen=True, slots=True)
class SampleExpr:
    """`sample count within { limits }: body`."""

    count: "Expr"
    limits: tuple[Option, ...]
    body: "Expr"
    span: Span


@dataclass(frozen=True, slots=True)
class RepeatExpr:
    """`repeat variable with history = start up to count within { limits } until end: body`."""

    variable: Ident
    history: Ident | None
    start: "Expr"
    count: "Expr"
    limits: tuple[Option, ...]
    until: "Expr | None"
    body: "Expr"
    span: Span


@dataclass(frozen=True, slots=True)
class ReduceExpr:
    """`reduce source with callee by mode within { limits } { options }`."""

    source: "Expr"
    callee: Path
    mode: Ident
    limits: tuple[Option, ...]
    options: tuple[Option, ...]
    span: Span


Expr = (
    LiteralExpr
    | NameExpr
    | FieldExpr
    | IndexExpr
    | CallExpr
    | ListExpr
    | RecordExpr
    | BlockExpr
    | BinaryExpr
    | UnaryExpr
    | IfExpr
    | MatchExpr
    | LambdaExpr
    | MapExpr
    | SampleExpr
    | RepeatExpr
    | ReduceExpr
)
