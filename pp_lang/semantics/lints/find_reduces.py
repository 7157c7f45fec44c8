"""Reductions whose prompt has no bound."""

from collections.abc import Iterator

from pp_lang.semantics.lints.lints import ReduceCannotFit
from pp_lang.source import SourceFile
from pp_lang.syntax import (
    ListType,
    Module,
    NameExpr,
    NameType,
    OptionalType,
    ParamDecl,
    ProgramDecl,
    ReduceExpr,
    TemplateDecl,
    TypeDecl,
    TypeExpr,
    UnionType,
    walk,
)

_MOST_NAMES = 8
"""Types named after types that are followed."""

Types = dict[str, TypeExpr]


def find_reduces(module: Module, _source: SourceFile) -> Iterator[ReduceCannotFit]:
    """Yield where any number of texts of any length is merged in one prompt."""
    types: Types = {
        one.name.text: one.definition for one in module.declarations if isinstance(one, TypeDecl)
    }
    templates = {one.name.text for one in module.declarations if isinstance(one, TemplateDecl)}
    for program in module.declarations:
        if not isinstance(program, ProgramDecl):
            continue
        unbounded = {one.name.text for one in program.params if _is_unbounded(one, types)}
        for one in walk(program.block):
            if (
                isinstance(one, ReduceExpr)
                and one.mode.text == "flat"
                and one.callee.last.text in templates
                and isinstance(one.source, NameExpr)
                and one.source.name in unbounded
            ):
                yield ReduceCannotFit(one.source.name, one.source.span, one.mode.span)


def _is_unbounded(param: ParamDecl, types: Types) -> bool:
    ty = _named(param.type, types)
    if not isinstance(ty, ListType) or any(arg.name.text == "max_items" for arg in ty.args):
        return False
    return _is_free_text(ty.element, types)


def _is_free_text(ty: TypeExpr, types: Types) -> bool:
    match _named(ty, types):
        case NameType(name, args):
            return name.text == "text" and all(arg.name.text != "max_chars" for arg in args)
        case OptionalType(inner):
            return _is_free_text(inner, types)
        case UnionType(members):
            return any(_is_free_text(member, types) for member in members)
        case _:
            return False


def _named(ty: TypeExpr, types: Types) -> TypeExpr:
    for _ in range(_MOST_NAMES):
        if not isinstance(ty, NameType) or ty.name.text not in types:
            break
        ty = types[ty.name.text]
    return ty
