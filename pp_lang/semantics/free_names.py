"""Which names an expression uses that it does not define itself.

What a call calls is no value: `judge = judge(review)` does not need itself.
"""

from collections.abc import Iterator

from pp_lang.syntax import (
    BinaryExpr,
    BlockExpr,
    CallExpr,
    Expr,
    FieldExpr,
    IfExpr,
    IndexExpr,
    ListExpr,
    LiteralExpr,
    MapExpr,
    NameExpr,
    RecordExpr,
    ReduceExpr,
    SampleExpr,
    UnaryExpr,
)


def called_names(expr: Expr) -> frozenset[str]:
    """Return the names that `expr` calls, or merges with."""
    return frozenset(_calls(expr))


def free_names(expr: Expr) -> frozenset[str]:
    """Return the names of values used in `expr` and not bound inside it."""
    match expr:
        case NameExpr(name):
            return frozenset((name,))
        case CallExpr(NameExpr(), args):
            return _all(*(arg.value for arg in args))
        case ReduceExpr(source, callee) if len(callee) > 1:
            return free_names(source) | {callee[0].text}
        case MapExpr(variable, source, condition, body):
            inner = _all(body) if condition is None else _all(condition, body)
            return free_names(source) | (inner - {variable.text})
        case BlockExpr(_, bindings):
            return _all(*_parts(expr)) - {binding.name.text for binding in bindings}
        case _:
            return _all(*_parts(expr))


def _calls(expr: Expr) -> Iterator[str]:
    if isinstance(expr, CallExpr) and isinstance(expr.callee, NameExpr):
        yield expr.callee.name
    if isinstance(expr, ReduceExpr) and len(expr.callee) == 1:
        yield expr.callee[0].text
    for part in _parts(expr):
        yield from _calls(part)


def _parts(expr: Expr) -> tuple[Expr, ...]:
    """Return the expressions directly inside `expr`."""
    match expr:
        case LiteralExpr() | NameExpr():
            return ()
        case FieldExpr(base):
            return (base,)
        case UnaryExpr(_, operand):
            return (operand,)
        case IndexExpr(left, right) | BinaryExpr(_, left, right):
            return (left, right)
        case CallExpr(callee, args):
            return (callee, *(arg.value for arg in args))
        case ListExpr(items):
            return items
        case RecordExpr(fields):
            return tuple(field.value for field in fields)
        case IfExpr(condition, then, otherwise):
            return (condition, then, otherwise)
        case SampleExpr(count, body):
            return (count, body)
        case ReduceExpr(source):
            return (source,)
        case MapExpr(_, source, condition, body):
            return (source, body) if condition is None else (source, condition, body)
        case BlockExpr(_, bindings, result):
            return (*(binding.value for binding in bindings), result)


def _all(*exprs: Expr) -> frozenset[str]:
    return frozenset().union(*map(free_names, exprs))
