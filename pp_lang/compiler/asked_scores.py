"""Finds the scores that a program asks for: those that cost something are only computed then."""

from collections.abc import Iterable

from pp_lang.semantics import AnswerTy, CheckedProgram, Ty, TypedExpr, TypedScore, UnionTy, parts_of

ANY = ""
"""Stands for all templates: the program joined answers of several."""


def templates_asked(programs: Iterable[CheckedProgram], *scores: str) -> frozenset[str]:
    """Return the keys of the templates whose answers are asked for one of `scores`, or `ANY`."""
    found: set[str] = set()
    rest: list[TypedExpr] = [program.body for program in programs]
    while rest:
        expr = rest.pop()
        if isinstance(expr, TypedScore) and expr.name in scores:
            found |= _templates(expr.base.ty)
        rest += parts_of(expr)
    return frozenset(found)


def is_asked(ty: Ty, asked: frozenset[str]) -> bool:
    """Return whether a generation that gives a `ty` is among those asked."""
    return ANY in asked or (isinstance(ty, AnswerTy) and not asked.isdisjoint(ty.conversation))


def _templates(ty: Ty) -> set[str]:
    match ty:
        case AnswerTy(template=template):
            return {template or ANY}
        case UnionTy(members):
            return set().union(*map(_templates, members))
        case _:
            return set()
