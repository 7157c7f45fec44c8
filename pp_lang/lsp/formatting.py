"""A file in the one style, as the smallest run of lines that changes."""

from lsprotocol.types import TextEdit

from pp_lang.errors import CompileError
from pp_lang.lsp.session import View
from pp_lang.source import Span
from pp_lang.tools import format_text


def format_edits(view: View) -> list[TextEdit]:
    """Return the edit that formats the file; none where nothing changes or its form is wrong."""
    before = view.document.source.text
    try:
        after = format_text(before, view.name)
    except CompileError:
        return []  # the messages say it already
    return replacing(view, before, after)


def replacing(view: View, before: str, after: str) -> list[TextEdit]:
    """Return the edit that makes `after` of `before`; lines that both begin or end with stay."""
    if before == after:
        return []
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    head = _num_equal(old, new)
    tail = _num_equal(old[head:][::-1], new[head:][::-1])
    start = len("".join(old[:head]))
    end = len(before) - len("".join(old[len(old) - tail :]))
    text = "".join(new[head : len(new) - tail])
    return [TextEdit(view.index.range(Span(start, end)), text)]


def _num_equal(left: list[str], right: list[str]) -> int:
    pairs = zip(left, right, strict=False)
    return next((count for count, (a, b) in enumerate(pairs) if a != b), min(len(left), len(right)))
