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
    LambdaExpr,
    ListExpr,
    LiteralExpr,
    MapExpr,
    MatchExpr,
    NameExpr,
    NamePattern,
    Pattern,
    RecordExpr,
    RecordPattern,
    ReduceExpr,
    RepeatExpr,
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
        case ReduceExpr(source, callee) if len(callee.names) > 1:
            return free_names(source) | {callee.names[0].text}
        case MapExpr(variable, source, condition, _, body):
            inner = _all(body) if condition is None else _all(condition, body)
            return free_names(source) | (inner - {variable.text})
        case LambdaExpr(params, body):
            return free_names(body) - {one.text for one in params}
        case RepeatExpr():
            inner = _all(expr.body) if expr.until is None else _all(expr.until, expr.body)
            bound = {one.text for one in (expr.variable, expr.history) if one is not None}
            return _all(expr.start, expr.count) | (inner - bound)
        case MatchExpr(subject, cases, otherwise):
            rest = frozenset() if otherwise is None else free_names(otherwise)
            each = (free_names(one.body) - _bound(one.patterns) for one in cases)
            return free_names(subject).union(rest, *each)
        case BlockExpr(_, bindings):
            return _all(*_parts(expr)) - {binding.name.text for binding in bindings}
        case _:
            return _all(*_parts(expr))


def _calls(expr: Expr) -> Iterator[str]:
    if isinstance(expr, CallExpr) and isinstance(expr.callee, NameExpr):
        yield expr.callee.name
    if isinstance(expr, ReduceExpr) and len(expr.callee.names) == 1:
        yield expr.callee.text
    if isinstance(expr, NameExpr):
        yield expr.name  # named as an argument, it may be called where it goes
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
        case SampleExpr(count, _, body):
            return (count, body)
        case LambdaExpr(_, body):
            return (body,)
        case MatchExpr(subject, cases, otherwise):
            bodies = tuple(one.body for one in cases)
            return (subject, *bodies) if otherwise is None else (subject, *bodies, otherwise)
        case RepeatExpr(_, _, start, count, _, until, body):
            rest = (body,) if until is None else (until, body)
            return (start, count, *rest)
        case ReduceExpr(source):
            return (source,)
        case MapExpr(_, source, condition, _, body):
            return (source, body) if condition is None else (source, condition, body)
        case BlockExpr(_, bindings, result):
            return (*(binding.value for binding in bindings), result)


def _bound(patterns: tuple[Pattern, ...]) -> frozenset[str]:
    names: set[str] = set()
    for pattern in patterns:
        if isinstance(pattern, NamePattern):
            names.add(pattern.name.text)
        if isinstance(pattern, RecordPattern):
            names.update(*(_bound(one.patterns) for one in pattern.fields))
    return frozenset(names)


def _all(*exprs: Expr) -> frozenset[str]:
    return frozenset().union(*map(free_names, exprs))
