"""What a condition proves about the values it asks about: that they are, or are not, none."""

from pp_lang.semantics.ty import NONE, Ty, without_none
from pp_lang.semantics.typed_nodes import (
    TypedBinary,
    TypedExpr,
    TypedField,
    TypedLiteral,
    TypedName,
    TypedUnary,
)

Facts = dict[str, Ty]


def facts_when(condition: TypedExpr, *, holds: bool) -> Facts:
    """Return the types that are known by path when `condition` is true (or false)."""
    match condition:
        case TypedUnary("not", operand):
            return facts_when(operand, holds=not holds)
        case TypedBinary("and", left, right) if holds:
            return {**facts_when(left, holds=True), **facts_when(right, holds=True)}
        case TypedBinary("or", left, right) if not holds:
            return {**facts_when(left, holds=False), **facts_when(right, holds=False)}
        case TypedBinary("==" | "!=" as op, left, right):
            asked = right if _is_none(left) else left
            path = path_of(asked)
            if path is None or not (_is_none(left) or _is_none(right)):
                return {}
            is_none = (op == "==") == holds
            return {path: NONE if is_none else without_none(asked.ty)}
        case _:
            return {}


def path_of(expr: TypedExpr) -> str | None:
    """Return `a.b.c` for a name and the fields read from it, None for anything else."""
    match expr:
        case TypedName(name):
            return name
        case TypedField(base, name):
            path = path_of(base)
            return f"{path}.{name}" if path else None
        case _:
            return None


def _is_none(expr: TypedExpr) -> bool:
    return isinstance(expr, TypedLiteral) and expr.value is None
