"""Declarations, their heads, and the lines of tests, from the rules of the grammar."""

from lark import Token
from lark.tree import Meta

from pp_lang.syntax.nodes import (
    BlockExpr,
    Body,
    CasesLine,
    ContextDecl,
    Declaration,
    ExpectLine,
    Expr,
    ExternDecl,
    GivenLine,
    Ident,
    ImportDecl,
    ModelDecl,
    Module,
    Option,
    ParamDecl,
    Path,
    ProgramDecl,
    ScriptedLine,
    TemplateDecl,
    TestDecl,
    TestLine,
    TypeDecl,
    TypeExpr,
)
from pp_lang.syntax.to_ast.leaves import Leaves, ident_of, present, span_of


class DeclarationRules(Leaves):
    """The rules of declarations."""

    def module(self, _meta: Meta, doc: str | None, *declarations: Declaration) -> Module:
        return Module(doc, declarations)

    def docstring(self, _meta: Meta, *tokens: Token) -> str:
        return tokens[1].strip() if len(tokens) == 3 else ""

    def type_decl(self, meta: Meta, name: Token, definition: TypeExpr) -> TypeDecl:
        return TypeDecl(ident_of(name), definition, span_of(meta))

    def context_decl(
        self,
        meta: Meta,
        name: Token,
        params: tuple[ParamDecl, ...] | None,
        parent: Path | None,
        options: tuple[Option, ...] | None,
        body: Body,
    ) -> ContextDecl:
        return ContextDecl(ident_of(name), params or (), parent, options or (), body, span_of(meta))

    def template_decl(
        self,
        meta: Meta,
        name: Token,
        params: tuple[ParamDecl, ...] | None,
        output: TypeExpr | None,
        parent: Path | None,
        options: tuple[Option, ...] | None,
        body: Body,
    ) -> TemplateDecl:
        return TemplateDecl(
            ident_of(name), params or (), output, parent, options or (), body, span_of(meta)
        )

    def program_decl(
        self,
        meta: Meta,
        name: Token,
        type_params: tuple[Ident, ...] | None,
        params: tuple[ParamDecl, ...] | None,
        output: TypeExpr | None,
        options: tuple[Option, ...] | None,
        block: BlockExpr,
    ) -> ProgramDecl:
        return ProgramDecl(
            ident_of(name),
            type_params or (),
            params or (),
            output,
            options or (),
            block,
            span_of(meta),
        )

    def extern_decl(
        self,
        meta: Meta,
        name: Token,
        params: tuple[ParamDecl, ...] | None,
        output: TypeExpr,
        target: Token,
        options: tuple[Option, ...] | None,
    ) -> ExternDecl:
        text, span = self._text(target), ident_of(target).span
        return ExternDecl(
            ident_of(name), params or (), output, text, span, options or (), span_of(meta)
        )

    def import_decl(self, meta: Meta, what: Token | Path, alias: Token | None) -> ImportDecl:
        named = ident_of(alias) if alias is not None else None
        if isinstance(what, Path):
            return ImportDecl(None, what, named, span_of(meta))
        return ImportDecl(self._text(what), None, named, span_of(meta))

    def model_decl(
        self, meta: Meta, name: Token, location: Token, options: tuple[Option, ...] | None
    ) -> ModelDecl:
        return ModelDecl(ident_of(name), self._text(location), options or (), span_of(meta))

    # Tests

    def test_decl(self, meta: Meta, name: Token, *lines: TestLine) -> TestDecl:
        return TestDecl(Ident(self._text(name), ident_of(name).span), lines, span_of(meta))

    def scripted(self, meta: Meta, template: Path, answers: Expr) -> ScriptedLine:
        return ScriptedLine(template, answers, span_of(meta))

    def cases(self, meta: Meta, rows: Expr, name: Token) -> CasesLine:
        return CasesLine(rows, ident_of(name), span_of(meta))

    def given(self, meta: Meta, value: Expr, name: Token) -> GivenLine:
        return GivenLine(value, ident_of(name), span_of(meta))

    def expectation(self, meta: Meta, soft: Token | None, condition: Expr) -> ExpectLine:
        return ExpectLine(condition, soft is not None, span_of(meta))

    # Heads

    def within(self, _meta: Meta, path: Path) -> Path:
        return path

    def path(self, meta: Meta, *names: Token) -> Path:
        return Path(tuple(map(ident_of, names)), span_of(meta))

    def type_params(self, _meta: Meta, *names: Token) -> tuple[Ident, ...]:
        return tuple(map(ident_of, names))

    def output(self, _meta: Meta, type_expr: TypeExpr) -> TypeExpr:
        return type_expr

    def params(self, _meta: Meta, *params: ParamDecl) -> tuple[ParamDecl, ...]:
        return params

    def param(
        self,
        meta: Meta,
        name: Token,
        type_expr: TypeExpr,
        default: Expr | None,
        until: Expr | None,
    ) -> ParamDecl:
        return ParamDecl(ident_of(name), type_expr, default, until, span_of(meta))

    def options(self, _meta: Meta, *options: Option | None) -> tuple[Option, ...]:
        return present(options)

    def option(self, meta: Meta, name: Token, value: Expr) -> Option:
        return Option(ident_of(name), value, span_of(meta))
