"""Lark's tree to the syntax tree: one method for each rule of the grammar, under the same name."""

import math
from collections.abc import Sequence
from typing import Any, TypeVar, cast

from lark import Token, Tree
from lark.tree import Meta

from pp_lang.diagnostics import Problem
from pp_lang.source import Span
from pp_lang.syntax.nodes import (
    Arg,
    BinaryExpr,
    Binding,
    BlockExpr,
    Body,
    CallExpr,
    CasesLine,
    ContextDecl,
    Declaration,
    ExpectLine,
    Expr,
    ExternDecl,
    FieldDecl,
    FieldExpr,
    FieldPattern,
    ForPart,
    FunctionType,
    GivenLine,
    HolePart,
    Ident,
    IfArm,
    IfExpr,
    IfPart,
    ImportDecl,
    IndexExpr,
    LambdaExpr,
    ListExpr,
    ListType,
    LiteralExpr,
    LiteralPattern,
    LiteralType,
    MapExpr,
    MatchCase,
    MatchExpr,
    ModelDecl,
    Module,
    NameExpr,
    NamePattern,
    NameType,
    Option,
    OptionalType,
    ParamDecl,
    Part,
    Path,
    Pattern,
    ProgramDecl,
    RecordExpr,
    RecordField,
    RecordPattern,
    RecordType,
    ReduceExpr,
    RepeatExpr,
    Role,
    RolePart,
    SampleExpr,
    ScriptedLine,
    TagPart,
    TemplateDecl,
    TestDecl,
    TestLine,
    TextPart,
    TypeArg,
    TypeDecl,
    TypeExpr,
    UnaryExpr,
    UnionType,
)
from pp_lang.syntax.problems import MisplacedElse, NumberTooLarge
from pp_lang.syntax.strings import parse_string

T = TypeVar("T")

MOST_DIGITS = 18
"""Whole numbers of this many digits fit everywhere: in JSON, in grammars, in SQLite."""


class ToAst:
    """Builds the syntax tree and collects the mistakes that the grammar cannot see."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def build(self, tree: "Tree[Token]") -> Module:
        """Return the syntax tree of a whole file."""
        # Not lark's Transformer: that calls itself once a level, and takes twice the time.
        order: list[Tree[Token]] = []
        rest = [tree]
        while rest:
            node = rest.pop()
            order.append(node)
            rest += [child for child in node.children if type(child) is Tree]
        methods = {data: getattr(self, data) for data in {node.data for node in order}}
        built: dict[int, Any] = {}  # Any: the parts are of mixed kinds
        take = built.pop
        for node in reversed(order):
            children = [
                take(id(child)) if type(child) is Tree else child for child in node.children
            ]
            built[id(node)] = methods[node.data](node.meta, *children)
        return cast("Module", built[id(tree)])

    # Declarations

    def module(self, _meta: Meta, doc: str | None, *declarations: Declaration) -> Module:
        return Module(doc, declarations)

    def docstring(self, _meta: Meta, *tokens: Token) -> str:
        return tokens[1].strip() if len(tokens) == 3 else ""

    def type_decl(self, meta: Meta, name: Token, definition: TypeExpr) -> TypeDecl:
        return TypeDecl(_ident(name), definition, _span(meta))

    def context_decl(
        self,
        meta: Meta,
        name: Token,
        params: tuple[ParamDecl, ...] | None,
        parent: Path | None,
        options: tuple[Option, ...] | None,
        body: Body,
    ) -> ContextDecl:
        return ContextDecl(_ident(name), params or (), parent, options or (), body, _span(meta))

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
            _ident(name), params or (), output, parent, options or (), body, _span(meta)
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
            _ident(name), type_params or (), params or (), output, options or (), block, _span(meta)
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
        text, span = self._text(target), _ident(target).span
        return ExternDecl(
            _ident(name), params or (), output, text, span, options or (), _span(meta)
        )

    def import_decl(self, meta: Meta, what: Token | Path, alias: Token | None) -> ImportDecl:
        named = _ident(alias) if alias is not None else None
        if isinstance(what, Path):
            return ImportDecl(None, what, named, _span(meta))
        return ImportDecl(self._text(what), None, named, _span(meta))

    def model_decl(
        self, meta: Meta, name: Token, location: Token, options: tuple[Option, ...] | None
    ) -> ModelDecl:
        return ModelDecl(_ident(name), self._text(location), options or (), _span(meta))

    # Tests

    def test_decl(self, meta: Meta, name: Token, *lines: TestLine) -> TestDecl:
        return TestDecl(Ident(self._text(name), _ident(name).span), lines, _span(meta))

    def scripted(self, meta: Meta, template: Path, answers: Expr) -> ScriptedLine:
        return ScriptedLine(template, answers, _span(meta))

    def cases(self, meta: Meta, rows: Expr, name: Token) -> CasesLine:
        return CasesLine(rows, _ident(name), _span(meta))

    def given(self, meta: Meta, value: Expr, name: Token) -> GivenLine:
        return GivenLine(value, _ident(name), _span(meta))

    def expectation(self, meta: Meta, soft: Token | None, condition: Expr) -> ExpectLine:
        return ExpectLine(condition, soft is not None, _span(meta))

    # Heads

    def within(self, _meta: Meta, path: Path) -> Path:
        return path

    def path(self, meta: Meta, *names: Token) -> Path:
        return Path(tuple(map(_ident, names)), _span(meta))

    def type_params(self, _meta: Meta, *names: Token) -> tuple[Ident, ...]:
        return tuple(map(_ident, names))

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
        return ParamDecl(_ident(name), type_expr, default, until, _span(meta))

    def options(self, _meta: Meta, *options: Option | None) -> tuple[Option, ...]:
        return _present(options)

    def option(self, meta: Meta, name: Token, value: Expr) -> Option:
        return Option(_ident(name), value, _span(meta))

    # Types

    def union_type(self, meta: Meta, *members: TypeExpr) -> UnionType:
        return UnionType(members, _span(meta))

    def optional_type(self, meta: Meta, inner: TypeExpr) -> OptionalType:
        return OptionalType(inner, _span(meta))

    def name_type(self, meta: Meta, path: Path, args: tuple[TypeArg, ...] | None) -> NameType:
        return NameType(path, args or (), _span(meta))

    def function_type(self, meta: Meta, *types: TypeExpr | None) -> FunctionType:
        present: tuple[TypeExpr, ...] = _present(types)
        *params, result = present
        return FunctionType(tuple(params), result, _span(meta))

    def list_type(
        self, meta: Meta, name: Token, element: TypeExpr, args: tuple[TypeArg, ...] | None
    ) -> ListType:
        return ListType(_ident(name), element, args or (), _span(meta))

    def type_args(self, _meta: Meta, *args: TypeArg | tuple[TypeArg, ...]) -> tuple[TypeArg, ...]:
        return tuple(one for arg in args for one in (arg if isinstance(arg, tuple) else (arg,)))

    def range_arg(self, _meta: Meta, low: LiteralExpr, high: LiteralExpr) -> tuple[TypeArg, ...]:
        return (
            TypeArg(Ident("min", low.span), low.value, low.span),
            TypeArg(Ident("max", high.span), high.value, high.span),
        )

    def named_arg(self, meta: Meta, name: Token, value: LiteralExpr) -> TypeArg:
        return TypeArg(_ident(name), value.value, _span(meta))

    def literal_type(self, meta: Meta, literal: LiteralExpr) -> LiteralType:
        return LiteralType(literal.value, _span(meta))

    def record_type(self, meta: Meta, *fields: FieldDecl) -> RecordType:
        return RecordType(fields, _span(meta))

    def field_decl(
        self, meta: Meta, name: Token, type_expr: TypeExpr, doc: Token | None
    ) -> FieldDecl:
        return FieldDecl(
            _ident(name), type_expr, self._text(doc) if doc is not None else None, _span(meta)
        )

    # Literals

    def string(self, meta: Meta, token: Token) -> LiteralExpr:
        return LiteralExpr(self._text(token), _span(meta))

    def number(self, meta: Meta, token: Token) -> LiteralExpr:
        return LiteralExpr(self._number(token), _span(meta))

    def signed_number(self, meta: Meta, minus: Token | None, token: Token) -> LiteralExpr:
        value = self._number(token)
        return LiteralExpr(value if minus is None else -value, _span(meta))

    def true(self, meta: Meta) -> LiteralExpr:
        return LiteralExpr(True, _span(meta))

    def false(self, meta: Meta) -> LiteralExpr:
        return LiteralExpr(False, _span(meta))

    def none(self, meta: Meta) -> LiteralExpr:
        return LiteralExpr(None, _span(meta))

    # Expressions

    def if_expr(self, meta: Meta, condition: Expr, then: Expr, otherwise: Expr) -> IfExpr:
        return IfExpr(condition, then, otherwise, _span(meta))

    def match_expr(self, meta: Meta, subject: Expr, *rest: MatchCase | Expr | None) -> MatchExpr:
        *cases, otherwise = rest
        return MatchExpr(
            subject,
            tuple(cast("list[MatchCase]", cases)),
            cast("Expr | None", otherwise),
            _span(meta),
        )

    def case(self, meta: Meta, *parts: Pattern | Expr) -> MatchCase:
        *patterns, body = parts
        return MatchCase(tuple(cast("list[Pattern]", patterns)), cast("Expr", body), _span(meta))

    def literal_pattern(self, meta: Meta, literal: LiteralExpr) -> LiteralPattern:
        return LiteralPattern(literal.value, _span(meta))

    def name_pattern(self, meta: Meta, name: Token) -> NamePattern:
        return NamePattern(_ident(name), _span(meta))

    def record_pattern(self, meta: Meta, *fields: FieldPattern) -> RecordPattern:
        return RecordPattern(fields, _span(meta))

    def field_pattern(self, meta: Meta, name: Token, *patterns: Pattern | None) -> FieldPattern:
        named = _ident(name)
        inner: tuple[Pattern, ...] = _present(patterns)
        return FieldPattern(named, inner or (NamePattern(named, named.span),), _span(meta))

    def lambda_expr(self, meta: Meta, params: tuple[Ident, ...], body: Expr) -> LambdaExpr:
        return LambdaExpr(params, body, _span(meta))

    def lambda_params(self, _meta: Meta, *names: Token) -> tuple[Ident, ...]:
        return tuple(map(_ident, names))

    def map_expr(
        self,
        meta: Meta,
        variable: Token,
        source: Expr,
        condition: Expr | None,
        limits: tuple[Option, ...] | None,
        body: Expr,
    ) -> MapExpr:
        return MapExpr(_ident(variable), source, condition, limits or (), body, _span(meta))

    def sample_expr(
        self, meta: Meta, count: Expr, limits: tuple[Option, ...] | None, body: Expr
    ) -> SampleExpr:
        return SampleExpr(count, limits or (), body, _span(meta))

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
        named = _ident(history) if history is not None else None
        return RepeatExpr(
            _ident(variable), named, start, count, limits or (), until, body, _span(meta)
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
        return ReduceExpr(source, callee, _ident(mode), limits or (), options or (), _span(meta))

    def limits(self, _meta: Meta, options: tuple[Option, ...]) -> tuple[Option, ...]:
        return options

    def binary_expr(
        self, meta: Meta, left: Expr, *rest: Any
    ) -> BinaryExpr:  # operator words, right
        *words, right = rest
        return BinaryExpr(" ".join(words), left, cast("Expr", right), _span(meta))

    def unary_expr(self, meta: Meta, op: Token, operand: Expr) -> UnaryExpr:
        return UnaryExpr(str(op), operand, _span(meta))

    def field_expr(self, meta: Meta, base: Expr, name: Token) -> FieldExpr:
        return FieldExpr(base, _ident(name), _span(meta))

    def index_expr(self, meta: Meta, base: Expr, index: Expr) -> IndexExpr:
        return IndexExpr(base, index, _span(meta))

    def call_expr(
        self, meta: Meta, callee: Expr, *rest: Arg | tuple[Option, ...] | None
    ) -> CallExpr:
        *args, options = rest
        return CallExpr(
            callee,
            tuple(arg for arg in args if isinstance(arg, Arg)),
            cast("tuple[Option, ...]", options or ()),
            _span(meta),
        )

    def arg(self, meta: Meta, name: Token | None, value: Expr) -> Arg:
        return Arg(_ident(name) if name is not None else None, value, _span(meta))

    def name_expr(self, meta: Meta, name: Token) -> NameExpr:
        return NameExpr(str(name), _span(meta))

    def list_expr(self, meta: Meta, *items: Expr | None) -> ListExpr:
        return ListExpr(_present(items), _span(meta))

    def record_expr(self, meta: Meta, *fields: RecordField) -> RecordExpr:
        return RecordExpr(fields, _span(meta))

    def field(self, meta: Meta, name: Token, value: Expr | None) -> RecordField:
        named = _ident(name)
        return RecordField(named, value or NameExpr(named.text, named.span), _span(meta))

    def block(self, meta: Meta, doc: str | None, *rest: Binding | Expr) -> BlockExpr:
        *bindings, result = rest
        return BlockExpr(
            doc, tuple(cast("list[Binding]", bindings)), cast("Expr", result), _span(meta)
        )

    def binding(self, meta: Meta, name: Token, value: Expr) -> Binding:
        return Binding(_ident(name), value, _span(meta))

    # Bodies

    def body(self, meta: Meta, *parts: Part | Token) -> Body:
        return Body(tuple(part for part in parts if not isinstance(part, Token)), _span(meta))

    def text(self, meta: Meta, token: Token) -> TextPart:
        # The same prompt whatever line ends the editor writes.
        return TextPart(token.replace("\r\n", "\n"), _span(meta))

    def comment(self, meta: Meta, _token: Token) -> TagPart:
        return TagPart(_span(meta))

    def hole(self, meta: Meta, value: Expr) -> HolePart:
        return HolePart(value, _span(meta))

    def role_part(self, meta: Meta, role: Token) -> RolePart:
        return RolePart(cast("Role", str(role)), _span(meta))

    def for_part(self, meta: Meta, opening: tuple[TagPart, Ident, Expr], *rest: Part) -> ForPart:
        *parts, closing = rest
        tag, variable, source = opening
        return ForPart(variable, source, tag, tuple(parts), cast("TagPart", closing), _span(meta))

    def for_tag(self, meta: Meta, name: Token, source: Expr) -> tuple[TagPart, Ident, Expr]:
        return TagPart(_span(meta)), _ident(name), source

    def if_part(self, meta: Meta, *items: "Part | _ArmTag") -> IfPart:
        *rest, closing = items
        arms: list[tuple[_ArmTag, list[Part]]] = []
        for item in rest:
            if isinstance(item, _ArmTag):
                if arms and arms[-1][0].condition is None:
                    self.problems.append(MisplacedElse(item.tag.span, arms[-1][0].tag.span))
                arms.append((item, []))
            else:
                arms[-1][1].append(item)
        return IfPart(
            tuple(IfArm(arm.tag, arm.condition, tuple(parts)) for arm, parts in arms),
            cast("TagPart", closing),
            _span(meta),
        )

    def if_tag(self, meta: Meta, condition: Expr) -> "_ArmTag":
        return _ArmTag(TagPart(_span(meta)), condition)

    def else_if_tag(self, meta: Meta, condition: Expr) -> "_ArmTag":
        return _ArmTag(TagPart(_span(meta)), condition)

    def else_tag(self, meta: Meta) -> "_ArmTag":
        return _ArmTag(TagPart(_span(meta)), None)

    def end_tag(self, meta: Meta) -> TagPart:
        return TagPart(_span(meta))

    def _text(self, token: Token) -> str:
        assert token.start_pos is not None
        text, problems = parse_string(str(token), token.start_pos)
        self.problems += problems
        return text

    def _number(self, token: Token) -> int | float:
        text = token.replace("_", "")
        value = int(text[:MOST_DIGITS]) if text.isdigit() else float(text)
        if (text.isdigit() and len(text) > MOST_DIGITS) or math.isinf(value):
            self.problems.append(NumberTooLarge(_ident(token).span))
        return value


class _ArmTag:
    """The tag that opens an arm of an if, until its parts are known."""

    def __init__(self, tag: TagPart, condition: Expr | None) -> None:
        self.tag = tag
        self.condition = condition


def _span(meta: Meta) -> Span:
    return Span(meta.start_pos, meta.end_pos)


def _ident(token: Token) -> Ident:
    assert token.start_pos is not None
    return Ident(str(token), Span(token.start_pos, token.start_pos + len(token)))


def _present(items: Sequence[T | None]) -> tuple[T, ...]:
    return tuple(item for item in items if item is not None)
