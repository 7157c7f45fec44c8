"""`# pp: allow CODE`: a warning that the author has seen and means."""

import re

from pp_lang.diagnostics import Diagnostic, Edit, Severity
from pp_lang.source import SourceFile, Span
from pp_lang.syntax import ContextDecl, Module, TemplateDecl

ALLOW = re.compile(r"#\s*pp:\s*allow\s+([\w-]+(?:\s*,\s*[\w-]+)*)\s*$")
"""The comment, with its codes as the first group."""


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


def allow_edit(one: Diagnostic, module: Module, source: SourceFile) -> Edit:
    """Return the edit that allows a warning where it is: by a comment in the line above.

    For one in a prompt, above the declaration. A comment that is there gets one code more.
    """
    line, _ = source.position(_place_outside_bodies(one, module))
    written = source.line_text(line - 1) if line > 1 else ""
    match = ALLOW.search(written)
    if match is not None:
        at = source.line_starts[line - 2] + match.end(1)
        return Edit(Span(at, at), f", {one.code}")
    text = source.line_text(line)
    margin = text[: len(text) - len(text.lstrip())]
    at = source.line_starts[line - 1]
    newline = "\r\n" if source.text.startswith("\r\n", at + len(text)) else "\n"
    return Edit(Span(at, at), f"{margin}# pp: allow {one.code}{newline}")


def _place_outside_bodies(one: Diagnostic, module: Module) -> int:
    at = one.label.span.start
    for declaration in module.declarations:
        if isinstance(declaration, ContextDecl | TemplateDecl):
            body = declaration.body.span
            if body.start <= at < body.end:
                return declaration.span.start
    return at


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
    match = ALLOW.search(source.line_text(line))
    return re.findall(r"[\w-]+", match[1]) if match else []
