"""`pp explain`: what a diagnostic means, why it is one, and how it is put right."""

from collections.abc import Mapping
from textwrap import fill, indent

from pp_lang.cli.console import ExitCode, out
from pp_lang.compiler import CATALOGUE, diagnose_example
from pp_lang.diagnostics import Entry, did_you_mean, render_text
from pp_lang.errors import InputError

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
    source, found = diagnose_example(entry)
    said = "\n\n".join(render_text(one, source) for one in found)
    changed = {
        name: text for name, text in entry.fixed_files.items() if entry.files.get(name) != text
    }
    parts = [
        code,
        fill(entry.explanation, _WIDTH, break_long_words=False, break_on_hyphens=False),
        *_files(entry.example, entry.files),
        said,
        "Put right:",
        *_files(entry.fixed, changed),
    ]
    return "\n\n".join(parts)


def _files(main: str, others: Mapping[str, str]) -> list[str]:
    """Return a file, and those beside it under their names."""
    shown = [indent(_shortened(main), "    ")]
    for name, text in others.items():
        shown += [f"{name}:", indent(_shortened(text), "    ")]
    return shown


def _shortened(text: str) -> str:
    lines = text.rstrip("\n").split("\n")
    return "\n".join(lines if len(lines) <= _MOST_LINES else [*lines[:_MOST_LINES], "…"])
