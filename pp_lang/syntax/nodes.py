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


@dataclass(frozen=True, slots=True)
class Path:
    """`name`, or `namespace.name`: a declaration, or a member of a value, by its place."""

    names: tuple[Ident, ...]
    span: Span

    @property
    def text(self) -> str:
        """The path as written, without white space."""
        return ".".join(one.text for one in self.names)

    @property
    def last(self) -> Ident:
        """What is named; all before it say where."""
        return self.names[-1]


# Types


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
class LiteralPattern:
    """`"yes"`, `3`, `none`: exactly this value."""

    value: LiteralValue
    span: Span


@dataclass(frozen=True, slots=True)
class NamePattern:
    """A name for whatever is there; `_` leaves it without one."""

    name: Ident
    span: Span


@dataclass(frozen=True, slots=True)
class FieldPattern:
    """`name: a | b` in a record's pattern; a name alone binds the field's value to it."""

    name: Ident
    patterns: tuple["Pattern", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class RecordPattern:
    """`{ mood: "angry", topic }`: a record with at least these fields."""

    fields: tuple[FieldPattern, ...]
    span: Span


Pattern = LiteralPattern | NamePattern | RecordPattern


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
    """`name: type = default until enough`."""

    name: Ident
    type: TypeExpr
    default: Expr | None
    until: Expr | None
    """When the items so far of a list are enough, so that the rest need not be made."""
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
    parent: Path | None
    options: tuple[Option, ...]
    body: Body
    span: Span


@dataclass(frozen=True, slots=True)
class TemplateDecl:
    """`template name(params) -> type within parent { options } body`."""

    name: Ident
    params: tuple[ParamDecl, ...]
    output: TypeExpr | None
    parent: Path | None
    options: tuple[Option, ...]
    body: Body
    span: Span


@dataclass(frozen=True, slots=True)
class ProgramDecl:
    """`program name[T](params) -> type { options } { … }`."""

    name: Ident
    type_params: tuple[Ident, ...]
    params: tuple[ParamDecl, ...]
    output: TypeExpr | None
    options: tuple[Option, ...]
    block: BlockExpr
    span: Span


@dataclass(frozen=True, slots=True)
class ExternDecl:
    """`extern name(params) -> type = "module:function" { options }`."""

    name: Ident
    params: tuple[ParamDecl, ...]
    output: TypeExpr
    target: str
    target_span: Span
    options: tuple[Option, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ModelDecl:
    """`model name = "location" { options }`."""

    name: Ident
    location: str
    options: tuple[Option, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ImportDecl:
    """`import "file.pp" as name`, `import std.voting`."""

    file: str | None
    """A file's path; None for the dotted name of a module."""
    path: Path | None
    alias: Ident | None
    span: Span


@dataclass(frozen=True, slots=True)
class ScriptedLine:
    """`answers template: list`: what a template answers in a test, call after call."""

    template: Path
    answers: Expr
    span: Span


@dataclass(frozen=True, slots=True)
class CasesLine:
    """`cases list as name`: the test is run for each item of the list."""

    rows: Expr
    name: Ident
    span: Span


@dataclass(frozen=True, slots=True)
class GivenLine:
    """`given value as name`: what is run."""

    value: Expr
    name: Ident
    span: Span


@dataclass(frozen=True, slots=True)
class ExpectLine:
    """`expect condition`, `expect soft condition`."""

    condition: Expr
    is_soft: bool
    span: Span


TestLine = ScriptedLine | CasesLine | GivenLine | ExpectLine


@dataclass(frozen=True, slots=True)
class TestDecl:
    """`test "name" { lines }`."""

    name: Ident
    """The text in the quotes, and its place."""
    lines: tuple[TestLine, ...]
    span: Span


Declaration = (
    ImportDecl
    | TypeDecl
    | ContextDecl
    | TemplateDecl
    | ProgramDecl
    | ExternDecl
    | ModelDecl
    | TestDecl
)


@dataclass(frozen=True, slots=True)
class Module:
    """A whole file."""

    doc: str | None
    declarations: tuple[Declaration, ...]
