"""What each operator gives for the types on its sides."""

from pp_lang.diagnostics import Problem
from pp_lang.semantics.prelude import element_of
from pp_lang.semantics.subtypes import is_assignable, join, literal_fits
from pp_lang.semantics.ty import (
    BOOL,
    FLOAT,
    INT,
    NEVER,
    TEXT,
    UNKNOWN,
    ContextTy,
    ListTy,
    LiteralTy,
    RecordTy,
    Scalar,
    Ty,
    UnionTy,
    UnknownTy,
    VariableTy,
    plain,
    without_none,
)
from pp_lang.semantics.type_problems import MissingValue, NeverEqual, WrongOperand
from pp_lang.semantics.typed_nodes import BinaryOp, TypedExpr
from pp_lang.source import Span


def binary_type(
    op: BinaryOp, left: TypedExpr, right: TypedExpr, span: Span, problems: list[Problem]
) -> Ty:
    """Return the type of `left op right`; a wrong use is reported and has the unknown type."""
    sides = (plain(left.ty), plain(right.ty))
    if any(isinstance(side, UnknownTy) for side in sides):
        return UNKNOWN if op in ("+", "-", "*", "/", "//", "%") else BOOL
    ty = _result(op, *sides)
    if ty is not None:
        if op in ("==", "!=") and not overlaps(*sides):
            problems.append(NeverEqual(span, *sides))
        return ty
    for side in (left, right):
        if without_none(plain(side.ty)) != plain(side.ty) and op not in ("==", "!="):
            problems.append(MissingValue(side.span, side.ty))
            return UNKNOWN
    problems.append(WrongOperand(op, span, sides, _help(op, sides)))
    return UNKNOWN


def unary_type(op: str, operand: TypedExpr, problems: list[Problem]) -> Ty:
    """Return the type of `op operand`; a wrong use is reported and has the unknown type."""
    ty = plain(operand.ty)
    if op == "not":
        if is_assignable(ty, BOOL):
            return BOOL
    elif is_assignable(ty, FLOAT):
        return INT if is_assignable(ty, INT) else FLOAT
    problems.append(WrongOperand(op, operand.span, (ty,)))
    return UNKNOWN


def overlaps(left: Ty, right: Ty) -> bool:
    """Return whether some value is of both types, or nothing is known of one."""
    left, right = plain(left), plain(right)
    if NEVER in (left, right):
        return True
    if isinstance(left, UnionTy):
        return any(overlaps(member, right) for member in left.members)
    if isinstance(right, UnionTy):
        return any(overlaps(left, member) for member in right.members)
    if isinstance(left, ListTy) and isinstance(right, ListTy):
        return True  # both may be empty
    if isinstance(left, RecordTy) and isinstance(right, RecordTy):
        names = {field.name for field in left.fields}
        return names == {field.name for field in right.fields}
    if isinstance(left, ContextTy) or isinstance(right, ContextTy):
        return False
    for base in (TEXT, FLOAT, BOOL):  # limits narrow a type; two limited ones may still meet
        if is_assignable(left, base) and is_assignable(right, base):
            return _meet(left, right)
    return is_assignable(left, right) or is_assignable(right, left)


def _meet(left: Ty, right: Ty) -> bool:
    if isinstance(left, LiteralTy) and isinstance(right, LiteralTy):
        return left.value == right.value  # 1 and 1.0 are equal; both are of one kind
    if isinstance(left, LiteralTy):
        return _may_equal(left.value, right)
    if isinstance(right, LiteralTy):
        return _may_equal(right.value, left)
    return True


def _may_equal(value: Scalar, ty: Ty) -> bool:
    """Return whether a value of `ty` may be equal to `value`: an `int` to `1.0`, say."""
    is_whole = isinstance(value, float) and value.is_integer()
    return literal_fits(value, ty) or (is_whole and literal_fits(int(value), ty))


def _result(op: BinaryOp, left: Ty, right: Ty) -> Ty | None:
    match op:
        case "and" | "or":
            return BOOL if is_assignable(left, BOOL) and is_assignable(right, BOOL) else None
        case "==" | "!=":
            return None if ContextTy in (type(left), type(right)) else BOOL
        case "<" | "<=" | ">" | ">=":
            return BOOL if _both(left, right, FLOAT) or _both(left, right, TEXT) else None
        case "in" | "not in":
            element = element_of(right)
            if element is not None:
                return BOOL if overlaps(left, element) else None
            return BOOL if _both(left, right, TEXT) else None
        case "+":
            return _sum(left, right)
        case "/":
            return FLOAT if _both(left, right, FLOAT) else None
        case "//" | "%":
            return INT if _both(left, right, INT) else None
        case "-" | "*":
            return _number(left, right)


def _sum(left: Ty, right: Ty) -> Ty | None:
    if _both(left, right, TEXT):
        return TEXT
    elements = element_of(left), element_of(right)
    if elements[0] is not None and elements[1] is not None:
        return ListTy(join(elements[0], elements[1]))
    return _number(left, right)


def _number(left: Ty, right: Ty) -> Ty | None:
    if _both(left, right, INT):
        return INT
    return FLOAT if _both(left, right, FLOAT) else None


def _both(left: Ty, right: Ty, wanted: Ty) -> bool:
    return is_assignable(left, wanted) and is_assignable(right, wanted)


def _help(op: BinaryOp, sides: tuple[Ty, Ty]) -> str | None:
    one_text = is_assignable(sides[0], TEXT) != is_assignable(sides[1], TEXT)
    if op == "+" and one_text:
        return "Make a text of the other side with `text(…)`."
    if op == "%" and is_assignable(sides[0], TEXT):
        return "Join texts with `+`; a value becomes text with `text(…)`."
    if op == "or" and not is_assignable(sides[0], BOOL):
        return "`or` joins conditions; what stands in for none is `default(x, …)`."
    if any(isinstance(side, VariableTy) for side in sides):
        return "What can be any type can be compared, listed and passed on, nothing else."
    return None
