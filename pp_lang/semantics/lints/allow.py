"""`# pp: allow CODE`: a warning that the author has seen and means."""

import re

from pp_lang.diagnostics import Diagnostic, Severity
from pp_lang.source import SourceFile
from pp_lang.syntax import Module

_ALLOW = re.compile(r"#\s*pp:\s*allow\s+([\w-]+(?:\s*,\s*[\w-]+)*)\s*$")


def silence(
    found: tuple[Diagnostic, ...], module: Module, source: SourceFile
) -> tuple[Diagnostic, ...]:
    """Return `found` without the warnings that a comment allows.

    The comment stands on the line of the warning or above it, or on the first line of the
    declaration or above that: inside a prompt there are no comments.
    """
    if "pp:" not in source.text:
        return found
    return tuple(
        one
        for one in found
        if one.severity is Severity.ERROR or not _is_allowed(one, module, source)
    )


def _is_allowed(one: Diagnostic, module: Module, source: SourceFile) -> bool:
    at = one.label.span.start
    lines = {source.position(at)[0]}
    for declaration in module.declarations:
        if declaration.span.start <= at < declaration.span.end:
            lines.add(source.position(declaration.span.start)[0])
    return any(
        one.code in _allowed_on(source, line)
        for first in lines
        for line in (first, first - 1)
        if line > 0
    )


def _allowed_on(source: SourceFile, line: int) -> list[str]:
    match = _ALLOW.search(source.line_text(line))
    return re.findall(r"[\w-]+", match[1]) if match else []
