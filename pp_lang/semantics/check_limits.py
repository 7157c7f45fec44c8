"""Limits of maps, samples, repeats and reduces; conditions that end a list early."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from pp_lang.semantics.check_options import check_call_options
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
from pp_lang.semantics.signatures import Signature
from pp_lang.semantics.ty import INT, FunctionTy, ListTy, LiteralTy, Ty, UnknownTy, plain
from pp_lang.semantics.typed_nodes import (
    STEPS,
    CheckedProgram,
    Limits,
    Parameter,
    ReduceMode,
    TypedExpr,
    TypedFunctionCall,
    TypedLiteral,
    TypedMap,
    TypedProgramCall,
)
from pp_lang.syntax import Expr, Ident, Option, ParamDecl, ReduceExpr

REMAINING = "remaining"
"""In a condition: how many items may still come."""


def check_item_limits(
    exprs: Exprs, limits: tuple[Option, ...], construct: str, scope: Scope
) -> Limits:
    """Return the limits of a map, sample or repeat, without those that are wrong."""
    return _check(exprs, limits, construct, ITEM_LIMITS, scope)


def check_merge_limits(
    exprs: Exprs, reduce: ReduceExpr, mode: ReduceMode, callee: Signature, scope: Scope
) -> Limits:
    """Return the limits of a reduce, without those that are wrong."""
    known = MERGE_LIMITS if mode == "tree" else {}
    checked = _check(exprs, reduce.limits, f"reduce … by {mode}", known, scope)
    local = scope.find(reduce.callee.names[0].text)
    is_function = local is not None and isinstance(local.ty, FunctionTy)
    if checked.values and callee.kind != "template" and not is_function:
        exprs.problems.append(UnmeasuredMerge(reduce.callee.text, reduce.callee.span))
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
    exprs: Exprs,
    limits: tuple[Option, ...],
    construct: str,
    known: Mapping[str, Ty],
    scope: Scope,
) -> Limits:
    for one in limits:
        if one.name.text not in known:
            name = one.name
            exprs.problems.append(UnknownLimit(name.text, construct, name.span, tuple(known)))
    right = tuple(one for one in limits if one.name.text in known)
    signatures, problems = exprs.signatures, exprs.problems
    constant, computed = check_call_options(
        right, known, signatures, problems, partial(_computed, exprs, scope)
    )
    spans = {one.name.text: one.value.span for one in right}
    given = dict(computed)
    for limit, value in constant.values:
        assert isinstance(value, int | float), "limits are numbers"
        given[limit] = TypedLiteral(value, LiteralTy(value), spans[limit])
    return Limits(tuple((limit, given[limit]) for limit in spans if limit in given))


def _computed(exprs: Exprs, scope: Scope, limit: Option, ty: Ty) -> TypedExpr:
    value = exprs.infer(limit.value, scope)
    exprs.require(value, ty)
    return value


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
