"""Braces that show nothing: single ones in prompts, any in other texts."""

import re
from collections.abc import Iterator

from pp_lang.semantics.lints.lints import HoleInText, SingleBraces
from pp_lang.source import SourceFile, Span
from pp_lang.syntax import (
    Binding,
    ContextDecl,
    LiteralExpr,
    Module,
    ProgramDecl,
    TemplateDecl,
    TextPart,
    walk,
)

_BRACES = re.compile(r"(?<!\{)\{[ \t]*([^\W\d]\w*)[ \t]*\}(?!\})")
_HOLE = re.compile(r"\{\{[ \t]*([^\W\d]\w*)[ \t]*\}\}")


def find_single_braces(module: Module, _source: SourceFile) -> Iterator[SingleBraces]:
    """Yield where a prompt has `{name}` for a parameter of its own, and does not show it."""
    for one in module.declarations:
        if isinstance(one, ContextDecl | TemplateDecl):
            yield from braces_in(one)


def braces_in(declaration: ContextDecl | TemplateDecl) -> Iterator[SingleBraces]:
    """Yield the parameters that the prompt has in single braces."""
    names = {one.name.text for one in declaration.params}
    for part in walk(declaration.body.parts):
        if not isinstance(part, TextPart):
            continue
        for match in _BRACES.finditer(part.text):
            if match[1] in names:
                start = part.span.start + match.start()
                yield SingleBraces(match[1], Span(start, start + len(match[0])))


def find_holes_in_texts(module: Module, source: SourceFile) -> Iterator[HoleInText]:
    """Yield where a text of a program has `{{ name }}` for one of the program's own names."""
    for one in module.declarations:
        if not isinstance(one, ProgramDecl):
            continue
        parts = list(walk(one))
        names = {param.name.text for param in one.params}
        names |= {part.name.text for part in parts if isinstance(part, Binding)}
        for part in parts:
            if isinstance(part, LiteralExpr) and isinstance(part.value, str):
                written = source.text[part.span.start : part.span.end]
                for match in _HOLE.finditer(written):
                    if match[1] in names:
                        start = part.span.start + match.start()
                        yield HoleInText(match[1], Span(start, start + len(match[0])))
