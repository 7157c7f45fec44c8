"""The syntax tree: what was written, with its place, before any meaning."""

from dataclasses import dataclass
from typing import Literal

from pp_lang.source import Span

LiteralValue = str | int | float | bool | None
Role = Literal["system", "user", "assistant"]


@dataclass(frozen=True, slots=True)
class Ident:
    """A name as written."""

    text: str
    span: Span


# Types


@dataclass(frozen=True, slots=True)
class NameType:
    """`text`, `int(1..5)`, `Triage`."""

    name: Ident
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


TypeExpr = NameType | ListType | LiteralType | UnionType | OptionalType | RecordType


@dataclass(frozen=True, slots=True)
class TypeArg:
    """`max_chars: 40`, or a range, which stands for `min` and `max`."""

    name: Ident
    value: LiteralValue
    span: Span


# Expressions


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
class MapExpr:
    """`map variable in source if condition: body`."""

    variable: Ident
    source: "Expr"
    condition: "Expr | None"
    body: "Expr"
    span: Span


@dataclass(frozen=True, slots=True)
class SampleExpr:
    """`sample count: body`."""

    count: "Expr"
    body: "Expr"
    span: Span


@dataclass(frozen=True, slots=True)
class ReduceExpr:
    """`reduce source with callee by mode { options }`."""

    source: "Expr"
    callee: tuple[Ident, ...]
    mode: Ident
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
    | MapExpr
    | SampleExpr
    | ReduceExpr
)

# Bodies of contexts and templates, as written


@dataclass(frozen=True, slots=True)
class TextPart:
    """Text between holes and tags, as written; a line ends with a line feed."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class HolePart:
    """`{{ value }}`."""

    value: Expr
    span: Span


@dataclass(frozen=True, slots=True)
class TagPart:
    """A tag that shows nothing itself: the ends and elses of blocks, and comments."""

    span: Span


@dataclass(frozen=True, slots=True)
class RolePart:
    """`{% user %}`: who says what follows."""

    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class ForPart:
    """`{% for variable in source %}` parts `{% end %}`."""

    variable: Ident
    source: Expr
    opening: TagPart
    parts: tuple["Part", ...]
    closing: TagPart
    span: Span


@dataclass(frozen=True, slots=True)
class IfArm:
    """One arm of an if: its tag, its condition (None for `else`) and its parts."""

    opening: TagPart
    condition: Expr | None
    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class IfPart:
    """`{% if a %}` … `{% else if b %}` … `{% else %}` … `{% end %}`."""

    arms: tuple[IfArm, ...]
    closing: TagPart
    span: Span


Part = TextPart | HolePart | TagPart | RolePart | ForPart | IfPart


@dataclass(frozen=True, slots=True)
class Body:
    """What stands between the triple quotes."""

    parts: tuple[Part, ...]
    span: Span


# Declarations


@dataclass(frozen=True, slots=True)
class ParamDecl:
    """`name: type = default`."""

    name: Ident
    type: TypeExpr
    default: Expr | None
    span: Span


@dataclass(frozen=True, slots=True)
class TypeDecl:
    """`type Name = …` or `type Name { … }`."""

    name: Ident
    definition: TypeExpr
    span: Span


@dataclass(frozen=True, slots=True)
class ContextDecl:
    """`context name(params) within parent { options } body`."""

    name: Ident
    params: tuple[ParamDecl, ...]
    parent: Ident | None
    options: tuple[Option, ...]
    body: Body
    span: Span


@dataclass(frozen=True, slots=True)
class TemplateDecl:
    """`template name(params) -> type within parent { options } body`."""

    name: Ident
    params: tuple[ParamDecl, ...]
    output: TypeExpr | None
    parent: Ident | None
    options: tuple[Option, ...]
    body: Body
    span: Span


@dataclass(frozen=True, slots=True)
class ProgramDecl:
    """`program name(params) -> type { … }`."""

    name: Ident
    params: tuple[ParamDecl, ...]
    output: TypeExpr | None
    block: BlockExpr
    span: Span


@dataclass(frozen=True, slots=True)
class ModelDecl:
    """`model name = "location" { options }`."""

    name: Ident
    location: str
    options: tuple[Option, ...]
    span: Span


Declaration = TypeDecl | ContextDecl | TemplateDecl | ProgramDecl | ModelDecl


@dataclass(frozen=True, slots=True)
class Module:
    """A whole file."""

    doc: str | None
    declarations: tuple[Declaration, ...]
