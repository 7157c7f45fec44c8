"""The words that tell a model what its answer must look like; short, for small models."""

import json
from typing import assert_never

from pp_lang.evaluation.values import show_in_prompt, show_number
from pp_lang.semantics import (
    AnswerTy,
    BoolTy,
    ContextTy,
    FieldTy,
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
    plain,
)


def describe_format(ty: Ty, *, is_compact: bool = False) -> str:
    """Return what `{{ format }}` shows for an answer of type `ty`.

    In compact ones records are lists, with the name of its field behind each value.
    """
    options = closed_options(ty)
    if options is not None:
        return f"one of: {', '.join(map(show_in_prompt, options))}"
    match plain(ty):
        case TextTy() as text:
            return _text(text)
        case IntTy(minimum, maximum):
            return f"a whole number{_bounds(minimum, maximum)}"
        case FloatTy(minimum, maximum):
            return f"a number{_bounds(minimum, maximum)}"
        case ListTy() as items:
            return f"JSON like {_json(items, is_compact=is_compact)}{_length(items)}"
        case other:
            return f"JSON like {_json(other, is_compact=is_compact)}"


def _json(ty: Ty, *, is_compact: bool) -> str:
    match ty:
        case TextTy():
            return _text(ty)
        case IntTy(minimum, maximum):
            return f"whole number{_bounds(minimum, maximum)}"
        case FloatTy(minimum, maximum):
            return f"number{_bounds(minimum, maximum)}"
        case BoolTy():
            return "true or false"
        case NoneTy():
            return "null"
        case LiteralTy(value):
            return json.dumps(value, ensure_ascii=False)
        case AnswerTy(inner):
            return _json(inner, is_compact=is_compact)
        case UnionTy(members):
            return " | ".join(_json(member, is_compact=is_compact) for member in members)
        case ListTy(element):
            return f"[{_grouped(element, is_compact=is_compact)}, ...]"
        case RecordTy(fields):
            shown = ", ".join(_field(field, is_compact=is_compact) for field in fields)
            return f"[{shown}]" if is_compact else f"{{{shown}}}"
        case ContextTy() | UnknownTy() | FunctionTy() | VariableTy():
            return "text"
        case _:
            assert_never(ty)


def _field(field: FieldTy, *, is_compact: bool) -> str:
    length = _length(field.ty) if isinstance(field.ty, ListTy) else ""
    shown = f"{_json(field.ty, is_compact=is_compact)}{length}"
    if is_compact:
        # Measured: a name before its value makes small models copy the names.
        return f"{shown} ({field.name}: {field.doc})" if field.doc else f"{shown} ({field.name})"
    return f'"{field.name}": {shown} ({field.doc})' if field.doc else f'"{field.name}": {shown}'


def _grouped(ty: Ty, *, is_compact: bool) -> str:
    shown = _json(ty, is_compact=is_compact)
    return f"({shown})" if isinstance(plain(ty), UnionTy) else shown


def _text(ty: TextTy) -> str:
    words = "text"
    if ty.max_chars is not None:
        words += f" of at most {ty.max_chars} characters"
    return f"{words} that matches {ty.pattern}" if ty.pattern is not None else words


def _length(ty: ListTy) -> str:
    low, high = ty.min_items or 0, ty.max_items
    if high is None:
        return f" with at least {_items(low)}" if low else ""
    if low == high:
        return f" with {_items(low)}"
    return f" with {low} to {_items(high)}" if low else f" with at most {_items(high)}"


def _items(count: int) -> str:
    return f"{count} item" if count == 1 else f"{count} items"


def _bounds(minimum: float | None, maximum: float | None) -> str:
    if minimum is not None and maximum is not None:
        return f" from {show_number(minimum)} to {show_number(maximum)}"
    if minimum is not None:
        return f" of at least {show_number(minimum)}"
    return f" of at most {show_number(maximum)}" if maximum is not None else ""
