"""What the names of one file stand for, as far as the syntax tree tells.

A program's names hide nothing, so a name that is found is the one that is meant. Where fields of
records are named depends on types: see `typed_uses`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pp_lang.compiler import namespace_of
from pp_lang.source import Span
from pp_lang.syntax import (
    BlockExpr,
    CallExpr,
    CasesLine,
    ContextDecl,
    ExternDecl,
    FieldDecl,
    FieldExpr,
    FieldPattern,
    ForPart,
    GivenLine,
    Ident,
    ImportDecl,
    LambdaExpr,
    MapExpr,
    MatchCase,
    ModelDecl,
    Module,
    NameExpr,
    NamePattern,
    NameType,
    Node,
    Path,
    ProgramDecl,
    RecordField,
    ReduceExpr,
    RepeatExpr,
    ScriptedLine,
    TemplateDecl,
    TestDecl,
    TypeDecl,
    children,
    walk,
)
from pp_lang.tools.syntax_tree import SyntaxTree

MOST_DETAIL_CHARS = 400


class SymbolKind(StrEnum):
    """What a name stands for."""

    TYPE = "type"
    CONTEXT = "context"
    TEMPLATE = "template"
    PROGRAM = "program"
    EXTERN = "extern"
    MODEL = "model"
    NAMESPACE = "namespace"
    PARAMETER = "parameter"
    VALUE = "value"
    VARIABLE = "variable"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class Symbol:
    """One name and its definition."""

    name: str
    kind: SymbolKind
    span: Span
    """The name where it is defined."""
    extent: Span
    """The whole of its definition; of a loop's variable, the loop."""
    owner: str | None
    """The declaration that it belongs to; None for a declaration."""
    detail: str
    """Its definition as written, on one line; of a template or program, the head."""
    doc: str | None = None
    """The docstring of a program; of another declaration, the comments right above it."""
    parent: str | None = None
    """The context that a context or template lies within."""
    file: str | None = None
    """The file that defines it, where it is not the one at hand."""


@dataclass(frozen=True, slots=True)
class Use:
    """A place where a symbol is named, its definition included."""

    span: Span
    symbol: Symbol
    is_shorthand: bool = False
    """Whether it stands in a record for a field and its value at once: `{ name }`."""


_KINDS: dict[type, SymbolKind] = {
    TypeDecl: SymbolKind.TYPE,
    ContextDecl: SymbolKind.CONTEXT,
    TemplateDecl: SymbolKind.TEMPLATE,
    ProgramDecl: SymbolKind.PROGRAM,
    ExternDecl: SymbolKind.EXTERN,
    ModelDecl: SymbolKind.MODEL,
}
_CALLED_ON_A_VALUE = (SymbolKind.CONTEXT, SymbolKind.TEMPLATE)

_Scope = dict[str, Symbol]
Namespaces = Mapping[str, Mapping[str, Symbol]]
"""The declarations of imported modules, by the names of the imports."""


def find_uses(tree: SyntaxTree, namespaces: Namespaces | None = None) -> tuple[Use, ...]:
    """Return every place in the readable part of `tree` where a symbol is named, in order."""
    return () if tree.readable is None else _Finder(tree, tree.readable, namespaces or {}).find()


class _Finder:
    def __init__(self, tree: SyntaxTree, module: Module, namespaces: Namespaces) -> None:
        self._tree = tree
        self._namespaces = namespaces
        self._module = module
        self._uses: list[Use] = []
        self._globals: _Scope = {}
        self._params: dict[str, _Scope] = {}

    def find(self) -> tuple[Use, ...]:
        for declaration in self._module.declarations:
            if isinstance(declaration, ImportDecl):
                self._import(declaration)
            elif type(declaration) in _KINDS:
                self._declare(declaration)
        for declaration in self._module.declarations:
            self._declaration(declaration)
        return tuple(sorted(self._uses, key=lambda use: use.span))

    def _declare(self, node: Node) -> None:
        name = node.name.text
        parent = node.parent if isinstance(node, ContextDecl | TemplateDecl) else None
        symbol = Symbol(
            name,
            _KINDS[type(node)],
            node.name.span,
            node.span,
            None,
            self._head(node),
            self._doc(node),
            parent.text if parent is not None else None,
        )
        self._define(symbol, self._globals)
        params = self._params.setdefault(name, {})
        for param in getattr(node, "params", ()):
            detail = self._written(param.span)
            self._define(
                self._symbol(param.name, SymbolKind.PARAMETER, param.span, detail, name), params
            )

    def _import(self, node: ImportDecl) -> None:
        """Define the name of an import; of a file without `as`, the import is its definition."""
        name = node.alias or (node.path.last if node.path is not None else None)
        name = name or Ident(namespace_of(node), node.span)
        detail = self._written(node.span)
        self._define(
            self._symbol(name, SymbolKind.NAMESPACE, node.span, detail, None), self._globals
        )

    def _declaration(self, node: Node) -> None:
        if isinstance(node, ImportDecl):
            return
        name = node.name.text
        if isinstance(node, TestDecl):
            self._test(node)
            return
        scope = {**self._globals, **self._params.get(name, {})}
        if isinstance(node, ContextDecl | TemplateDecl) and node.parent is not None:
            self._use_path(node.parent, self._globals)
        for ident in node.type_params if isinstance(node, ProgramDecl) else ():
            extent = Span(node.span.start, node.block.span.start)
            self._define(self._symbol(ident, SymbolKind.TYPE, extent, ident.text, name), scope)
        self._visit_below(node, scope, name)

    def _test(self, node: TestDecl) -> None:
        scope = dict(self._globals)
        for line in node.lines:
            if isinstance(line, ScriptedLine):
                self._use_path(line.template, scope)
            self._visit_below(line, scope, node.name.text)
            if isinstance(line, CasesLine | GivenLine):
                detail = self._written(line.span)
                self._define(
                    self._symbol(line.name, SymbolKind.VALUE, line.span, detail, node.name.text),
                    scope,
                )

    def _visit(self, node: Node, scope: _Scope, owner: str | None) -> None:
        match node:
            case NameExpr():
                self._use(node.span, scope.get(node.name))
            case NameType():
                self._use_path(node.name, scope)
                self._visit_below(node, scope, owner)
            case FieldExpr(NameExpr() as base, field) if self._is_namespace(base.name, scope):
                self._use(base.span, scope.get(base.name))
                self._use(field.span, self._namespaces.get(base.name, {}).get(field.text))
            case FieldDecl():
                self._field(node, scope, owner)
            case CallExpr():
                self._call(node, scope, owner)
            case RecordField(name, NameExpr() as value) if name.span == value.span:
                self._use(name.span, scope.get(value.name), is_shorthand=True)
            case BlockExpr():
                self._block(node, scope, owner)
            case MapExpr() | ForPart():
                self._loop(node, scope, owner)
            case RepeatExpr():
                self._repeat(node, scope, owner)
            case MatchCase() | LambdaExpr():
                self._binder(node, scope, owner)
            case ReduceExpr():
                self._use_path(node.callee, scope)
                self._visit_below(node, scope, owner)
            case _:
                self._visit_below(node, scope, owner)

    def _field(self, node: FieldDecl, scope: _Scope, owner: str | None) -> None:
        """Define a field of a record type, which no name alone leads to."""
        detail = self._written(Span(node.span.start, node.type.span.end))
        symbol = Symbol(
            node.name.text, SymbolKind.FIELD, node.name.span, node.span, owner, detail, node.doc
        )
        self._define(symbol, {})
        self._visit(node.type, scope, owner)

    def _visit_below(self, node: Node, scope: _Scope, owner: str | None) -> None:
        for child in children(node):
            self._visit(child, scope, owner)

    def _call(self, node: CallExpr, scope: _Scope, owner: str | None) -> None:
        callee = node.callee
        target = scope.get(callee.name) if isinstance(callee, NameExpr) else None
        if isinstance(callee, FieldExpr) and self._is_value(callee.base, scope):
            target = self._globals.get(callee.name.text)
            if target is not None and target.kind in _CALLED_ON_A_VALUE:
                self._use(callee.name.span, target)
        params = self._params.get(target.name, {}) if target and target.owner is None else {}
        for arg in node.args:
            if arg.name is not None:
                self._use(arg.name.span, params.get(arg.name.text))
        self._visit_below(node, scope, owner)

    def _is_value(self, base: Node, scope: _Scope) -> bool:
        """Return whether `base` can be a context's value; a name unknown here may be a module."""
        return not isinstance(base, NameExpr) or base.name in scope

    def _is_namespace(self, name: str, scope: _Scope) -> bool:
        symbol = scope.get(name)
        return symbol is not None and symbol.kind is SymbolKind.NAMESPACE

    def _use_path(self, path: Path, scope: _Scope) -> None:
        """Note the names of `name`, `namespace.name` or `value.name`."""
        first, *rest = path.names
        base = scope.get(first.text)
        self._use(first.span, base)
        if rest and base is not None:
            if base.kind is SymbolKind.NAMESPACE:
                space = self._namespaces.get(first.text, {})
                self._use(rest[0].span, space.get(rest[0].text))
            else:
                self._use(rest[-1].span, self._globals.get(rest[-1].text))

    def _block(self, node: BlockExpr, scope: _Scope, owner: str | None) -> None:
        inner = dict(scope)
        for binding in node.bindings:
            detail = self._written(binding.span)
            self._define(
                self._symbol(binding.name, SymbolKind.VALUE, binding.span, detail, owner), inner
            )
        self._visit_below(node, inner, owner)

    def _loop(self, node: MapExpr | ForPart, scope: _Scope, owner: str | None) -> None:
        self._visit(node.source, scope, owner)
        detail = self._written(Span(node.variable.span.start, node.source.span.end))
        inner = dict(scope)
        symbol = self._symbol(node.variable, SymbolKind.VARIABLE, node.span, detail, owner)
        self._define(symbol, inner)
        for child in children(node):
            if child is not node.source:
                self._visit(child, inner, owner)

    def _repeat(self, node: RepeatExpr, scope: _Scope, owner: str | None) -> None:
        inner = dict(scope)
        detail = self._written(Span(node.variable.span.start, node.count.span.end))
        for name in (node.variable, node.history):
            if name is not None:
                self._define(
                    self._symbol(name, SymbolKind.VARIABLE, node.span, detail, owner), inner
                )
        for child in children(node):
            is_inside = child is node.body or child is node.until
            self._visit(child, inner if is_inside else scope, owner)

    def _binder(self, node: MatchCase | LambdaExpr, scope: _Scope, owner: str | None) -> None:
        """A case of a match or a function: names that hold in its body only."""
        inner = dict(scope)
        if isinstance(node, LambdaExpr):
            names = [(one, False) for one in node.params]
        else:
            names = _bound_names(node.patterns)
        detail = self._written(Span(node.span.start, node.body.span.start)).rstrip(": ")
        for name, is_shorthand in names:
            symbol = self._symbol(name, SymbolKind.VARIABLE, node.span, detail, owner)
            self._define(symbol, inner, is_shorthand=is_shorthand)
        self._visit(node.body, inner, owner)

    def _symbol(
        self, name: Node, kind: SymbolKind, extent: Span, detail: str, owner: str | None
    ) -> Symbol:
        return Symbol(name.text, kind, name.span, extent, owner, detail)

    def _define(self, symbol: Symbol, scope: _Scope, *, is_shorthand: bool = False) -> None:
        scope.setdefault(symbol.name, symbol)  # of two, the second is the mistake
        self._uses.append(Use(symbol.span, symbol, is_shorthand))

    def _use(self, span: Span, symbol: Symbol | None, *, is_shorthand: bool = False) -> None:
        if symbol is not None:
            self._uses.append(Use(span, symbol, is_shorthand))

    def _doc(self, node: Node) -> str | None:
        """Return the docstring of a program, or the comments right above a declaration."""
        doc = node.block.doc if isinstance(node, ProgramDecl) else None
        if doc is None and node.name.text == "main":
            doc = self._module.doc
        lines = [one.text.lstrip("#").strip() for one in self._tree.comments_above(node.span.start)]
        return doc or "\n".join(lines) or None

    def _head(self, node: Node) -> str:
        inside = getattr(node, "body", None) or getattr(node, "block", None)
        end = node.span.end if inside is None else inside.span.start
        return self._written(Span(node.span.start, end))

    def _written(self, span: Span) -> str:
        text = re.sub(r"\s+", " ", self._tree.source.text[span.start : span.end]).strip()
        return text if len(text) <= MOST_DETAIL_CHARS else text[:MOST_DETAIL_CHARS] + " …"


def _bound_names(patterns: Iterable[Node]) -> list[tuple[Node, bool]]:
    """Return the names that patterns bind, and whether each names a field as well."""
    found: dict[str, tuple[Node, bool]] = {}
    fields = set()
    for node in (node for pattern in patterns for node in walk(pattern)):
        if isinstance(node, FieldPattern):
            fields.add(node.name.span)
        elif isinstance(node, NamePattern) and node.name.text != "_":
            found.setdefault(node.name.text, (node.name, node.span in fields))
    return [*found.values()]
