"""Reduces: what merges, and whether it can merge such items in such a way."""

from typing import get_args

from pp_lang.diagnostics import Problem
from pp_lang.semantics.call_problems import (
    BadMerge,
    UnknownMode,
)
from pp_lang.semantics.callees import CalleeFinder, no_method
from pp_lang.semantics.check_limits import check_merge_limits
from pp_lang.semantics.check_options import check_options
from pp_lang.semantics.exprs import Exprs
from pp_lang.semantics.name_problems import UnknownFunction
from pp_lang.semantics.option_table import CALL_OPTIONS
from pp_lang.semantics.prelude import BUILTINS
from pp_lang.semantics.scope import Local, Scope
from pp_lang.semantics.signatures import Signature, Signatures
from pp_lang.semantics.subtypes import is_assignable
from pp_lang.semantics.ty import UNKNOWN, FunctionTy, ListTy, Ty, UnknownTy
from pp_lang.semantics.typed_nodes import (
    Parameter,
    ReduceMode,
    TypedExpr,
    TypedLambda,
    TypedName,
    TypedReduce,
)
from pp_lang.source import Span
from pp_lang.syntax import (
    Arg,
    CallExpr,
    Expr,
    FieldExpr,
    Ident,
    NameExpr,
    ReduceExpr,
)


class MergeChecker:
    """Checks reduces for an `ExprChecker`."""

    def __init__(self, exprs: Exprs) -> None:
        self._exprs = exprs
        self._callees = CalleeFinder(exprs)

    def reduce(self, expr: ReduceExpr, scope: Scope) -> TypedExpr:
        """Return the typed form of a reduce."""
        self._exprs.refuse_step(expr.span, scope)
        source = self._exprs.infer(expr.source, scope)
        item = self._exprs.element(source, "reduce")
        mode = self._mode(expr.mode)
        found = self._merge_callee(expr.callee.names, scope)
        if found is None or mode is None:
            check_options(expr.options, CALL_OPTIONS, self._exprs.signatures, self._exprs.problems)
            return TypedName("", UNKNOWN, expr.span)
        if not self._check_merge(found, mode, item, expr.callee.last.span):
            return TypedName("", found.result, expr.span)
        merge = self._merge(expr, found.parameters[: 2 if mode == "fold" else 1], scope)
        limits = check_merge_limits(self._exprs, expr, mode, found, scope)
        return TypedReduce(source, merge, mode, merge.body.ty, expr.span, limits)

    def _merge(
        self, expr: ReduceExpr, parameters: tuple[Parameter, ...], scope: Scope
    ) -> TypedLambda:
        """Return the call of the callee as a function of what the mode gives it."""
        inner = scope.inner()
        names = tuple(f"~{one.name}" for one in parameters)
        for name, one in zip(names, parameters, strict=True):
            inner.add(Local(name, one.ty, expr.span))
        args = tuple(Arg(None, NameExpr(name, expr.span), expr.span) for name in names)
        callee: Expr = NameExpr(expr.callee.names[0].text, expr.callee.names[0].span)
        for ident in expr.callee.names[1:]:
            callee = FieldExpr(callee, ident, callee.span | ident.span)
        body = self._exprs.infer(CallExpr(callee, args, expr.options, expr.span), inner)
        ty = FunctionTy(tuple(one.ty for one in parameters), body.ty)
        return TypedLambda(names, body, ty, expr.span, is_reference=True)

    def _merge_callee(self, names: tuple[Ident, ...], scope: Scope) -> Signature | None:
        """Return what merges as its callers see it."""
        *path, last = names
        found = self._member_at(path, last, scope) if path else self._named(last, scope)
        if found is not None and found.kind == "context":
            self._refuse_kind(last, "context")
            return None
        return found

    def _named(self, name: Ident, scope: Scope) -> Signature | None:
        local = scope.find(name.text)
        if local is not None and isinstance(local.ty, FunctionTy):
            return _function_signature(local, local.ty)
        callables = self._exprs.signatures.callables
        signature = callables.get(name.text)
        if signature is None:
            if name.text in BUILTINS:
                self._refuse_kind(name, "function")
            else:
                self._report(UnknownFunction(name.text, name.span, tuple(callables)))
            return None
        if signature.parent is not None and signature.kind != "context":
            self._report(self._callees.needs_parent(signature, name.span))
            return None
        return signature

    def _member_at(self, path: list[Ident], name: Ident, scope: Scope) -> Signature | None:
        """Return what is called `name` in the module, context or answer at `path`."""
        base: Expr = NameExpr(path[0].text, path[0].span)
        module = self._callees.namespace(base, scope)
        if module is not None and len(path) == 1:
            return self._callees.exported(module, path[0].text, name)
        for ident in path[1:]:
            base = FieldExpr(base, ident, base.span | ident.span)
        parent = self._exprs.infer(base, scope)
        if isinstance(parent.ty, UnknownTy):
            return None
        if not self._callees.has_members(parent.ty):
            self._report(no_method(name, parent.ty))
            return None
        return self._callees.member(parent.ty, name)

    def _refuse_kind(self, name: Ident, kind: str) -> None:
        reason = f"it is a {kind}; a template or a program merges"
        self._report(BadMerge(name.text, name.span, reason))

    def _check_merge(self, signature: Signature, mode: ReduceMode, item: Ty, span: Span) -> bool:
        """Report why the callee cannot merge such items; return whether it can."""

        def refuse(reason: str) -> bool:
            self._report(BadMerge(signature.name, span, reason))
            return False

        takes = 2 if mode == "fold" else 1
        parameters = signature.parameters
        needed = [one for one in parameters[takes:] if one.is_required]
        gives = "two values, the one so far and the next item" if takes == 2 else "one list"
        if len(parameters) < takes:
            return refuse(f"`{mode}` gives it {gives}, but it takes {len(parameters)}")
        if needed:
            return refuse(f"`{mode}` gives it {gives}, but `{needed[0].name}` has no default")
        result, first = signature.result, parameters[0].ty
        if mode == "fold":
            accepts_item = is_assignable(item, parameters[1].ty) and is_assignable(item, first)
            if not accepts_item:
                return refuse(
                    f"it takes `{first}` and `{parameters[1].ty}`, the items are `{item}`"
                )
            if not is_assignable(result, first):
                return refuse(
                    f"its result `{result}` is no `{first}`, so it cannot be merged again"
                )
            return True
        if not is_assignable(ListTy(item), first):
            return refuse(f"it takes `{first}`, the items are `{item}`")
        if mode == "tree" and not is_assignable(ListTy(result), first):
            return refuse(f"its result `{result}` cannot be merged again, as `tree` must")
        return True

    def _mode(self, mode: Ident) -> ReduceMode | None:
        for known in get_args(ReduceMode):
            if mode.text == known:
                return known  # type: ignore[no-any-return]  # one of the literals of ReduceMode
        self._report(UnknownMode(mode.text, mode.span))
        return None

    def _report(self, problem: Problem) -> None:
        self._exprs.problems.append(problem)


def _function_signature(local: Local, ty: FunctionTy) -> Signature:
    parameters = tuple(
        Parameter(f"value {place + 1}", one, None, local.span)
        for place, one in enumerate(ty.params)
    )
    return Signature(
        local.name, "program", parameters, None, ty.result, local.span, local.name, Signatures()
    )
