"""Declarations, the lines of tests, and the file that holds them."""

from dataclasses import dataclass

from pp_lang.source import Span
from pp_lang.syntax.nodes.body_nodes import Body
from pp_lang.syntax.nodes.expr_nodes import BlockExpr, Expr, Option
from pp_lang.syntax.nodes.names import Ident, Path
from pp_lang.syntax.nodes.type_nodes import TypeExpr


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
