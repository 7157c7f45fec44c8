"""Records as lists of their values in the order of their fields: how a model writes them compactly.

`{"mood": "happy", "score": 3}` becomes `["happy", 3]`. The names of the fields are not written, and
come back when the answer is read.
"""

import json
from typing import assert_never

from pp_lang.evaluation.values import Value, unwrap
from pp_lang.semantics import (
    AnswerTy,
    BoolTy,
    ContextTy,
    FloatTy,
    FunctionTy,
    IntTy,
    ListTy,
    LiteralTy,
    NoneTy,
    RecordTy,
    TextTy,
    Ty,
    UnionTy,
    UnknownTy,
    VariableTy,
)

Json = str | int | float | bool | list["Json"] | dict[str, "Json"] | None


def has_record(ty: Ty) -> bool:
    """Return whether values of type `ty` may hold records that have fields."""
    match ty:
        case RecordTy(fields):
            return bool(fields)
        case ListTy(element):
            return has_record(element)
        case UnionTy(members):
            return any(map(has_record, members))
        case AnswerTy(inner):
            return has_record(inner)
        case _:
            return False


def can_lose_keys(ty: Ty) -> bool:
    """Return whether a value of type `ty` is still known when its records are lists.

    It is not where a list may be one of two records, or a record and a list.
    """
    match ty:
        case RecordTy(fields):
            return all(can_lose_keys(field.ty) for field in fields)
        case ListTy(element):
            return can_lose_keys(element)
        case UnionTy(members):
            listed = [member for member in members if isinstance(member, RecordTy | ListTy)]
            is_clear = len(listed) < 2 or not any(isinstance(one, RecordTy) for one in listed)
            return is_clear and all(map(can_lose_keys, members))
        case AnswerTy(inner):
            return can_lose_keys(inner)
        case _:
            return True


def without_keys(ty: Ty, value: Value) -> Json:
    """Return `value`, of type `ty`, as JSON whose records are lists."""
    return _lists(ty, unwrap(value))  # type: ignore[arg-type]  # a value that a model can give is JSON


def write_compact(ty: Ty, value: Value) -> str:
    """Return `value`, of type `ty`, as a model writes it compactly."""
    return json.dumps(without_keys(ty, value), ensure_ascii=False, separators=(",", ":"))


def with_keys(ty: Ty, found: Json) -> Json:
    """Return what a model wrote compactly with its records as objects.

    What is not of the type stays as it is, for whoever checks it.
    """
    match ty:
        case RecordTy(fields) if isinstance(found, list) and len(found) == len(fields):
            pairs = zip(fields, found, strict=True)
            return {field.name: with_keys(field.ty, one) for field, one in pairs}
        case ListTy(element) if isinstance(found, list):
            return [with_keys(element, one) for one in found]
        case UnionTy(members) if isinstance(found, list):
            return with_keys(_listed(members), found)
        case AnswerTy(inner):
            return with_keys(inner, found)
        case _:
            return found


def _lists(ty: Ty, value: Json) -> Json:
    match ty:
        case RecordTy(fields) if isinstance(value, dict):
            # What may be none may be left out of a value, but not out of its list.
            return [_lists(field.ty, value.get(field.name)) for field in fields]
        case ListTy(element) if isinstance(value, list):
            return [_lists(element, one) for one in value]
        case UnionTy(members) if isinstance(value, dict | list):
            return _lists(_listed(members), value)
        case AnswerTy(inner):
            return _lists(inner, value)
        case (
            RecordTy() | ListTy() | UnionTy() | TextTy() | IntTy() | FloatTy() | BoolTy()
            | NoneTy() | LiteralTy() | ContextTy() | UnknownTy() | FunctionTy() | VariableTy()
        ):  # fmt: skip
            return value
        case _:
            assert_never(ty)


def _listed(members: tuple[Ty, ...]) -> Ty:
    """Return the member that is written as a list; the last where none is."""
    return next((one for one in members if isinstance(one, RecordTy | ListTy)), members[-1])
