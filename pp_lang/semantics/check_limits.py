"""Limits of maps, samples, repeats and reduces; conditions that end a list early."""

from collections.abc import Mapping
from dataclasses import replace

from pp_lang.diagnostics import Problem
from pp_lang.semantics.check_options import check_options
from pp_lang.semantics.exprs import Exprs
from pp_lang.semantics.limit_problems import (
    MisplacedUntil,
    StepInUntil,
    UnknownLimit,
    UnmeasuredMerge,
)
from pp_lang.semantics.option_table import ITEM_LIMITS, MERGE_LIMITS
from pp_lang.semantics.rebuild import parts_of
from pp_lang.semantics.scope import Local, Scope
from pp_lang.semantics.signatures import Signature, Signatures
from pp_lang.semantics.ty import INT, ListTy, Ty, UnknownTy, plain
from pp_lang.semantics.typed_nodes import (
    STEPS,
    CheckedProgram,
    Options,
    Parameter,
    ReduceMode,
    TypedExpr,
    TypedFunctionCall,
    TypedMap,
    TypedProgramCall,
)
from pp_lang.syntax import Expr, Ident, Option, ParamDecl, Path

REMAINING = "remaining"
"""In a condition: how many items may still come."""


def check_item_limits(
    limits: tuple[Option, ...], construct: str, signatures: Signatures, problems: list[Problem]
) -> Options:
    """Return the limits of a map, sample or repeat, without those that are wrong."""
    return _check(limits, construct, ITEM_LIMITS, signatures, problems)


def check_merge_limits(
    limits: tuple[Option, ...],
    mode: ReduceMode,
    callee: Signature,
    path: Path,
    problems: list[Problem],
) -> Options:
    """Return the limits of a reduce, without those that are wrong."""
    known = MERGE_LIMITS if mode == "tree" else {}
    checked = _check(limits, f"reduce … by {mode}", known, callee.home, problems)
    if checked.values and callee.kind != "template":
        problems.append(UnmeasuredMerge(path.text, path.span))
    return checked


def check_until(
    exprs: Exprs,
    declared: tuple[ParamDecl, ...],
    parameters: tuple[Parameter, ...],
    programs: Mapping[str, CheckedProgram],
) -> tuple[Parameter, ...]:
    """Return the parameters of a program with their conditions.

    `programs` are those that a condition may call, by key.
    """
    written = {one.name.span: one.until for one in declared if one.until is not None}
    checked: list[Parameter] = []
    for place, one in enumerate(parameters):
        visible = [
            other
            for position, other in enumerate(parameters)
            if position < place or other.span not in written
        ]
        condition = written.get(one.span)
        until = None
        if condition is not None:
            until = _condition(exprs, one, condition, visible, programs)
        checked.append(replace(one, until=until))
    return tuple(checked)


def _check(
    limits: tuple[Option, ...],
    construct: str,
    known: Mapping[str, Ty],
    signatures: Signatures,
    problems: list[Problem],
) -> Options:
    for one in limits:
        if one.name.text not in known:
            name = one.name
            problems.append(UnknownLimit(name.text, construct, name.span, tuple(known)))
    right = tuple(one for one in limits if one.name.text in known)
    return check_options(right, known, signatures, problems)


def _condition(
    exprs: Exprs,
    parameter: Parameter,
    written: Expr,
    visible: list[Parameter],
    programs: Mapping[str, CheckedProgram],
) -> TypedExpr | None:
    """Return the condition of a list; later ones with conditions are not seen, so none waits."""
    ty = plain(parameter.ty)
    if not isinstance(ty, ListTy):
        if not isinstance(ty, UnknownTy):
            exprs.problems.append(MisplacedUntil(written.span, parameter.ty))
        return None
    scope = Scope()
    for one in visible:
        scope.add(Local(one.name, one.ty, one.span))
    scope.add(Local(parameter.name, ListTy(ty.element, 1, ty.max_items), parameter.span))
    exprs.define(Ident(REMAINING, written.span), INT, scope)
    condition = exprs.condition(written, scope)
    step = _find_step(condition, programs, set())
    if step is not None:
        exprs.problems.append(StepInUntil(step.span))
    return condition


def _find_step(
    expr: TypedExpr, programs: Mapping[str, CheckedProgram], seen: set[str]
) -> TypedExpr | None:
    """Return the first part of `expr` that needs a model, also where a program it calls does.

    A parameter that is a function is left to each call: with one that asks a model, nothing is
    asked early.
    """
    match expr:
        case TypedProgramCall(program):
            if program not in seen:
                seen.add(program)
                callee = programs.get(program)
                if callee is not None and _find_step(callee.body, programs, seen) is not None:
                    return expr
        case TypedFunctionCall():
            pass
        case TypedMap(limits=limits) if limits.values:
            return expr
        case _ if isinstance(expr, STEPS):
            return expr
    found = (_find_step(part, programs, seen) for part in parts_of(expr))
    return next((one for one in found if one is not None), None)
