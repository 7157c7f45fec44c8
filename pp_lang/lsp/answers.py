"""What a page says about itself: messages, names, symbols, folds, the one style."""

from collections.abc import Iterable

from lsprotocol import types as lsp

from pp_lang.diagnostics import Diagnostic, Edit, Label, Severity
from pp_lang.lsp.page import Page
from pp_lang.syntax import ContextDecl, TemplateDecl
from pp_lang.tools import (
    Symbol,
    SymbolKind,
    TextEdit,
    Workspace,
    allow_warning,
    format_text,
)

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
    """Return what can be done about all that `place` touches: fixes, the likeliest of each first.

    A warning can be allowed where it stands.
    """
    wanted = page.index.span(place)
    touched = [
        one
        for one in page.document.checked.diagnostics
        if one.source is None
        and one.label.span.start <= wanted.end
        and wanted.start <= one.label.span.end
    ]
    fixes = [
        _action(page, one, fix.title, fix.edits, is_preferred=fix.is_safe and place_in_list == 0)
        for one in touched
        for place_in_list, fix in enumerate(one.fixes)
    ]
    tree = page.document.checked.tree
    allowing = [(one, edit) for one in touched if (edit := allow_warning(tree, one)) is not None]
    return fixes + [
        _action(page, one, f"Allow `{one.code}` here", (edit,), is_preferred=False)
        for one, edit in allowing
    ]


def _action(
    page: Page,
    one: Diagnostic,
    title: str,
    edits: Iterable[Edit | TextEdit],
    *,
    is_preferred: bool,
) -> lsp.CodeAction:
    changes = [lsp.TextEdit(page.range(edit.span), edit.text) for edit in edits]
    return lsp.CodeAction(
        title,
        kind=lsp.CodeActionKind.QuickFix,
        diagnostics=[_diagnostic(page, one)],
        is_preferred=is_preferred,
        edit=lsp.WorkspaceEdit(changes={page.uri: changes}),
    )


def _related(page: Page, label: Label) -> lsp.DiagnosticRelatedInformation:
    return lsp.DiagnosticRelatedInformation(
        lsp.Location(page.uri, page.range(label.span)), label.text
    )


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
) -> dict[str, tuple[TextEdit, ...]]:
    """Return the edits of a rename by document. Raises `InputError` where it is refused."""
    symbol = page.symbol_at(position)
    if symbol is None:
        return {}
    home = page.document.name
    edits = files.rename(home, symbol, name)
    return {home: edits, **files.rename_elsewhere(home, symbol, name)}


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
    """Return a fold for each declaration that takes more than one line, and for such bodies."""
    checked = page.document.checked
    spans = [one.extent for one in checked.symbols if one.owner is None]
    module = checked.tree.readable
    spans += [
        one.body.span
        for one in (module.declarations if module is not None else ())
        if isinstance(one, ContextDecl | TemplateDecl)
    ]
    lines = [(at.start.line, at.end.line) for at in map(page.range, spans)]
    first = {start: (start, end) for start, end in reversed(lines) if end > start}
    return [lsp.FoldingRange(start, end) for start, end in sorted(first.values())]
