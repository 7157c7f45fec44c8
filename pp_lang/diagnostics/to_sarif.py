"""Diagnostics as a SARIF 2.1.0 log: the form that code hosts and editors read from checkers."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from pp_lang.diagnostics.diagnostic import Diagnostic, Label
from pp_lang.diagnostics.fix import Edit, Fix
from pp_lang.source import SourceFile, Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def to_sarif(found: Iterable[tuple[Diagnostic, SourceFile]]) -> dict[str, Any]:  # Any: JSON
    """Return one log with one run; columns count characters from 1, ends are exclusive."""
    pairs = [(one, one.source or source) for one, source in found]
    codes = sorted({one.code for one, _ in pairs})
    driver = {"name": "pp", "rules": [{"id": code} for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, source, codes) for one, source in pairs],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(one: Diagnostic, source: SourceFile, codes: list[str]) -> dict[str, Any]:  # Any: JSON
    said = [f"{one.title}: {one.label.text}." if one.label.text else f"{one.title}.", one.help]
    result: dict[str, Any] = {  # Any: JSON
        "ruleId": one.code,
        "ruleIndex": codes.index(one.code),
        "level": str(one.severity),
        "message": {"text": " ".join(part for part in said if part)},
        "locations": [_location(one.label, source)],
    }
    if one.related:
        result["relatedLocations"] = [
            {"id": number, **_location(label, source), "message": {"text": label.text}}
            for number, label in enumerate(one.related)
        ]
    if one.fixes:
        result["fixes"] = [_fix(fix, source) for fix in one.fixes]
    return result


def _location(label: Label, source: SourceFile) -> dict[str, Any]:  # Any: JSON
    place = {"artifactLocation": _artifact(source), "region": _region(label.span, source)}
    return {"physicalLocation": place}


def _fix(fix: Fix, source: SourceFile) -> dict[str, Any]:  # Any: JSON
    replacements = [_replacement(edit, source) for edit in fix.edits]
    change = {"artifactLocation": _artifact(source), "replacements": replacements}
    return {"description": {"text": fix.title}, "artifactChanges": [change]}


def _replacement(edit: Edit, source: SourceFile) -> dict[str, Any]:  # Any: JSON
    return {
        "deletedRegion": _region(edit.span, source),
        "insertedContent": {"text": edit.text},
    }


def _artifact(source: SourceFile) -> dict[str, str]:
    return {"uri": quote(source.name.replace("\\", "/"))}


def _region(span: Span, source: SourceFile) -> dict[str, int]:
    start, end = source.position(span.start), source.position(span.end)
    return {
        "startLine": start[0],
        "startColumn": start[1],
        "endLine": end[0],
        "endColumn": end[1],
    }
