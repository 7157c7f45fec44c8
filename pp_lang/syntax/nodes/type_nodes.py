"""Types as they are written."""

from dataclasses import dataclass

from pp_lang.source import Span
from pp_lang.syntax.nodes.names import Ident, LiteralValue, Path


@dataclass(frozen=True, slots=True)
class NameType:
    """`text`, `int(1..5)`, `Triage`, `voting.Ballot`."""

    name: Path
    args: tuple["TypeArg", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ListType:
    """`list[text]`: a name with an element type."""

    name: Ident
    element: "TypeExpr"
    args: tuple["TypeArg", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class LiteralType:
    """`"yes"`, `3`, `true`, `none`."""

    value: LiteralValue
    span: Span


@dataclass(frozen=True, slots=True)
class UnionType:
    """`A | B`."""

    members: tuple["TypeExpr", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class OptionalType:
    """`A?`."""

    inner: "TypeExpr"
    span: Span


@dataclass(frozen=True, slots=True)
class FieldDecl:
    """A field of a record type; the doc is shown to models."""

    name: Ident
    type: "TypeExpr"
    doc: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class RecordType:
    """`{ a: text, b: int }`."""

    fields: tuple[FieldDecl, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class FunctionType:
    """`(text, int) -> bool`: only parameters of programs have one."""

    params: tuple["TypeExpr", ...]
    result: "TypeExpr"
    span: Span


TypeExpr = NameType | ListType | LiteralType | UnionType | OptionalType | RecordType | FunctionType


@dataclass(frozen=True, slots=True)
class TypeArg:
    """`max_chars: 40`, or a range, which stands for `min` and `max`."""

    name: Ident
    value: LiteralValue
    span: Span
