"""What the names of one file stand for, as far as the syntax tree tells.

A program's names hide nothing, so a name that is found is the one that is meant. What needs types,
the fields of records, has no symbol.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pp_lang.source import SourceFile, Span
from pp_lang.syntax import (
    BlockExpr,
    CallExpr,
    ContextDecl,
    FieldExpr,
    ForPart,
    MapExpr,
    ModelDecl,
    Module,
    NameExpr,
    NameType,
    ProgramDecl,
    RecordField,
    ReduceExpr,
    TemplateDecl,
    TypeDecl,
)
from pp_lang.tools.walk import Node, children

MOST_DETAIL_CHARS = 400


class SymbolKind(StrEnum):
    """What a name stands for."""

    TYPE = "type"
    CONTEXT = "context"
    TEMPLATE = "template"
    PROGRAM = "program"
    MODEL = "model"
    PARAMETER = "parameter"
    VALUE = "value"
    VARIABLE = "variable"


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
    ModelDecl: SymbolKind.MODEL,
}
_CALLED_ON_A_VALUE = (SymbolKind.CONTEXT, SymbolKind.TEMPLATE)

_Scope = dict[str, Symbol]


def find_uses(source: SourceFile, module: Module) -> tuple[Use, ...]:
    """Return every place in `module` where one of its symbols is named, in order."""
    return _Finder(source, module).find()


class _Finder:
    def __init__(self, source: SourceFile, module: Module) -> None:
        self._source = source
        self._module = module
        self._uses: list[Use] = []
        self._globals: _Scope = {}
        self._params: dict[str, _Scope] = {}

    def find(self) -> tuple[Use, ...]:
        known = [one for one in self._module.declarations if type(one) in _KINDS]
        for declaration in known:
            self._declare(declaration)
        for declaration in self._module.declarations:
            self._declaration(declaration)
        return tuple(sorted(self._uses, key=lambda use: use.span))

    def _declare(self, node: Node) -> None:
        name = node.name.text
        doc = node.block.doc if isinstance(node, ProgramDecl) else None
        symbol = self._symbol(node.name, _KINDS[type(node)], node.span, self._head(node), None, doc)
        self._define(symbol, self._globals)
        params = self._params.setdefault(name, {})
        for param in getattr(node, "params", ()):
            detail = self._written(param.span)
            self._define(
                self._symbol(param.name, SymbolKind.PARAMETER, param.span, detail, name), params
            )

    def _declaration(self, node: Node) -> None:
        name = getattr(getattr(node, "name", None), "text", None)
        for ident in _path(getattr(node, "parent", None))[-1:]:
            self._use(ident.span, self._globals.get(ident.text))
        self._visit_below(node, {**self._globals, **self._params.get(name or "", {})}, name)

    def _visit(self, node: Node, scope: _Scope, owner: str | None) -> None:
        match node:
            case NameExpr():
                self._use(node.span, scope.get(node.name))
            case NameType():
                path = _path(node.name)
                if len(path) == 1:
                    self._use(path[0].span, self._globals.get(path[0].text))
            case CallExpr():
                self._call(node, scope, owner)
            case RecordField(name, NameExpr() as value) if name.span == value.span:
                self._use(name.span, scope.get(value.name), is_shorthand=True)
            case BlockExpr():
                self._block(node, scope, owner)
            case MapExpr() | ForPart():
                self._loop(node, scope, owner)
            case ReduceExpr():
                self._callee_of_reduce(_path(node.callee), scope)
                self._visit_below(node, scope, owner)
            case _:
                self._visit_below(node, scope, owner)

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

    def _callee_of_reduce(self, path: tuple[Any, ...], scope: _Scope) -> None:
        if len(path) > 1:
            base = scope.get(path[0].text)
            self._use(path[0].span, base)
            if base is None:
                return
        self._use(path[-1].span, self._globals.get(path[-1].text))

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

    def _symbol(
        self,
        name: Node,
        kind: SymbolKind,
        extent: Span,
        detail: str,
        owner: str | None,
        doc: str | None = None,
    ) -> Symbol:
        return Symbol(name.text, kind, name.span, extent, owner, detail, doc)

    def _define(self, symbol: Symbol, scope: _Scope) -> None:
        scope.setdefault(symbol.name, symbol)  # of two, the second is the mistake
        self._uses.append(Use(symbol.span, symbol))

    def _use(self, span: Span, symbol: Symbol | None, *, is_shorthand: bool = False) -> None:
        if symbol is not None:
            self._uses.append(Use(span, symbol, is_shorthand))

    def _head(self, node: Node) -> str:
        inside = getattr(node, "body", None) or getattr(node, "block", None)
        end = node.span.end if inside is None else inside.span.start
        return self._written(Span(node.span.start, end))

    def _written(self, span: Span) -> str:
        text = re.sub(r"\s+", " ", self._source.text[span.start : span.end]).strip()
        return text if len(text) <= MOST_DETAIL_CHARS else text[:MOST_DETAIL_CHARS] + " …"


def _path(name: Any) -> tuple[Any, ...]:  # Any: a name, several, or a path of them
    """Return the names of which a callee, a parent or a type's name is made."""
    if name is None:
        return ()
    if isinstance(name, tuple):
        return name
    return tuple(getattr(name, "names", (name,)))
