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


def json_schema(ty: Ty) -> JsonSchema:
    """Return the JSON Schema that a model's answer of type `ty` is held to."""
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
            return json_schema(inner)
        case UnionTy():
            return _union(ty)
        case ListTy():
            return _list(ty)
        case RecordTy():
            return _record(ty)
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


def _union(ty: UnionTy) -> JsonSchema:
    literals = [member.value for member in ty.members if isinstance(member, LiteralTy)]
    others = [json_schema(member) for member in ty.members if not isinstance(member, LiteralTy)]
    choices = [{"enum": literals}, *others] if literals else others
    return choices[0] if len(choices) == 1 else {"anyOf": choices}


def _list(ty: ListTy) -> JsonSchema:
    low, high = ty.min_items or 0, ty.max_items
    if high is None:
        high = max(DEFAULT_MAX_ITEMS, low)
    schema: JsonSchema = {"type": "array", "items": json_schema(ty.element), "maxItems": high}
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
