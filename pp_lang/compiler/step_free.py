"""Tells plain expressions from those that need steps."""

from typing import assert_never

from pp_lang.semantics import (
    TypedBinary,
    TypedBlock,
    TypedBuiltin,
    TypedExpr,
    TypedField,
    TypedFormat,
    TypedFunctionCall,
    TypedHasFields,
    TypedIf,
    TypedIndex,
    TypedLambda,
    TypedList,
    TypedLiteral,
    TypedMap,
    TypedName,
    TypedOpen,
    TypedProbability,
    TypedProgramCall,
    TypedRecord,
    TypedReduce,
    TypedRepeat,
    TypedSample,
    TypedTemplateCall,
    TypedUnary,
)

STEPS = (
    TypedOpen,
    TypedTemplateCall,
    TypedProgramCall,
    TypedFunctionCall,
    TypedSample,
    TypedRepeat,
    TypedReduce,
)
"""What always is a step; a map is one where its parts are."""


def is_step_free(expr: TypedExpr) -> bool:
    """Return whether `expr` can be computed from values alone, without a context or a model."""
    if isinstance(expr, STEPS):
        return False
    match expr:
        case TypedLiteral() | TypedName() | TypedFormat():
            return True
        case TypedField(base) | TypedProbability(base) | TypedHasFields(base):
            return is_step_free(base)
        case TypedUnary(_, operand):
            return is_step_free(operand)
        case TypedIndex(left, right) | TypedBinary(_, left, right):
            return is_step_free(left) and is_step_free(right)
        case TypedList(items):
            return all(map(is_step_free, items))
        case TypedBuiltin(_, args):
            return all(map(is_step_free, args))
        case TypedRecord(fields):
            return all(is_step_free(value) for _, value in fields)
        case TypedIf(condition, then, otherwise):
            return all(map(is_step_free, (condition, then, otherwise)))
        case TypedBlock(bindings, result):
            return is_step_free(result) and all(is_step_free(one.value) for one in bindings)
        case TypedMap(_, source, condition, body):
            return is_step_free(source) and is_step_free(body) and _is_free(condition)
        case TypedLambda(_, body):
            return is_step_free(body)
        case _:
            assert_never(expr)


def _is_free(expr: TypedExpr | None) -> bool:
    return expr is None or is_step_free(expr)
