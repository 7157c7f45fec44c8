"""Types, from the rules of the grammar."""

from lark import Token
from lark.tree import Meta

from pp_lang.syntax.nodes import (
    FieldDecl,
    FunctionType,
    Ident,
    ListType,
    LiteralExpr,
    LiteralType,
    NameType,
    OptionalType,
    Path,
    RecordType,
    TypeArg,
    TypeExpr,
    UnionType,
)
from pp_lang.syntax.to_ast.leaves import Leaves, ident_of, present, span_of


class TypeRules(Leaves):
    """The rules of types."""

    def union_type(self, meta: Meta, *members: TypeExpr) -> UnionType:
        return UnionType(members, span_of(meta))

    def optional_type(self, meta: Meta, inner: TypeExpr) -> OptionalType:
        return OptionalType(inner, span_of(meta))

    def name_type(self, meta: Meta, path: Path, args: tuple[TypeArg, ...] | None) -> NameType:
        return NameType(path, args or (), span_of(meta))

    def function_type(self, meta: Meta, *types: TypeExpr | None) -> FunctionType:
        written: tuple[TypeExpr, ...] = present(types)
        *params, result = written
        return FunctionType(tuple(params), result, span_of(meta))

    def list_type(
        self, meta: Meta, name: Token, element: TypeExpr, args: tuple[TypeArg, ...] | None
    ) -> ListType:
        return ListType(ident_of(name), element, args or (), span_of(meta))

    def type_args(self, _meta: Meta, *args: TypeArg | tuple[TypeArg, ...]) -> tuple[TypeArg, ...]:
        return tuple(one for arg in args for one in (arg if isinstance(arg, tuple) else (arg,)))

    def range_arg(self, _meta: Meta, low: LiteralExpr, high: LiteralExpr) -> tuple[TypeArg, ...]:
        return (
            TypeArg(Ident("min", low.span), low.value, low.span),
            TypeArg(Ident("max", high.span), high.value, high.span),
        )

    def named_arg(self, meta: Meta, name: Token, value: LiteralExpr) -> TypeArg:
        return TypeArg(ident_of(name), value.value, span_of(meta))

    def literal_type(self, meta: Meta, literal: LiteralExpr) -> LiteralType:
        return LiteralType(literal.value, span_of(meta))

    def record_type(self, meta: Meta, *fields: FieldDecl) -> RecordType:
        return RecordType(fields, span_of(meta))

    def field_decl(
        self, meta: Meta, name: Token, type_expr: TypeExpr, doc: Token | None
    ) -> FieldDecl:
        return FieldDecl(
            ident_of(name), type_expr, self._text(doc) if doc is not None else None, span_of(meta)
        )
