"""Expressions and patterns, from the rules of the grammar."""

from typing import Any, cast

from lark import Token
from lark.tree import Meta

from pp_lang.syntax.nodes import (
    Arg,
    BinaryExpr,
    Binding,
    BlockExpr,
    CallExpr,
    Expr,
    FieldExpr,
    FieldPattern,
    Ident,
    IfExpr,
    IndexExpr,
    LambdaExpr,
    ListExpr,
    LiteralExpr,
    LiteralPattern,
    MapExpr,
    MatchCase,
    MatchExpr,
    NameExpr,
    NamePattern,
    Option,
    Path,
    Pattern,
    RecordExpr,
    RecordField,
    RecordPattern,
    ReduceExpr,
    RepeatExpr,
    SampleExpr,
    UnaryExpr,
)
from pp_lang.syntax.to_ast.leaves import Leaves, ident_of, present, span_of


class ExprRules(Leaves):
    """The rules of expressions."""

    # Literals

    def string(self, meta: Meta, token: Token) -> LiteralExpr:
        return LiteralExpr(self._text(token), span_of(meta))

    def number(self, meta: Meta, token: Token) -> LiteralExpr:
        return LiteralExpr(self._number(token), span_of(meta))

    def signed_number(self, meta: Meta, minus: Token | None, token: Token) -> LiteralExpr:
        value = self._number(token)
        return LiteralExpr(value if minus is None else -value, span_of(meta))

    def true(self, meta: Meta) -> LiteralExpr:
        return LiteralExpr(True, span_of(meta))

    def false(self, meta: Meta) -> LiteralExpr:
        return LiteralExpr(False, span_of(meta))

    def none(self, meta: Meta) -> LiteralExpr:
        return LiteralExpr(None, span_of(meta))

    # Expressions

    def if_expr(self, meta: Meta, condition: Expr, then: Expr, otherwise: Expr) -> IfExpr:
        return IfExpr(condition, then, otherwise, span_of(meta))

    def match_expr(self, meta: Meta, subject: Expr, *rest: MatchCase | Expr | None) -> MatchExpr:
        *cases, otherwise = rest
        return MatchExpr(
            subject,
            tuple(cast("list[MatchCase]", cases)),
            cast("Expr | None", otherwise),
            span_of(meta),
        )

    def case(self, meta: Meta, *parts: Pattern | Expr) -> MatchCase:
        *patterns, body = parts
        return MatchCase(tuple(cast("list[Pattern]", patterns)), cast("Expr", body), span_of(meta))

    def literal_pattern(self, meta: Meta, literal: LiteralExpr) -> LiteralPattern:
        return LiteralPattern(literal.value, span_of(meta))

    def name_pattern(self, meta: Meta, name: Token) -> NamePattern:
        return NamePattern(ident_of(name), span_of(meta))

    def record_pattern(self, meta: Meta, *fields: FieldPattern) -> RecordPattern:
        return RecordPattern(fields, span_of(meta))

    def field_pattern(self, meta: Meta, name: Token, *patterns: Pattern | None) -> FieldPattern:
        named = ident_of(name)
        inner: tuple[Pattern, ...] = present(patterns)
        return FieldPattern(named, inner or (NamePattern(named, named.span),), span_of(meta))

    def lambda_expr(self, meta: Meta, params: tuple[Ident, ...], body: Expr) -> LambdaExpr:
        return LambdaExpr(params, body, span_of(meta))

    def lambda_params(self, _meta: Meta, *names: Token) -> tuple[Ident, ...]:
        return tuple(map(ident_of, names))

    def map_expr(
        self,
        meta: Meta,
        variable: Token,
        source: Expr,
        condition: Expr | None,
        limits: tuple[Option, ...] | None,
        body: Expr,
    ) -> MapExpr:
        return MapExpr(ident_of(variable), source, condition, limits or (), body, span_of(meta))

    def sample_expr(
        self, meta: Meta, count: Expr, limits: tuple[Option, ...] | None, body: Expr
    ) -> SampleExpr:
        return SampleExpr(count, limits or (), body, span_of(meta))

    def repeat_expr(
        self,
        meta: Meta,
        variable: Token,
        history: Token | None,
        start: Expr,
        _up_to: Token,
        count: Expr,
        limits: tuple[Option, ...] | None,
        until: Expr | None,
        body: Expr,
    ) -> RepeatExpr:
        named = ident_of(history) if history is not None else None
        return RepeatExpr(
            ident_of(variable), named, start, count, limits or (), until, body, span_of(meta)
        )

    def reduce_expr(
        self,
        meta: Meta,
        source: Expr,
        callee: Path,
        mode: Token,
        limits: tuple[Option, ...] | None,
        options: tuple[Option, ...] | None,
    ) -> ReduceExpr:
        return ReduceExpr(
            source, callee, ident_of(mode), limits or (), options or (), span_of(meta)
        )

    def limits(self, _meta: Meta, options: tuple[Option, ...]) -> tuple[Option, ...]:
        return options

    def binary_expr(
        self, meta: Meta, left: Expr, *rest: Any
    ) -> BinaryExpr:  # operator words, right
        *words, right = rest
        return BinaryExpr(" ".join(words), left, cast("Expr", right), span_of(meta))

    def unary_expr(self, meta: Meta, op: Token, operand: Expr) -> UnaryExpr:
        return UnaryExpr(str(op), operand, span_of(meta))

    def field_expr(self, meta: Meta, base: Expr, name: Token) -> FieldExpr:
        return FieldExpr(base, ident_of(name), span_of(meta))

    def index_expr(self, meta: Meta, base: Expr, index: Expr) -> IndexExpr:
        return IndexExpr(base, index, span_of(meta))

    def call_expr(
        self, meta: Meta, callee: Expr, *rest: Arg | tuple[Option, ...] | None
    ) -> CallExpr:
        *args, options = rest
        return CallExpr(
            callee,
            tuple(arg for arg in args if isinstance(arg, Arg)),
            cast("tuple[Option, ...]", options or ()),
            span_of(meta),
        )

    def arg(self, meta: Meta, name: Token | None, value: Expr) -> Arg:
        return Arg(ident_of(name) if name is not None else None, value, span_of(meta))

    def name_expr(self, meta: Meta, name: Token) -> NameExpr:
        return NameExpr(str(name), span_of(meta))

    def list_expr(self, meta: Meta, *items: Expr | None) -> ListExpr:
        return ListExpr(present(items), span_of(meta))

    def record_expr(self, meta: Meta, *fields: RecordField) -> RecordExpr:
        return RecordExpr(fields, span_of(meta))

    def field(self, meta: Meta, name: Token, value: Expr | None) -> RecordField:
        named = ident_of(name)
        return RecordField(named, value or NameExpr(named.text, named.span), span_of(meta))

    def block(self, meta: Meta, doc: str | None, *rest: Binding | Expr) -> BlockExpr:
        *bindings, result = rest
        return BlockExpr(
            doc, tuple(cast("list[Binding]", bindings)), cast("Expr", result), span_of(meta)
        )

    def binding(self, meta: Meta, name: Token, value: Expr) -> Binding:
        return Binding(ident_of(name), value, span_of(meta))
