"""A file's declarations for the outline, and what of it can be folded."""

from collections.abc import Iterator
from typing import assert_never

from lsprotocol.types import DocumentSymbol, FoldingRange, FoldingRangeKind, SymbolKind

from pp_lang.lsp.session import View
from pp_lang.source import Span
from pp_lang.syntax import (
    BlockExpr,
    Body,
    ContextDecl,
    Declaration,
    ExternDecl,
    FieldDecl,
    ImportDecl,
    ModelDecl,
    ParamDecl,
    ProgramDecl,
    RecordType,
    TemplateDecl,
    TestDecl,
    TypeDecl,
)
from pp_lang.tools import walk


def document_symbols(view: View) -> list[DocumentSymbol]:
    """Return the declarations with their parameters, fields and values."""
    module = view.document.tree.module
    if module is None:
        return []
    return [_symbol(one, view) for one in module.declarations]


def _symbol(declaration: Declaration, view: View) -> DocumentSymbol:
    name, span = _name_of(declaration, view)
    found = DocumentSymbol(
        name or "?",  # clients refuse an empty name
        _kind_of(declaration),
        view.index.range(declaration.span),
        view.index.range(span),
        children=[_part(one, view) for one in _parts(declaration)] or None,
    )
    if isinstance(declaration, TemplateDecl | ProgramDecl | ExternDecl) and declaration.output:
        output = declaration.output.span
        found.detail = f"-> {view.document.source.text[output.start : output.end]}"
    return found


def _name_of(declaration: Declaration, view: View) -> tuple[str, Span]:
    if not isinstance(declaration, ImportDecl):
        return declaration.name.text, declaration.name.span
    if declaration.alias is not None:
        return declaration.alias.text, declaration.alias.span
    if declaration.path is not None:
        return declaration.path.text, declaration.path.span
    return declaration.file or "", declaration.span


def _kind_of(declaration: Declaration) -> SymbolKind:
    match declaration:
        case ImportDecl():
            return SymbolKind.Module
        case TypeDecl():
            return SymbolKind.Struct
        case ContextDecl():
            return SymbolKind.Class
        case TemplateDecl() | ProgramDecl() | ExternDecl():
            return SymbolKind.Function
        case ModelDecl():
            return SymbolKind.Constant
        case TestDecl():
            return SymbolKind.Event
        case _:
            assert_never(declaration)


def _parts(declaration: Declaration) -> Iterator[ParamDecl | FieldDecl]:
    match declaration:
        case TypeDecl(definition=RecordType(fields)):
            yield from fields
        case ContextDecl() | TemplateDecl() | ProgramDecl() | ExternDecl():
            yield from declaration.params


def _part(part: ParamDecl | FieldDecl, view: View) -> DocumentSymbol:
    ty = part.type.span
    return DocumentSymbol(
        part.name.text,
        SymbolKind.Field if isinstance(part, FieldDecl) else SymbolKind.Variable,
        view.index.range(part.span),
        view.index.range(part.name.span),
        detail=view.document.source.text[ty.start : ty.end],
    )


def folding_ranges(view: View) -> list[FoldingRange]:
    """Return the declarations, bodies, blocks and comments that take several lines."""
    tree = view.document.tree
    spans: list[tuple[Span, FoldingRangeKind | None]] = []
    if tree.module is not None:
        spans += [(one.span, None) for one in tree.module.declarations]
        spans += [
            (one.span, None) for one in walk(tree.module) if isinstance(one, Body | BlockExpr)
        ]
    spans += [(span, FoldingRangeKind.Comment) for span in _comment_runs(view)]
    ranges = {}
    for span, kind in spans:
        first, last = view.index.position(span.start).line, view.index.position(span.end).line
        if last > first:
            ranges[first, last] = FoldingRange(first, last, kind=kind)
    return [ranges[place] for place in sorted(ranges)]


def _comment_runs(view: View) -> list[Span]:
    """Return the runs of lines that are comments."""
    runs: list[Span] = []
    text = view.document.source.text
    for comment in view.document.tree.comments:
        gap = text[runs[-1].end : comment.span.start] if runs else ""
        if runs and not gap.strip() and gap.count("\n") == 1:
            runs[-1] |= comment.span
        else:
            runs.append(comment.span)
    return runs
