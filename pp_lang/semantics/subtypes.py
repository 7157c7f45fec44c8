"""Sub-types: when a value of one type may stand where another is wanted, and what two have in
common."""

import re
from functools import reduce

from pp_lang.semantics.ty import (
    AnswerTy,
    BoolTy,
    ContextTy,
    FloatTy,
    FunctionTy,
    IntTy,
    ListTy,
    LiteralTy,
    NoneTy,
    RecordTy,
    Scalar,
    TextTy,
    Ty,
    UnionTy,
    UnknownTy,
    closed_options,
    members_of,
    plain,
    union_of,
)


def is_assignable(given: Ty, wanted: Ty) -> bool:
    """Return whether every value of `given` is a value of `wanted`."""
    if isinstance(wanted, AnswerTy):
        return _is_answer(given, wanted)
    if isinstance(given, AnswerTy):
        answers = (one for one in members_of(wanted) if isinstance(one, AnswerTy))
        return any(_is_answer(given, one) for one in answers) or is_assignable(given.value, wanted)
    if isinstance(given, UnknownTy) or isinstance(wanted, UnknownTy) or given == wanted:
        return True
    if isinstance(given, UnionTy):
        return all(is_assignable(member, wanted) for member in given.members)
    if isinstance(given, BoolTy) and isinstance(wanted, UnionTy):
        return all(
            any(is_assignable(LiteralTy(value), member) for member in wanted.members)
            for value in (True, False)
        ) or any(is_assignable(given, member) for member in wanted.members)
    if isinstance(wanted, UnionTy):
        return any(is_assignable(given, member) for member in wanted.members)
    match given, wanted:
        case (LiteralTy(value), _):
            return literal_fits(value, wanted)
        case (TextTy(), TextTy()):
            return _within(None, given.max_chars, None, wanted.max_chars) and wanted.pattern in (
                None,
                given.pattern,
            )
        case (IntTy(low, high), IntTy(minimum, maximum) | FloatTy(minimum, maximum)):
            return _within(low, high, minimum, maximum)
        case (FloatTy(low_f, high_f), FloatTy(minimum_f, maximum_f)):
            return _within(low_f, high_f, minimum_f, maximum_f)
        case (ListTy(), ListTy()):
            return is_assignable(given.element, wanted.element) and _within(
                given.min_items or 0, given.max_items, wanted.min_items, wanted.max_items
            )
        case (RecordTy(), RecordTy()):
            return {f.name for f in given.fields} == {f.name for f in wanted.fields} and all(
                is_assignable(field.ty, other.ty)
                for field in given.fields
                if (other := wanted.find(field.name)) is not None
            )
        case (FunctionTy(), FunctionTy()):
            return (
                len(given.params) == len(wanted.params)
                and all(map(is_assignable, wanted.params, given.params))
                and is_assignable(given.result, wanted.result)
            )
        case (ContextTy(), ContextTy()):
            return wanted.name == given.name or wanted.name in given.ancestors
        case _:
            return False


def _is_answer(given: Ty, wanted: AnswerTy) -> bool:
    """Return whether every value of `given` is an answer as `wanted` says."""
    match given:
        case UnknownTy():
            return True
        case AnswerTy():
            is_same = not wanted.template or wanted.template in given.conversation
            has_scores = not given.is_written or wanted.is_written or not closed_options(wanted)
            return is_same and has_scores and is_assignable(given.value, wanted.value)
        case UnionTy(members):
            return all(_is_answer(member, wanted) for member in members)
        case _:
            return False


def literal_fits(value: Scalar, wanted: Ty) -> bool:
    """Return whether the literal `value` is a value of the plain type `wanted`."""
    match wanted:
        case LiteralTy():
            return LiteralTy(value) == wanted
        case UnionTy(members):
            return any(literal_fits(value, member) for member in members)
        case BoolTy():
            return isinstance(value, bool)
        case TextTy(max_chars, pattern):
            return (
                isinstance(value, str)
                and (max_chars is None or len(value) <= max_chars)
                and (pattern is None or re.fullmatch(pattern, value) is not None)
            )
        case IntTy(minimum, maximum):
            return (
                isinstance(value, int)
                and not isinstance(value, bool)
                and _within(value, value, minimum, maximum)
            )
        case FloatTy(minimum, maximum):
            return (
                isinstance(value, int | float)
                and not isinstance(value, bool)
                and _within(value, value, minimum, maximum)
            )
        case _:
            return False


def _within(
    low: float | None, high: float | None, minimum: float | None, maximum: float | None
) -> bool:
    low_ok = minimum is None or (low is not None and low >= minimum)
    return low_ok and (maximum is None or (high is not None and high <= maximum))


def join(left: Ty, right: Ty) -> Ty:
    """Return the type of a value that comes from either side, as simple as possible."""
    if isinstance(left, AnswerTy) and isinstance(right, AnswerTy):
        return _join_answers(left, right)
    if is_assignable(left, right):
        return right
    if is_assignable(right, left):
        return left
    if any(map(_holds_answers, (left, right))):
        return _join_with_answers([*members_of(left), *members_of(right)])
    return union_of([left, right])


def _join_with_answers(members: list[Ty]) -> Ty:
    """Return the answers, or none, that come from several sides; with other values, values."""
    answers = [one for one in members if isinstance(one, AnswerTy)]
    others = [one for one in members if not isinstance(one, AnswerTy)]
    if any(not isinstance(one, NoneTy) for one in others):
        return reduce(join, map(plain, members))
    return union_of([reduce(_join_answers, answers), *others])


def _holds_answers(ty: Ty) -> bool:
    return any(isinstance(one, AnswerTy) for one in members_of(ty))


def _join_answers(left: AnswerTy, right: AnswerTy) -> AnswerTy:
    value = join(left.value, right.value)
    shared = [one for one in left.conversation if one in right.conversation]
    is_written = left.is_written or right.is_written
    return AnswerTy(value, "".join(shared[:1]), tuple(shared[1:]), is_written)
