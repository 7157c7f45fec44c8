"""What a page says about itself: messages, names, symbols, folds, the one style."""

import re

from lsprotocol import types as lsp

from pp_lang.diagnostics import Diagnostic, Label, Severity
from pp_lang.lsp.page import Page
from pp_lang.lsp.words import describe_builtin, describe_option
from pp_lang.source import Span
from pp_lang.tools import Symbol, SymbolKind, Workspace, format_text

_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
}
_KINDS = {
    SymbolKind.TYPE: lsp.SymbolKind.Struct,
    SymbolKind.CONTEXT: lsp.SymbolKind.Namespace,
    SymbolKind.TEMPLATE: lsp.SymbolKind.Method,
    SymbolKind.PROGRAM: lsp.SymbolKind.Function,
    SymbolKind.EXTERN: lsp.SymbolKind.Function,
    SymbolKind.MODEL: lsp.SymbolKind.Constant,
    SymbolKind.NAMESPACE: lsp.SymbolKind.Module,
    SymbolKind.PARAMETER: lsp.SymbolKind.Variable,
    SymbolKind.VALUE: lsp.SymbolKind.Variable,
    SymbolKind.VARIABLE: lsp.SymbolKind.Variable,
    SymbolKind.FIELD: lsp.SymbolKind.Field,
}
_WORD = re.compile(r"[^\W\d]\w*")


def diagnostics_of(page: Page) -> list[lsp.Diagnostic]:
    """Return all that there is to say about the page."""
    return [_diagnostic(page, one) for one in page.document.checked.diagnostics]


def _diagnostic(page: Page, one: Diagnostic) -> lsp.Diagnostic:
    lines = [one.title, one.label.text, one.help]
    return lsp.Diagnostic(
        page.range(one.label.span),
        "\n".join(line for line in lines if line),
        severity=_SEVERITIES[one.severity],
        code=one.code,
        source="pp",
        tags=[lsp.DiagnosticTag.Unnecessary] if one.code.startswith("unused-") else None,
        related_information=[_related(page, label) for label in one.related],
    )


def code_actions(page: Page, place: lsp.Range) -> list[lsp.CodeAction]:
    """Return the fixes of all mistakes that `place` touches, the likeliest of each first."""
    wanted = page.index.span(place)
    return [
        lsp.CodeAction(
            fix.title,
            kind=lsp.CodeActionKind.QuickFix,
            diagnostics=[_diagnostic(page, one)],
            is_preferred=fix.is_safe and place_in_list == 0,
            edit=lsp.WorkspaceEdit(
                changes={page.uri: [lsp.TextEdit(page.range(e.span), e.text) for e in fix.edits]}
            ),
        )
        for one in page.document.checked.diagnostics
        if one.source is None
        and one.label.span.start <= wanted.end
        and wanted.start <= one.label.span.end
        for place_in_list, fix in enumerate(one.fixes)
    ]


def _related(page: Page, label: Label) -> lsp.DiagnosticRelatedInformation:
    return lsp.DiagnosticRelatedInformation(
        lsp.Location(page.uri, page.range(label.span)), label.text
    )


def hover_at(page: Page, position: lsp.Position, size: str | None = None) -> lsp.Hover | None:
    """Return what the name at `position` is, as it was written, its documentation and size."""
    use = page.use_at(position)
    if use is not None:
        return _hover(_describe(use.symbol, size), page.range(use.span))
    span = _word_at(page.document.text, page.offset(position))
    word = page.document.text[span.start : span.end]
    said = describe_builtin(word) if page.document.text[span.end : span.end + 1] == "(" else None
    if said is None and re.match(r"\s*:", page.document.text[span.end :]):
        said = describe_option(word)
    return None if said is None else _hover(f"```pp\n{said}\n```", page.range(span))


def _hover(text: str, place: lsp.Range) -> lsp.Hover:
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, text), place)


def _describe(symbol: Symbol, size: str | None) -> str:
    owner = f" of `{symbol.owner}`" if symbol.owner else ""
    parts = [f"```pp\n{symbol.detail}\n```", symbol.doc or "", f"{symbol.kind}{owner}", size or ""]
    return "\n\n".join(part.strip() for part in parts if part)


def _word_at(text: str, offset: int) -> Span:
    """Return the word that holds `offset` or ends there; nothing where there is none."""
    start = offset
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    match = _WORD.match(text, start)
    return Span(start, match.end()) if match else Span(offset, offset)


def occurrences(page: Page, position: lsp.Position, with_definition: bool) -> list[lsp.Range]:
    """Return the places that name what is named at `position`, in order."""
    symbol = page.symbol_at(position)
    if symbol is None:
        return []
    return [
        page.range(use.span)
        for use in page.document.checked.uses
        if use.symbol == symbol and (with_definition or use.span != symbol.span)
    ]


def renamable_at(page: Page, position: lsp.Position) -> lsp.Range | None:
    """Return the place of the name at `position`; None where it cannot be renamed."""
    use = page.use_at(position)
    return None if use is None else page.range(use.span)


def rename_edits(
    files: Workspace, page: Page, position: lsp.Position, name: str
) -> list[lsp.TextEdit]:
    """Return the edits of a rename. Raises `InputError` where it is refused."""
    symbol = page.symbol_at(position)
    if symbol is None:
        return []
    edits = files.rename(page.document.name, symbol, name)
    return [lsp.TextEdit(page.range(edit.span), edit.text) for edit in edits]


def formatted(page: Page) -> list[lsp.TextEdit]:
    """Return one edit, or none where the style is right. Raises `CompileError`."""
    after = format_text(page.document.text, page.uri)
    return [] if after == page.document.text else [lsp.TextEdit(page.index.whole(), after)]


def document_symbols_of(page: Page) -> list[lsp.DocumentSymbol]:
    """Return the declarations, each with its parameters and named values below it."""
    found = page.document.checked.symbols
    below: dict[str, list[lsp.DocumentSymbol]] = {}
    for symbol in found:
        if symbol.owner is not None:
            below.setdefault(symbol.owner, []).append(_document_symbol(page, symbol, []))
    return [
        _document_symbol(page, symbol, below.get(symbol.name, []))
        for symbol in found
        if symbol.owner is None
    ]


def _document_symbol(
    page: Page, symbol: Symbol, below: list[lsp.DocumentSymbol]
) -> lsp.DocumentSymbol:
    extent = page.range(symbol.extent | symbol.span)
    return lsp.DocumentSymbol(
        symbol.name,
        _KINDS[symbol.kind],
        extent,
        page.range(symbol.span),
        detail=str(symbol.kind),
        children=below,
    )


def folds_of(page: Page) -> list[lsp.FoldingRange]:
    """Return a fold for each declaration that takes more than one line."""
    ranges = [page.range(one.extent) for one in page.document.checked.symbols if one.owner is None]
    return [
        lsp.FoldingRange(one.start.line, one.end.line)
        for one in ranges
        if one.end.line > one.start.line
    ]
