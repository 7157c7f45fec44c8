"""Expressions to values, without a model: pure and synchronous."""

import math
from collections.abc import Callable
from typing import Any, assert_never

from pp_lang.errors import InternalError, RunError
from pp_lang.evaluation.builtins_table import call_builtin
from pp_lang.evaluation.describe_format import describe_format
from pp_lang.evaluation.environment import Environment
from pp_lang.evaluation.values import (
    Answer,
    ContextValue,
    Value,
    is_equal,
    plain_value,
)
from pp_lang.semantics import (
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

MOST_DIGITS = 4_000
"""Digits of the largest whole number; Python shows no more than 4,300."""
MOST_BITS = math.floor(MOST_DIGITS * math.log2(10))


def evaluate(expr: TypedExpr, env: Environment) -> Value:
    """Return the value of `expr`, which holds no step.

    Raises `RunError` without a node where the values do not allow it: an index out of range, a
    division by zero.
    """
    match expr:
        case TypedName(name):
            return env.get(name)
        case TypedLiteral(value):
            return value
        case TypedField(base, name):
            return _field(evaluate(base, env), name)
        case TypedBinary():
            return _binary(expr, env)
        case TypedBuiltin(name, args):
            return _call_builtin(name, [evaluate(arg, env) for arg in args])
        case TypedIndex(base, index):
            return _index(evaluate(base, env), evaluate(index, env))
        case TypedList(items):
            return [evaluate(item, env) for item in items]
        case TypedRecord(fields):
            return {name: evaluate(value, env) for name, value in fields}
        case TypedUnary("not", operand):
            return not _plain(evaluate(operand, env))
        case TypedUnary(_, operand):
            return _negated(_plain(evaluate(operand, env)))
        case TypedIf(condition, then, otherwise):
            return evaluate(then if evaluate_condition(condition, env) else otherwise, env)
        case TypedHasFields(base, names):
            record = _plain(evaluate(base, env))
            return isinstance(record, dict) and all(name in record for name in names)
        case TypedScore(base, name):
            return _score(evaluate(base, env), name)
        case TypedFormat(output):
            return describe_format(output, is_compact=expr.is_compact)
        case TypedBlock():
            return _block(expr, env)
        case TypedMap():
            return _map(expr, env)
        case (
            TypedOpen()
            | TypedTemplateCall()
            | TypedProgramCall()
            | TypedExternCall()
            | TypedFunctionCall()
            | TypedLambda()
            | TypedSample()
            | TypedRepeat()
            | TypedReduce()
        ):
            raise InternalError(f"{type(expr).__name__} is a step and was not made a node")
        case _:
            assert_never(expr)


def evaluate_condition(expr: TypedExpr, env: Environment) -> bool:
    """Return the truth value of `expr`."""
    return bool(_plain(evaluate(expr, env)))


def evaluate_list(expr: TypedExpr, env: Environment) -> list[Value]:
    """Return the list that `expr` gives."""
    value = plain_value(evaluate(expr, env))
    assert isinstance(value, list), "the checker lets only lists through"
    return value


def evaluate_context(expr: TypedExpr | None, env: Environment) -> ContextValue | None:
    """Return the context value that `expr` gives; None where there is no expression."""
    value = evaluate_parent(expr, env)
    assert not isinstance(value, Answer), "no context is within an answer"
    return value


def evaluate_parent(expr: TypedExpr | None, env: Environment) -> ContextValue | Answer | None:
    """Return what a template is called on; None where there is no expression."""
    if expr is None:
        return None
    value = evaluate(expr, env)
    assert isinstance(value, ContextValue | Answer), "the checker lets nothing else through"
    return value


def _plain(value: Value) -> Any:  # Any: the checker knows which kind of value it is
    return plain_value(value)


def _negated(number: int | float) -> Value:
    return -number


def _field(base: Value, name: str) -> Value:
    base = plain_value(base)
    assert isinstance(base, dict), "the checker lets only records through"
    return base[name]


def _index(base: Value, index: Value) -> Value:
    position = _plain(index)
    base = plain_value(base)
    assert isinstance(base, list), "the checker lets only lists through"
    if not -len(base) <= position < len(base):
        have = "the list is empty" if not base else f"the list has {len(base)} items"
        raise RunError(f"there is no item [{position}]: {have}")
    item: Value = base[position]
    return item


def _score(value: Value, name: str) -> Value:
    if not isinstance(value, Answer):
        raise InternalError(f"`{name}` is asked of a value that no model gave")
    scores = value.scores
    match name:
        case "raw":
            return value.raw
        case "tokens":
            return scores.num_tokens
        case "logprob":
            return scores.logprob
        case "log_likelihood":
            return scores.log_likelihood
        case "entropy" if scores.entropy is not None:
            return scores.entropy
        case "probabilities":
            return [{"value": option, "probability": p} for option, p in scores.options]
        case "probability":
            return next((p for one, p in scores.options if is_equal(one, value.value)), 0.0)
        case _:
            raise InternalError(f"`{name}` of an answer was not kept")


def _block(block: TypedBlock, env: Environment) -> Value:
    inner = env.child()
    for binding in block.bindings:
        inner.bind(binding.name, evaluate(binding.value, inner))
    return evaluate(block.result, inner)


def _map(expr: TypedMap, env: Environment) -> list[Value]:
    values: list[Value] = []
    for index, item in enumerate(evaluate_list(expr.source, env)):
        inner = env.child({expr.variable: item})
        try:
            if expr.condition is None or evaluate_condition(expr.condition, inner):
                values.append(evaluate(expr.body, inner))
        except RunError as error:
            raise RunError(f"item [{index}]: {error.message}", hint=error.hint) from error
    return values


def _call_builtin(name: str, args: list[Value]) -> Value:
    result = call_builtin(name, args)
    _verify_number(result)
    return result


# Any: the checker has seen that the operator fits its operands.
_OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "/": lambda left, right: left / right,
    "//": lambda left, right: left // right,
    "%": lambda left, right: left % right,
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
}


def _binary(expr: TypedBinary, env: Environment) -> Value:
    left = _plain(evaluate(expr.left, env))
    match expr.op:
        case "and":
            return left and bool(_plain(evaluate(expr.right, env)))
        case "or":
            return left or bool(_plain(evaluate(expr.right, env)))
    right = _plain(evaluate(expr.right, env))
    match expr.op:
        case "==":
            return is_equal(left, right)
        case "!=":
            return not is_equal(left, right)
        case "in":
            return _contains(right, left)
        case "not in":
            return not _contains(right, left)
    try:
        result: Value = _OPERATORS[expr.op](left, right)
    except ZeroDivisionError:
        raise RunError("division by zero") from None
    except OverflowError as error:
        raise RunError(f"the number is too large: {error}") from error
    _verify_number(result)
    return result


def _verify_number(value: Value) -> None:
    """Refuse what could not be shown: an infinite number, a whole one without end."""
    if isinstance(value, float) and not math.isfinite(value):
        raise RunError("the number is too large")
    if isinstance(value, int) and value.bit_length() > MOST_BITS:
        raise RunError(f"the number is too large: it has more than {MOST_DIGITS:,} digits")


def _contains(whole: Any, part: Value) -> bool:  # Any: a list or a text, as the checker saw
    if isinstance(whole, str):
        return str(part) in whole
    return any(is_equal(item, part) for item in whole)
