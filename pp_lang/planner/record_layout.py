"""Which templates answer without the names of their fields, and how they and their contexts then
look.

A model that is not shown what an answer looks like writes worse without names. So they are left out
only where the program allows it and its prompts show at least one answer as a value, which can be
written in either way.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from pp_lang.evaluation import can_lose_keys, has_record
from pp_lang.graph import Region
from pp_lang.planner.node_words import generations_in
from pp_lang.semantics import (
    NONE,
    CheckedContext,
    CheckedModule,
    CheckedTemplate,
    FieldTy,
    ListTy,
    Options,
    RecordTy,
    Ty,
    TypedFormat,
    TypedForPart,
    TypedHole,
    TypedIfPart,
    TypedPart,
    TypedText,
    TypedTurn,
    UnionTy,
    plain,
)


@dataclass(frozen=True, slots=True)
class RecordLayout:
    """How the answers of one template are written."""

    module: CheckedModule
    """The module as the template's calls see it: its prompts are rendered by this."""
    is_compact: bool
    why_keyed: str | None = None
    """Why names are written although the program lets them go."""


class RecordLayouts:
    """The layouts of one module's templates."""

    def __init__(self, module: CheckedModule) -> None:
        self._module = module
        self._keyed = RecordLayout(module, is_compact=False)
        self._compact: dict[str, RecordLayout] = {}

    def of(self, template: str, options: Options) -> RecordLayout:
        """Return how the answers of `template` are written; `options` are all that hold for it."""
        if options.get("records") != "compact":
            return self._keyed
        if template not in self._compact:
            self._compact[template] = self._decide(self._module.templates[template])
        return self._compact[template]

    def modules(self, region: Region, over: Options) -> tuple[CheckedModule, ...]:
        """Return the module as the calls in `region` see it, once for each way."""
        found = [self.of(one.template, over.over(one.options)) for one in generations_in(region)]
        return tuple({id(one.module): one.module for one in (self._keyed, *found)}.values())

    def _decide(self, template: CheckedTemplate) -> RecordLayout:
        if not has_record(plain(template.output)):
            return self._keyed
        why = _why_keyed(self._module, template)
        if why is not None:
            return replace(self._keyed, why_keyed=why)
        return RecordLayout(_compact_module(self._module, template), is_compact=True)


@dataclass(slots=True)
class _Shown:
    """What a prompt shows of the answer."""

    has_example: bool = False
    """Whether every prompt shows an answer that the assistant gave."""
    has_own_keys: bool = False
    """Whether the program's own text names a field as JSON does."""
    has_record: bool = False
    """Whether a record of this type is shown as data, with its names."""


def _why_keyed(module: CheckedModule, template: CheckedTemplate) -> str | None:
    is_continued = any(one.parent == template.name for one in module.templates.values())
    if is_continued or template.parent in module.templates:
        return "the conversation goes on"
    if not can_lose_keys(plain(template.output)):
        return "a list could be one of two things"
    shown = _Shown()
    for context in _contexts(module, template):
        _look(context.body, template.output, shown)
    _look(template.body, template.output, shown)
    if shown.has_own_keys:
        return "the prompt's own text shows them"
    if shown.has_record:
        return "such a record is shown as data"
    if not shown.has_example:
        return "not every prompt shows an answer that the assistant gave, as a value"
    return None


def _look(body: tuple[TypedPart, ...], output: Ty, shown: _Shown) -> None:
    names = "|".join(map(re.escape, sorted(_field_names(output))))
    own_keys = re.compile(rf'"(?:{names})"\s*:')
    for part, role, is_certain in _with_roles(body):
        if isinstance(part, TypedText):
            shown.has_own_keys |= own_keys.search(part.text) is not None
        elif isinstance(part, TypedHole) and _is_answer(part, output):
            shown.has_example |= role == "assistant" and is_certain
            shown.has_record |= role != "assistant"


def _with_roles(body: tuple[TypedPart, ...]) -> Iterator[tuple[TypedPart, str, bool]]:
    """Yield the texts and holes of a body, who says them, and whether every prompt has them."""
    role = "user"
    waiting = [(part, True) for part in reversed(body)]
    while waiting:
        part, is_certain = waiting.pop()
        match part:
            case TypedTurn():
                role = part.role
            case TypedForPart(_, source, parts):
                ty = plain(source.ty)
                has_items = is_certain and isinstance(ty, ListTy) and bool(ty.min_items)
                waiting += [(one, has_items) for one in reversed(parts)]
            case TypedIfPart(_, then, otherwise):
                waiting += [(one, False) for one in reversed((*then, *otherwise))]
            case TypedText() | TypedHole():
                yield part, role, is_certain
            case _:
                assert_never(part)


def _is_answer(hole: TypedHole, output: Ty) -> bool:
    ty = plain(hole.value.ty)
    return has_record(ty) and _has_form(ty, plain(output))


def _has_form(ty: Ty, wanted: Ty) -> bool:
    """Return whether a `ty` is written as a `wanted` is; limits of texts and numbers do not count.

    They are no part of what an example is: a text that stands in a hole has none.
    """
    match plain(wanted), plain(ty):
        case UnionTy(members), found if not isinstance(found, UnionTy):
            return any(_has_form(found, member) for member in members)
        case _, UnionTy(members):  # that of an empty list's items has no members
            return all(_has_form(member, wanted) for member in members)
        case RecordTy(fields), RecordTy() as found:
            return all(_has_field(found, field) for field in fields)
        case ListTy(element), ListTy(inner):
            return _has_form(inner, element)
        case (RecordTy() | ListTy(), _) | (_, RecordTy() | ListTy()):
            return False
        case _:
            return True


def _has_field(record: RecordTy, wanted: FieldTy) -> bool:
    found = next((one.ty for one in record.fields if one.name == wanted.name), NONE)
    return _has_form(found, wanted.ty)


def _field_names(ty: Ty) -> set[str]:
    match plain(ty):
        case RecordTy(fields):
            return {field.name for field in fields}.union(*(_field_names(f.ty) for f in fields))
        case ListTy(element):
            return _field_names(element)
        case UnionTy(members):
            return set().union(*map(_field_names, members))
        case _:
            return set()


def _contexts(module: CheckedModule, template: CheckedTemplate) -> Iterator[CheckedContext]:
    name = template.parent
    while name is not None:
        yield module.contexts[name]
        name = module.contexts[name].parent


def _compact_module(module: CheckedModule, template: CheckedTemplate) -> CheckedModule:
    """Return the module with a template and the contexts around it in compact words."""
    output = plain(template.output)
    contexts = {
        context.name: replace(context, body=body)
        for context in _contexts(module, template)
        if (body := _compact_parts(context.body, output)) != context.body
    }
    own = replace(template, body=_compact_parts(template.body, output))
    return replace(
        module,
        contexts={**module.contexts, **contexts},
        templates={**module.templates, template.name: own},
    )


def _compact_parts(parts: tuple[TypedPart, ...], output: Ty) -> tuple[TypedPart, ...]:
    return tuple(_compact_part(part, output) for part in parts)


def _compact_part(part: TypedPart, output: Ty) -> TypedPart:
    match part:
        case TypedHole(value) if isinstance(value, TypedFormat):
            return replace(part, value=replace(value, is_compact=True))
        case TypedHole() if _is_answer(part, output):
            return replace(part, written_as=output)
        case TypedForPart(parts=parts):
            return replace(part, parts=_compact_parts(parts, output))
        case TypedIfPart(then=then, otherwise=otherwise):
            return replace(
                part,
                then=_compact_parts(then, output),
                otherwise=_compact_parts(otherwise, output),
            )
        case TypedHole() | TypedText() | TypedTurn():
            return part
        case _:
            assert_never(part)
