"""Draws a diagnostic for a person: the source line, the carets, the help. Pure: text out."""

import unicodedata

from pp_lang.diagnostics.diagnostic import Diagnostic, Label
from pp_lang.source import SourceFile

TAB_WIDTH = 4
MAX_LINE = 120
"""Characters of a line that are shown; of a longer one, those around the mark."""


def render_text(diagnostic: Diagnostic, source: SourceFile) -> str:
    """Return the diagnostic as a terminal shows it, without colour and without a last newline."""
    source = diagnostic.source or source
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
    end = min(column - 1 + max(1, label.span.end - label.span.start), max(len(text), column))
    text, start, end = _crop(text, column - 1, end)
    before = _columns(text[:start].expandtabs(TAB_WIDTH))
    marked = _columns(text[:end].expandtabs(TAB_WIDTH)) - before
    carets = mark * max(1, marked)
    return [
        f"{line:>{width}} | {_printable(text.expandtabs(TAB_WIDTH))}".rstrip(),
        f"{' ' * width} | {' ' * before}{carets} {label.text}".rstrip(),
    ]


def _crop(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Cut a long line to the surroundings of what is marked from `start` to `end`."""
    if len(text) <= MAX_LINE:
        return text, start, end
    first = 0 if start < MAX_LINE // 2 else start - MAX_LINE // 4
    last = first + MAX_LINE
    head, tail = "…" if first else "", "…" if last < len(text) else ""
    shift = first - len(head)
    return head + text[first:last] + tail, start - shift, min(end, last) - shift


def _printable(text: str) -> str:
    """Show what a terminal would obey or swallow as one mark each."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def _columns(text: str) -> int:
    """Return the terminal columns that `text` takes: wide characters two, combining ones none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
