"""Type parameters: what they stand for in a call, and types with them replaced."""

from collections.abc import Mapping
from dataclasses import replace

from pp_lang.semantics.subtypes import join
from pp_lang.semantics.ty import (
    NEVER,
    AnswerTy,
    FieldTy,
    FunctionTy,
    ListTy,
    NoneTy,
    RecordTy,
    Ty,
    UnionTy,
    UnknownTy,
    VariableTy,
    plain,
    union_of,
    without_none,
)

Bindings = dict[str, Ty]


def bind(wanted: Ty, given: Ty, found: Bindings) -> None:
    """Note in `found` what the variables in `wanted` must be for `given` to fit."""
    match wanted:
        case VariableTy(name):
            if not isinstance(given, UnknownTy) and given != NEVER:
                found[name] = join(found[name], given) if name in found else given
        case ListTy(element):
            for listed in _members(given):
                if isinstance(listed, ListTy):
                    bind(element, listed.element, found)
        case UnionTy(members):
            rest = without_none(plain(given)) if _has_none(members) else given
            for member in members:
                if not isinstance(member, NoneTy) and not isinstance(rest, NoneTy):
                    bind(member, rest, found)
        case RecordTy(fields):
            for record in _members(given):
                if isinstance(record, RecordTy):
                    _bind_fields(fields, record, found)
        case FunctionTy(params, result):
            if isinstance(given, FunctionTy) and len(given.params) == len(params):
                for one, other in zip(params, given.params, strict=True):
                    bind(one, other, found)
                bind(result, given.result, found)
        case _:
            pass


def _bind_fields(fields: tuple[FieldTy, ...], given: RecordTy, found: Bindings) -> None:
    for field in fields:
        same = given.find(field.name)
        if same is not None:
            bind(field.ty, same.ty, found)


def _members(ty: Ty) -> tuple[Ty, ...]:
    """Return what a value may be: lists written out side by side each have a type of their own."""
    ty = plain(ty)
    return tuple(map(plain, ty.members)) if isinstance(ty, UnionTy) else (ty,)


def substitute(ty: Ty, bindings: Mapping[str, Ty]) -> Ty:
    """Return `ty` with its variables replaced by what `bindings` says."""
    if not bindings:
        return ty
    match ty:
        case VariableTy(name):
            return bindings.get(name, ty)
        case ListTy(element, low, high):
            return ListTy(substitute(element, bindings), low, high)
        case AnswerTy(value):
            return replace(ty, value=substitute(value, bindings))
        case UnionTy(members):
            return union_of([substitute(member, bindings) for member in members])
        case RecordTy(fields, record_name):
            return RecordTy(
                tuple(replace(f, ty=substitute(f.ty, bindings)) for f in fields),
                record_name,
            )
        case FunctionTy(params, result):
            return FunctionTy(
                tuple(substitute(one, bindings) for one in params), substitute(result, bindings)
            )
        case _:
            return ty


def variables_in(ty: Ty) -> frozenset[str]:
    """Return the names of the type parameters that `ty` speaks of."""
    match ty:
        case VariableTy(name):
            return frozenset((name,))
        case ListTy(inner) | AnswerTy(inner):
            return variables_in(inner)
        case UnionTy(members):
            return frozenset().union(*map(variables_in, members))
        case RecordTy(fields):
            return frozenset().union(*(variables_in(field.ty) for field in fields))
        case FunctionTy(params, result):
            return variables_in(result).union(*map(variables_in, params))
        case _:
            return frozenset()


def is_open(ty: Ty) -> bool:
    """Return whether something in `ty` is unknown."""
    match plain(ty):
        case UnknownTy():
            return True
        case ListTy(inner):
            return is_open(inner)
        case UnionTy(members):
            return any(map(is_open, members))
        case RecordTy(fields):
            return any(is_open(field.ty) for field in fields)
        case _:
            return False


def _has_none(members: tuple[Ty, ...]) -> bool:
    return any(isinstance(member, NoneTy) for member in members)
