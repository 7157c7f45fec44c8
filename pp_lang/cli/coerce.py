"""Text from a command line or a table's cell -> the value that a type wants."""

import json
from typing import Any, assert_never

from pp_lang.errors import InputError
from pp_lang.semantics import (
    NONE,
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
    closed_options,
    is_assignable,
    plain,
    show_scalar,
    without_none,
)

_TRUTHS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def coerce(text: str, ty: Ty, place: str) -> object:
    """Return the value of type `ty` that `text` writes; `place` names where the text stands.

    Raises `InputError` where the text cannot be such a value. Bounds are checked later.
    """
    wanted = plain(ty)
    match wanted:
        case UnionTy():
            return _coerce_union(text, wanted, place)
        case TextTy() | UnknownTy():
            return text
        case IntTy():
            return _number(text, int, "a whole number", place)
        case FloatTy():
            return _number(text, float, "a number", place)
        case BoolTy():
            return _truth(text, place)
        case LiteralTy():
            return _one_of(text, wanted, place)
        case NoneTy():
            return None
        case ListTy() | RecordTy():
            return _json(text, wanted, place)
        case ContextTy() | AnswerTy() | FunctionTy() | VariableTy():
            raise InputError(f"{place}: a {wanted} cannot be given from outside")
        case _:
            assert_never(wanted)


def is_optional(ty: Ty) -> bool:
    """Return whether none is a value of `ty`."""
    return is_assignable(NONE, ty)


def has_text(ty: Ty) -> bool:
    """Return whether any text may be a value of `ty`."""
    ty = plain(ty)
    return isinstance(ty, TextTy) or (isinstance(ty, UnionTy) and any(map(has_text, ty.members)))


def _coerce_union(text: str, union: UnionTy, place: str) -> object:
    inner = without_none(union)
    if is_optional(union) and text.strip() in ("", "none", "null"):
        return None
    if closed_options(inner) is not None:
        return _one_of(text, inner, place)
    if has_text(inner):
        return text
    if not isinstance(inner, UnionTy):
        return coerce(text, inner, place)
    return _json(text, inner, place)


def _number(text: str, kind: type[int] | type[float], words: str, place: str) -> int | float:
    try:
        return kind(text.strip())
    except ValueError as error:
        raise InputError(f"{place}: expected {words}, found `{_short(text)}`") from error


def _truth(text: str, place: str) -> bool:
    value = _TRUTHS.get(text.strip().lower())
    if value is None:
        raise InputError(f"{place}: expected true or false, found `{_short(text)}`")
    return value


def _one_of(text: str, ty: Ty, place: str) -> object:
    options = closed_options(ty) or ()
    for option in options:
        if text.strip() == (option if isinstance(option, str) else show_scalar(option)):
            return option
    listed = ", ".join(show_scalar(option) for option in options)
    raise InputError(f"{place}: expected one of {listed}, found `{_short(text)}`")


def _json(text: str, ty: Ty, place: str) -> Any:  # Any: whatever JSON holds
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"{place}: expected {ty} as JSON, found `{_short(text)}`",
            hint=f"Write it as JSON, or give a file: {place}=@FILE",
        ) from error


def _short(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
