"""Draws a diagnostic for a person: the source line, the carets, the help. Pure: text out."""

import unicodedata

from pp_lang.diagnostics.diagnostic import Diagnostic, Label
from pp_lang.source import SourceFile

TAB_WIDTH = 4


def render_text(diagnostic: Diagnostic, source: SourceFile) -> str:
    """Return the diagnostic as a terminal shows it, without colour and without a last newline."""
    labels = [(diagnostic.label, "^"), *((label, "-") for label in diagnostic.related)]
    width = max(len(str(source.position(label.span.start)[0])) for label, _ in labels)
    line, column = source.position(diagnostic.label.span.start)
    lines = [
        f"{diagnostic.severity}[{diagnostic.code}]: {diagnostic.title}",
        f"{' ' * width}--> {source.name}:{line}:{column}",
        f"{' ' * width} |",
    ]
    for label, mark in labels:
        lines += _snippet(label, mark, source, width)
    if diagnostic.help:
        lines += ["", f"help: {diagnostic.help}"]
    return "\n".join(lines)


def _snippet(label: Label, mark: str, source: SourceFile, width: int) -> list[str]:
    line, column = source.position(label.span.start)
    text = source.line_text(line)
    shown = text.expandtabs(TAB_WIDTH)
    before = _columns(text[: column - 1].expandtabs(TAB_WIDTH))
    end = min(column - 1 + max(1, label.span.end - label.span.start), max(len(text), column))
    marked = _columns(text[:end].expandtabs(TAB_WIDTH)) - before
    carets = mark * max(1, marked)
    return [
        f"{line:>{width}} | {shown}",
        f"{' ' * width} | {' ' * before}{carets} {label.text}".rstrip(),
    ]


def _columns(text: str) -> int:
    """Return the terminal columns that `text` takes: wide characters two, combining ones none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
