"""The same diagnostic for editors and scripts."""

from typing import Any

from pp_lang.diagnostics.diagnostic import Diagnostic, Label
from pp_lang.diagnostics.fix import Edit, Fix
from pp_lang.source import SourceFile, Span


def to_json(diagnostic: Diagnostic, source: SourceFile) -> dict[str, Any]:  # Any: a JSON object
    """Return the diagnostic as a JSON object; lines and columns count from 1."""
    source = diagnostic.source or source
    return {
        "file": source.name,
        "severity": str(diagnostic.severity),
        "code": diagnostic.code,
        "title": diagnostic.title,
        **_label(diagnostic.label, source),
        "help": diagnostic.help,
        "related": [_label(label, source) for label in diagnostic.related],
        "fixes": [_fix(fix, source) for fix in diagnostic.fixes],
    }


def _label(label: Label, source: SourceFile) -> dict[str, Any]:  # Any: a JSON object
    return {"label": label.text, "range": _range(label.span, source)}


def _fix(fix: Fix, source: SourceFile) -> dict[str, Any]:  # Any: a JSON object
    edits = [_edit(edit, source) for edit in fix.edits]
    return {"title": fix.title, "safe": fix.is_safe, "edits": edits}


def _edit(edit: Edit, source: SourceFile) -> dict[str, Any]:  # Any: a JSON object
    return {"range": _range(edit.span, source), "text": edit.text}


def _range(span: Span, source: SourceFile) -> dict[str, dict[str, int]]:
    start, end = source.position(span.start), source.position(span.end)
    return {
        "start": {"line": start[0], "column": start[1]},
        "end": {"line": end[0], "column": end[1]},
    }
