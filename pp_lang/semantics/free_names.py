"""Which names an expression uses that it does not define itself."""

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


def free_names(expr: Expr) -> frozenset[str]:
    """Return the names used in `expr` and not bound inside it."""
    match expr:
        case LiteralExpr():
            return frozenset()
        case NameExpr(name):
            return frozenset((name,))
        case FieldExpr(base):
            return free_names(base)
        case UnaryExpr(_, operand):
            return free_names(operand)
        case IndexExpr(left, right) | BinaryExpr(_, left, right):
            return free_names(left) | free_names(right)
        case CallExpr(callee, args):
            return _all(callee, *(arg.value for arg in args))
        case ListExpr(items):
            return _all(*items)
        case RecordExpr(fields):
            return _all(*(field.value for field in fields))
        case IfExpr(condition, then, otherwise):
            return _all(condition, then, otherwise)
        case SampleExpr(count, body):
            return _all(count, body)
        case ReduceExpr(source, callee):
            return free_names(source) | {callee[0].text}
        case MapExpr(variable, source, condition, body):
            inner = free_names(body) | (free_names(condition) if condition else frozenset())
            return free_names(source) | (inner - {variable.text})
        case BlockExpr(_, bindings, result):
            inner = _all(result, *(binding.value for binding in bindings))
            return inner - {binding.name.text for binding in bindings}


def _all(*exprs: Expr) -> frozenset[str]:
    return frozenset().union(*map(free_names, exprs))
