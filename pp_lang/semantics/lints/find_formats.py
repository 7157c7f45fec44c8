"""Templates that want a record and never say what it looks like."""

import re
from collections.abc import Iterator

from pp_lang.semantics.lints.lints import FormatNotShown
from pp_lang.semantics.lints.names_read import names_read
from pp_lang.source import SourceFile
from pp_lang.syntax import (
    ContextDecl,
    ListType,
    Module,
    NameType,
    OptionalType,
    RecordType,
    TemplateDecl,
    TextPart,
    TypeDecl,
    TypeExpr,
    walk,
)

_MOST_NAMES = 8
"""Types named after types that are followed."""

Types = dict[str, TypeExpr]
Parents = dict[str, ContextDecl | TemplateDecl]


def find_hidden_formats(module: Module, _source: SourceFile) -> Iterator[FormatNotShown]:
    """Yield the templates that want a record and say nothing about it.

    A template within another goes on with its conversation, where an answer of the same form is
    already: of the two the first is to describe it.
    """
    types = {
        one.name.text: one.definition for one in module.declarations if isinstance(one, TypeDecl)
    }
    parents: Parents = {
        one.name.text: one
        for one in module.declarations
        if isinstance(one, ContextDecl | TemplateDecl)
    }
    for template in parents.values():
        if not isinstance(template, TemplateDecl) or template.output is None:
            continue
        names = _field_names(template.output, types)
        if not names or "format" in names_read(template.body.parts):
            continue
        around = _around(template, parents)
        if around is None or any(_answers_with(one, names, types) for one in around):
            continue
        if not _says_any(names, (template, *around)):
            yield FormatNotShown(template.name.text, template.output.span, names)


def _around(
    declaration: TemplateDecl, parents: Parents
) -> tuple[ContextDecl | TemplateDecl, ...] | None:
    """Return what a template is within, inside out; None where another file says a part of it."""
    found: dict[str, ContextDecl | TemplateDecl] = {}
    parent = declaration.parent
    while parent is not None and parent.text not in found:
        if parent.text not in parents:
            return None
        found[parent.text] = parents[parent.text]
        parent = found[parent.text].parent
    return tuple(found.values())


def _answers_with(one: ContextDecl | TemplateDecl, names: tuple[str, ...], types: Types) -> bool:
    if isinstance(one, ContextDecl):
        return False
    return set(names) <= set(_field_names(one.output, types))


def _says_any(names: tuple[str, ...], around: tuple[ContextDecl | TemplateDecl, ...]) -> bool:
    bodies = tuple(one.body for one in around)
    said = "".join(part.text for part in walk(bodies) if isinstance(part, TextPart)).lower()
    return any(re.search(rf"\b{name.lower()}", said) for name in names)


def _field_names(ty: TypeExpr | None, types: Types, depth: int = _MOST_NAMES) -> tuple[str, ...]:
    match ty:
        case RecordType():
            return tuple(field.name.text for field in ty.fields)
        case ListType():
            return _field_names(ty.element, types, depth)
        case OptionalType():
            return _field_names(ty.inner, types, depth)
        case NameType() if ty.name.text in types and depth:
            return _field_names(types[ty.name.text], types, depth - 1)
        case _:
            return ()
