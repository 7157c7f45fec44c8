"""Messages of the compiler to those of the protocol."""

from lsprotocol import types

from pp_lang.diagnostics import Diagnostic, Severity
from pp_lang.lsp.session import Session, View

SOURCE = "pp"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
}


def published(
    session: Session, view: View, uri: str, version: int | None
) -> types.PublishDiagnosticsParams:
    """Return all that there is to say about a file."""
    found = [to_protocol(session, view, one) for one in view.document.checked.diagnostics]
    return types.PublishDiagnosticsParams(uri=uri, version=version, diagnostics=found)


def to_protocol(session: Session, view: View, diagnostic: Diagnostic) -> types.Diagnostic:
    """Return one message; what is at its place comes first, then its help."""
    label = diagnostic.label
    lines = [f"{diagnostic.title}: {label.text}" if label.text else diagnostic.title]
    if diagnostic.help:
        lines.append(diagnostic.help)
    source = view.document.source
    return types.Diagnostic(
        range=view.index.range(label.span),
        severity=_SEVERITIES[diagnostic.severity],
        code=diagnostic.code,
        source=SOURCE,
        message="\n".join(lines),
        tags=[types.DiagnosticTag.Unnecessary] if diagnostic.code.startswith("unused-") else None,
        related_information=[
            types.DiagnosticRelatedInformation(
                session.location(source.name, source.text, one.span), one.text or diagnostic.title
            )
            for one in diagnostic.related
        ]
        or None,
    )
