"""A typed expression with other parts: what every pass over the typed tree is made of."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from pp_lang.semantics.typed_nodes import (
    Limits,
    TypedBinary,
    TypedBlock,
    TypedBuiltin,
    TypedExpr,
    TypedExternCall,
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
    TypedProgramCall,
    TypedRecord,
    TypedReduce,
    TypedRepeat,
    TypedSample,
    TypedScore,
    TypedTemplateCall,
    TypedUnary,
)

Change = Callable[[TypedExpr], TypedExpr]
Named = tuple[tuple[str, TypedExpr], ...]


def with_parts(expr: TypedExpr, change: Change) -> TypedExpr:
    """Return `expr` with each expression directly inside it replaced by what `change` gives.

    Names bound inside are not looked at: that is for the caller, who knows about scopes.
    """
    match expr:
        case TypedLiteral() | TypedName() | TypedFormat():
            return expr
        case TypedField(base) | TypedScore(base) | TypedHasFields(base):
            return replace(expr, base=change(base))
        case TypedUnary(_, operand):
            return replace(expr, operand=change(operand))
        case TypedIndex(base, index):
            return replace(expr, base=change(base), index=change(index))
        case TypedBinary(_, left, right):
            return replace(expr, left=change(left), right=change(right))
        case TypedList(items):
            return replace(expr, items=tuple(map(change, items)))
        case TypedBuiltin(_, args) | TypedFunctionCall(_, args):
            return replace(expr, args=tuple(map(change, args)))
        case TypedRecord(fields):
            return replace(expr, fields=_named(fields, change))
        case TypedIf(condition, then, otherwise):
            return replace(
                expr, condition=change(condition), then=change(then), otherwise=change(otherwise)
            )
        case TypedLambda(_, body):
            return replace(expr, body=change(body))
        case TypedBlock(bindings, result):
            bound = tuple(replace(one, value=change(one.value)) for one in bindings)
            return replace(expr, bindings=bound, result=change(result))
        case TypedOpen(_, parent, args):
            return replace(expr, parent=_optional(parent, change), args=_named(args, change))
        case TypedTemplateCall(_, parent, args):
            return replace(
                expr,
                parent=_optional(parent, change),
                args=_named(args, change),
                given=_named(expr.given, change),
            )
        case TypedProgramCall():
            return _with_call_parts(expr, change)
        case TypedExternCall(_, args):
            return replace(expr, args=_named(args, change))
        case TypedMap(_, source, condition, body):
            return replace(
                expr,
                source=change(source),
                condition=_optional(condition, change),
                body=change(body),
                limits=_limits(expr.limits, change),
                until=_lambda(expr.until, change),
            )
        case TypedSample(count, body):
            return replace(
                expr,
                count=change(count),
                body=change(body),
                limits=_limits(expr.limits, change),
                until=_lambda(expr.until, change),
            )
        case TypedRepeat():
            return replace(
                expr,
                start=change(expr.start),
                count=change(expr.count),
                limits=_limits(expr.limits, change),
                until=_optional(expr.until, change),
                body=change(expr.body),
            )
        case TypedReduce(source, merge):
            merged = replace(merge, body=change(merge.body))
            limits = _limits(expr.limits, change)
            return replace(expr, source=change(source), merge=merged, limits=limits)
        case _:
            assert_never(expr)


def parts_of(expr: TypedExpr) -> tuple[TypedExpr, ...]:
    """Return the expressions directly inside `expr`."""
    parts: list[TypedExpr] = []

    def note(part: TypedExpr) -> TypedExpr:
        parts.append(part)
        return part

    with_parts(expr, note)
    return tuple(parts)


def names_bound_by(expr: TypedExpr) -> frozenset[str]:
    """Return the names that `expr` gives to values for its own parts."""
    match expr:
        case TypedBlock(bindings):
            return frozenset(one.name for one in bindings)
        case TypedLambda(params):
            return frozenset(params)
        case TypedMap(variable):
            return frozenset((variable,))
        case TypedReduce(_, merge):
            return frozenset(merge.params)
        case TypedRepeat(variable, history):
            return frozenset((variable,) if history is None else (variable, history))
        case _:
            return frozenset()


def _with_call_parts(call: TypedProgramCall, change: Change) -> TypedProgramCall:
    functions: list[tuple[str, TypedLambda | TypedName]] = []
    for name, function in call.functions:
        changed = change(function)
        assert isinstance(changed, TypedLambda | TypedName), "a function stays one"
        functions.append((name, changed))
    return replace(call, args=_named(call.args, change), functions=tuple(functions))


def _lambda(function: TypedLambda | None, change: Change) -> TypedLambda | None:
    changed = _optional(function, change)
    assert changed is None or isinstance(changed, TypedLambda), "a function stays one"
    return changed


def _named(parts: Named, change: Change) -> Named:
    return tuple((name, change(value)) for name, value in parts)


def _limits(limits: Limits, change: Change) -> Limits:
    return Limits(_named(limits.values, change))


def _optional(expr: TypedExpr | None, change: Change) -> TypedExpr | None:
    return None if expr is None else change(expr)
