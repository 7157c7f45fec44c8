"""Types to JSON Schema, with the keywords that the engine enforces and no others."""

from typing import Any, assert_never

from pp_lang.errors import InternalError
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

DEFAULT_MAX_CHARS = 500
"""Bound of a text inside JSON that has none of its own: a small model may run on for ever."""
DEFAULT_MAX_ITEMS = 50
"""Bound of a list that has none of its own, for the same reason."""

JsonSchema = dict[str, Any]  # Any: JSON


def json_schema(ty: Ty, *, is_compact: bool = False) -> JsonSchema:
    """Return the JSON Schema that a model's answer of type `ty` is held to.

    In a compact one records are lists of their values.
    """
    match ty:
        case TextTy():
            return _text(ty)
        case IntTy(minimum, maximum):
            return {"type": "integer", **_bounds(minimum, maximum)}
        case FloatTy(minimum, maximum):
            return {"type": "number", **_bounds(minimum, maximum)}
        case BoolTy():
            return {"type": "boolean"}
        case NoneTy():
            return {"type": "null"}
        case LiteralTy(value):
            return {"const": value}
        case AnswerTy(inner):
            return json_schema(inner, is_compact=is_compact)
        case UnionTy():
            return _union(ty, is_compact=is_compact)
        case ListTy():
            return _list(ty, is_compact=is_compact)
        case RecordTy():
            return _row(ty) if is_compact else _record(ty)
        case ContextTy() | UnknownTy() | FunctionTy() | VariableTy():
            raise InternalError(f"a model cannot answer with a value of type {ty}")
        case _:
            assert_never(ty)


def _text(ty: TextTy) -> JsonSchema:
    schema: JsonSchema = {"type": "string"}
    if ty.pattern is not None:
        schema["pattern"] = f"^(?:{ty.pattern})$"
    if ty.max_chars is not None:
        schema["maxLength"] = ty.max_chars
    elif ty.pattern is None:
        schema["maxLength"] = DEFAULT_MAX_CHARS
    return schema


def _bounds(minimum: float | None, maximum: float | None) -> JsonSchema:
    bounds = {"minimum": minimum, "maximum": maximum}
    return {name: bound for name, bound in bounds.items() if bound is not None}


def _union(ty: UnionTy, *, is_compact: bool) -> JsonSchema:
    literals = [member.value for member in ty.members if isinstance(member, LiteralTy)]
    others = [
        json_schema(member, is_compact=is_compact)
        for member in ty.members
        if not isinstance(member, LiteralTy)
    ]
    choices = [{"enum": literals}, *others] if literals else others
    return choices[0] if len(choices) == 1 else {"anyOf": choices}


def _list(ty: ListTy, *, is_compact: bool) -> JsonSchema:
    low, high = ty.min_items or 0, ty.max_items
    if high is None:
        high = max(DEFAULT_MAX_ITEMS, low)
    items = json_schema(ty.element, is_compact=is_compact)
    schema: JsonSchema = {"type": "array", "items": items, "maxItems": high}
    if low:
        schema["minItems"] = low
    return schema


def _record(ty: RecordTy) -> JsonSchema:
    return {
        "type": "object",
        "properties": {field.name: json_schema(field.ty) for field in ty.fields},
        "required": [field.name for field in ty.fields],
        "additionalProperties": False,
    }


def _row(ty: RecordTy) -> JsonSchema:
    return {
        "type": "array",
        "prefixItems": [json_schema(field.ty, is_compact=True) for field in ty.fields],
        "items": False,
        "minItems": len(ty.fields),
    }
