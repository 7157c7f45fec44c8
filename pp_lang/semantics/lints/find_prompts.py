"""What is odd about prompts."""

import re
from collections.abc import Iterator

from pp_lang.semantics.free_names import free_names
from pp_lang.semantics.lints.lints import (
    DataInSystemTurn,
    DependentItems,
    HoleBeforeSharedText,
)
from pp_lang.semantics.lints.move_hole import find_move
from pp_lang.semantics.lints.names_read import names_read
from pp_lang.source import SourceFile, Span
from pp_lang.syntax import (
    CallExpr,
    ContextDecl,
    FieldExpr,
    ForPart,
    HolePart,
    IfPart,
    MapExpr,
    Module,
    NameExpr,
    NameType,
    OptionalType,
    ParamDecl,
    Part,
    ProgramDecl,
    RolePart,
    TemplateDecl,
    TextPart,
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

    A context is opened to be shared: it changes only where a `map` opens it for each item. What
    goes on with an answer shares only where a `map` goes on with the same answer for each item.
    """
    maps = _maps(module)
    mapped = {name for one in maps for name in names_read(one.body)}
    continued = {name for one in maps for name in _called_on_same(one)}
    templates = {one.name.text for one in _prompts(module) if isinstance(one, TemplateDecl)}
    for declaration in _prompts(module):
        if isinstance(declaration, ContextDecl):
            is_shared = declaration.name.text in mapped
        else:
            parent = declaration.parent
            goes_on = parent is not None and parent.text in templates
            is_shared = not goes_on or declaration.name.text in continued
        if not is_shared:
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


def _called_on_same(one: MapExpr) -> Iterator[str]:
    """Yield the templates that the items call on a value from outside the map."""
    outside = free_names(one)
    for call in walk(one.body):
        if isinstance(call, CallExpr) and isinstance(call.callee, FieldExpr):
            base = call.callee.base
            if isinstance(base, NameExpr) and base.name in outside:
                yield call.callee.name.text


def _num_shared(parts: tuple[Part, ...]) -> int:
    """Return the characters of text in the turn that the parts begin in."""
    total = 0
    for part in parts:
        if isinstance(part, RolePart):
            break
        if isinstance(part, TextPart):
            total += len(" ".join(part.text.split()))
    return total


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
