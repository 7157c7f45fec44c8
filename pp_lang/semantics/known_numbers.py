"""Where numbers lie that are computed from others. Their types do not say it, so that they stay
simple: it is looked up where a type with bounds is wanted."""

from dataclasses import replace
from functools import reduce

from pp_lang.semantics.intervals import (
    ANY,
    Interval,
    add,
    distance,
    divide,
    divide_down,
    hull,
    largest,
    multiply,
    remainder,
    rounded,
    smallest,
    within_exact,
)
from pp_lang.semantics.subtypes import is_assignable
from pp_lang.semantics.ty import (
    INT,
    FloatTy,
    IntTy,
    ListTy,
    LiteralTy,
    TextTy,
    Ty,
    UnionTy,
    UnknownTy,
    VariableTy,
    plain,
)
from pp_lang.semantics.typed_nodes import (
    TypedBinary,
    TypedBlock,
    TypedBuiltin,
    TypedExpr,
    TypedIf,
    TypedIndex,
    TypedList,
    TypedLiteral,
    TypedMap,
    TypedName,
    TypedSample,
    TypedUnary,
)

_KEEPING = ("drop", "first", "flatten", "reverse", "sort", "take", "unique")
"""Functions whose numbers are among those of their first argument."""


def known_interval(expr: TypedExpr) -> Interval:
    """Return where the value of `expr` lies if it is a number, and else the numbers it holds."""
    by_type = _of_type(expr.ty)
    return by_type & _computed(expr) if by_type is not None else ANY


def with_known_bounds(ty: Ty, expr: TypedExpr) -> Ty:
    """Return `ty`, the type of `expr`, as narrow as the bounds that are known of it."""
    return _within(ty, known_interval(expr)) if _holds_numbers(ty) else ty


def _holds_numbers(ty: Ty) -> bool:
    return isinstance(ty, IntTy | FloatTy) or (
        isinstance(ty, ListTy) and _holds_numbers(ty.element)
    )


def _within(ty: Ty, known: Interval) -> Ty:
    match ty:
        case IntTy():
            low = None if known.low is None else -int(-known.low // 1)
            return IntTy(low, None if known.high is None else int(known.high // 1))
        case FloatTy():
            return FloatTy(known.low, known.high)
        case ListTy(element):
            return replace(ty, element=_within(element, known))
        case _:
            return ty


def _of_type(ty: Ty) -> Interval | None:
    """Return where numbers of the type lie, itself or in its lists; None where it has none."""
    match plain(ty):
        case LiteralTy(bool() | str()):
            return None
        case LiteralTy(int() | float() as value):
            return Interval(value, value)
        case IntTy(low, high) | FloatTy(low, high):
            return Interval(low, high)
        case ListTy(element):
            return _of_type(element)
        case UnionTy(members):
            found = [one for one in map(_of_type, members) if one is not None]
            return hull(found) if found else None
        case UnknownTy() | VariableTy():
            return ANY
        case _:
            return None


def _computed(expr: TypedExpr) -> Interval:
    match expr:
        case TypedLiteral(int() | float() as value) if not isinstance(value, bool):
            return Interval(value, value)
        case TypedName():
            return expr.known
        case TypedUnary("-", operand):
            return -known_interval(operand)
        case TypedBinary():
            return _of_operator(expr)
        case TypedBuiltin():
            return _of_function(expr)
        case TypedIf(_, then, otherwise):
            return _of_either(then, otherwise)
        case TypedBlock(_, result):
            return known_interval(result)
        case TypedList(items):
            return _of_either(*items)
        case TypedIndex(base):
            return known_interval(base)
        case TypedMap(body=body) | TypedSample(body=body):
            return known_interval(body)
        case _:
            return ANY


def _of_either(*parts: TypedExpr) -> Interval:
    """Return where the numbers of these lie; those that have none, such as `none`, do not count."""
    return hull([known_interval(one) for one in parts if _of_type(one.ty) is not None])


def _of_operator(expr: TypedBinary) -> Interval:
    if isinstance(plain(expr.ty), ListTy):
        return _of_either(expr.left, expr.right)
    found = _of_numbers(expr)
    return found if is_assignable(plain(expr.ty), INT) else within_exact(found)


def _of_numbers(expr: TypedBinary) -> Interval:
    left, right = known_interval(expr.left), known_interval(expr.right)
    match expr.op:
        case "+":
            return add(left, right)
        case "-":
            return add(left, -right)
        case "*":
            return multiply(left, right)
        case "//":
            return divide_down(left, right)
        case "%":
            return remainder(left, right)
        case "/":
            return divide(left, right)
        case _:
            return ANY


def _of_function(expr: TypedBuiltin) -> Interval:
    first = expr.args[0] if expr.args else expr
    match expr.name:
        case "abs":
            return distance(known_interval(first))
        case "round" if len(expr.args) == 1:
            return rounded(known_interval(first))
        case "min":
            return smallest(*_items(first))
        case "max":
            return largest(*_items(first))
        case "sum":
            return _sum_of(first)
        case "len":
            return _length(first)
        case "count":
            return Interval(0, _length(first).high)
        case "range":
            high = known_interval(first).high
            return Interval(0, None if high is None else max(high - 1, 0))
        case "exp":
            return Interval(0)
        case "default" if len(expr.args) == 2:
            return _of_either(*expr.args)
        case name if name in _KEEPING:
            return known_interval(first)
        case _:
            return ANY


def _items(expr: TypedExpr) -> tuple[list[Interval], list[Interval]]:
    """Return where the items of a list lie: those that are certainly there, and others."""
    if isinstance(expr, TypedList):
        return [known_interval(one) for one in expr.items], []
    if isinstance(expr, TypedBinary) and expr.op == "+":
        left, right = _items(expr.left), _items(expr.right)
        return left[0] + right[0], left[1] + right[1]
    return [], [known_interval(expr)] if _of_type(expr.ty) is not None else []


def _sum_of(expr: TypedExpr) -> Interval:
    certain, possible = _items(expr)
    is_whole = is_assignable(plain(expr.ty), ListTy(INT))
    if is_whole and not possible:
        return reduce(add, certain, Interval(0, 0))
    each = [*certain, *possible]
    low = 0 if all(one.low is not None and one.low >= 0 for one in each) else None
    return Interval(low, 0 if all(one.high is not None and one.high <= 0 for one in each) else None)


def _length(expr: TypedExpr) -> Interval:
    if isinstance(expr, TypedList):
        return Interval(len(expr.items), len(expr.items))
    if isinstance(expr, TypedBinary) and expr.op == "+":
        return add(_length(expr.left), _length(expr.right))
    match plain(expr.ty):
        case ListTy(_, low, high):
            return Interval(low or 0, high)
        case TextTy(most):
            return Interval(0, most)
        case LiteralTy(str() as text):
            return Interval(len(text), len(text))
        case _:
            return Interval(0)
