"""Tells plain expressions from those that need steps."""

from pp_lang.semantics import STEPS, TypedExpr, parts_of


def is_step_free(expr: TypedExpr) -> bool:
    """Return whether `expr` can be computed from values alone, without a context or a model."""
    return not isinstance(expr, STEPS) and all(map(is_step_free, parts_of(expr)))
