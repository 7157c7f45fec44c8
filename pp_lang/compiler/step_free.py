"""Tells plain expressions from those that need steps."""

from pp_lang.semantics import STEPS, TypedExpr, TypedMap, parts_of


def is_step(expr: TypedExpr) -> bool:
    """Return whether `expr` is a step by itself, whatever its parts are."""
    return isinstance(expr, STEPS) or (isinstance(expr, TypedMap) and bool(expr.limits.values))


def is_step_free(expr: TypedExpr) -> bool:
    """Return whether `expr` can be computed from values alone, without a context or a model."""
    return not is_step(expr) and all(map(is_step_free, parts_of(expr)))
