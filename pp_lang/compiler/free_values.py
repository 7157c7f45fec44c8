"""What an expanded expression takes from around it."""

from pp_lang.semantics import (
    TypedExpr,
    TypedField,
    TypedLiteral,
    TypedName,
    names_bound_by,
    parts_of,
)


def free_values(expr: TypedExpr) -> dict[str, TypedName]:
    """Return the names that an expanded expression takes from around it, each where it is first."""
    if isinstance(expr, TypedName):
        return {expr.name: expr}
    bound = names_bound_by(expr)
    found: dict[str, TypedName] = {}
    for part in parts_of(expr):
        for name, one in free_values(part).items():
            if name not in bound:
                found.setdefault(name, one)
    return found


def is_short(arg: TypedExpr) -> bool:
    """Return whether an argument may stand wherever its parameter is used."""
    while isinstance(arg, TypedField):
        arg = arg.base
    return isinstance(arg, TypedName | TypedLiteral)
