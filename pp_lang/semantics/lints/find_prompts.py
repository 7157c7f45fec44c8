"""What is odd about prompts."""

import re
from collections.abc import Iterator

from pp_lang.semantics.lints.lints import (
    DataInSystemTurn,
    DependentItems,
    FormatNotShown,
    HoleBeforeSharedText,
)
from pp_lang.semantics.lints.move_hole import find_move
from pp_lang.semantics.lints.names_read import names_read
from pp_lang.source import SourceFile, Span
from pp_lang.syntax import (
    CallExpr,
    ContextDecl,
    ForPart,
    HolePart,
    IfPart,
    ListType,
    MapExpr,
    Module,
    NameExpr,
    NameType,
    OptionalType,
    ParamDecl,
    Part,
    ProgramDecl,
    RecordType,
    RolePart,
    TemplateDecl,
    TextPart,
    TypeDecl,
    TypeExpr,
    walk,
)

LEAST_SHARED = 200
"""Characters of the same text that are worth a warning."""

_OTHERS = re.compile(
    r"\b(?:previous|preceding|next|other|above|earlier)\s+"
    r"(?:items?|reviews?|answers?|documents?|texts?|entry|entries|paragraphs?|messages?)\b",
    re.IGNORECASE,
)


def find_early_holes(module: Module, source: SourceFile) -> Iterator[HoleBeforeSharedText]:
    """Yield the first hole of each prompt that changes, where much stays the same after it.

    A context is opened to be shared: it changes only where a `map` opens it for each item.
    """
    maps = _maps(module)
    mapped = {name for one in maps for name in names_read(one.body)}
    for declaration in _prompts(module):
        if isinstance(declaration, ContextDecl) and declaration.name.text not in mapped:
            continue
        params = {one.name.text for one in declaration.params}
        parts = declaration.body.parts
        for at, part in enumerate(parts):
            if isinstance(part, RolePart | TextPart) or not names_read(part) & params:
                continue
            num_chars = _num_shared(parts[at + 1 :])
            if num_chars >= LEAST_SHARED:
                fix = find_move(declaration.body, at, source)
                span = part.opening.span if isinstance(part, ForPart) else part.span
                yield HoleBeforeSharedText(span, num_chars, fix)
            break


def _num_shared(parts: tuple[Part, ...]) -> int:
    """Return the characters of text in the turn that the parts begin in."""
    total = 0
    for part in parts:
        if isinstance(part, RolePart):
            break
        if isinstance(part, TextPart):
            total += len(" ".join(part.text.split()))
    return total


def find_hidden_formats(module: Module, _source: SourceFile) -> Iterator[FormatNotShown]:
    """Yield the templates that want a record and say nothing about it."""
    types = {
        one.name.text: one.definition for one in module.declarations if isinstance(one, TypeDecl)
    }
    contexts = {one.name.text: one for one in _prompts(module) if isinstance(one, ContextDecl)}
    for template in _prompts(module):
        if not isinstance(template, TemplateDecl) or template.output is None:
            continue
        names = _field_names(template.output, types)
        if not names or "format" in names_read(template.body.parts):
            continue
        said = _all_text(template, contexts).lower()
        if not any(re.search(rf"\b{name.lower()}", said) for name in names):
            yield FormatNotShown(template.name.text, template.output.span, names)


def _field_names(ty: TypeExpr, types: dict[str, TypeExpr], depth: int = 8) -> tuple[str, ...]:
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


def _all_text(declaration: TemplateDecl, contexts: dict[str, ContextDecl]) -> str:
    """Return the text of a prompt and of the contexts around it."""
    bodies = [declaration.body]
    seen: set[str] = set()
    parent = declaration.parent
    while parent is not None and parent.text in contexts and parent.text not in seen:
        seen.add(parent.text)
        bodies.append(contexts[parent.text].body)
        parent = contexts[parent.text].parent
    texts = [part.text for part in walk(tuple(bodies)) if isinstance(part, TextPart)]
    return "".join(texts)


def find_data_in_system_turns(module: Module, _source: SourceFile) -> Iterator[DataInSystemTurn]:
    """Yield the holes of system turns in templates that show a parameter of free text."""
    for declaration in _prompts(module):
        if not isinstance(declaration, TemplateDecl):
            continue  # what a context shows is set once, by whoever runs the program
        free = {one.name.text for one in declaration.params if _is_free_text(one)}
        in_system = False
        for part in declaration.body.parts:
            if isinstance(part, RolePart):
                in_system = part.role == "system"
            elif in_system and isinstance(part, HolePart | ForPart | IfPart):
                for hole in walk(part):
                    if isinstance(hole, HolePart) and (shown := names_read(hole) & free):
                        yield DataInSystemTurn(min(shown), hole.span)


def _is_free_text(param: ParamDecl) -> bool:
    ty = param.type.inner if isinstance(param.type, OptionalType) else param.type
    return isinstance(ty, NameType) and ty.name.text == "text"


def find_dependent_items(module: Module, _source: SourceFile) -> Iterator[DependentItems]:
    """Yield the places where the prompt of a mapped template speaks of other items."""
    templates = {one.name.text: one for one in _prompts(module) if isinstance(one, TemplateDecl)}
    seen: set[Span] = set()
    for one in _maps(module):
        if not isinstance(one.body, CallExpr):
            continue
        callee = one.body.callee
        template = templates.get(callee.name) if isinstance(callee, NameExpr) else None
        for part in template.body.parts if template else ():
            match = _OTHERS.search(part.text) if isinstance(part, TextPart) else None
            if template and match and part.span not in seen:
                seen.add(part.span)
                start = part.span.start + match.start()
                span = Span(start, start + len(match[0]))
                yield DependentItems(template.name.text, match[0], span, one.body.span)


def _maps(module: Module) -> list[MapExpr]:
    blocks = tuple(one.block for one in module.declarations if isinstance(one, ProgramDecl))
    return [one for one in walk(blocks) if isinstance(one, MapExpr)]


def _prompts(module: Module) -> list[ContextDecl | TemplateDecl]:
    return [one for one in module.declarations if isinstance(one, ContextDecl | TemplateDecl)]
