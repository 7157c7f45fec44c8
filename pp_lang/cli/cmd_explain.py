"""`pp explain`: what a diagnostic means, why it is one, and how it is put right."""

from textwrap import fill, indent

from pp_lang.cli.console import ExitCode, out
from pp_lang.compiler import CATALOGUE, diagnose_graphs
from pp_lang.diagnostics import Entry, did_you_mean, render_text
from pp_lang.errors import InputError
from pp_lang.source import SourceFile

_WIDTH = 80
_MOST_LINES = 30
"""Lines of an example that are shown; what is cut only repeats."""


def explain_command(code: str | None) -> int:
    """Print the entry of `code`, or all codes. Raises `InputError` for a code that is none."""
    if code is None:
        out("\n".join(sorted(CATALOGUE)))
        return ExitCode.OK
    if code not in CATALOGUE:
        hint = did_you_mean(code, CATALOGUE) or "`pp explain` lists all codes."
        raise InputError(f"there is no diagnostic `{code}`", hint=hint)
    out(_drawn(code, CATALOGUE[code]))
    return ExitCode.OK


def _drawn(code: str, entry: Entry) -> str:
    source = SourceFile("example.pp", entry.example)
    said = "\n\n".join(render_text(one, source) for one in diagnose_graphs(source))
    parts = [
        code,
        fill(entry.explanation, _WIDTH, break_long_words=False, break_on_hyphens=False),
        indent(_shortened(entry.example), "    "),
        said,
        "Put right:",
        indent(_shortened(entry.fixed), "    "),
    ]
    return "\n\n".join(parts)


def _shortened(text: str) -> str:
    lines = text.rstrip("\n").split("\n")
    return "\n".join(lines if len(lines) <= _MOST_LINES else [*lines[:_MOST_LINES], "…"])
