"""Functions as arguments: written out, or named; and calls of parameters that are functions."""

from pp_lang.semantics.exprs import Exprs
from pp_lang.semantics.function_problems import MisplacedFunction, WrongFunction
from pp_lang.semantics.prelude import BUILTINS
from pp_lang.semantics.scope import Local, Scope
from pp_lang.semantics.subtypes import is_assignable
from pp_lang.semantics.ty import UNKNOWN, FunctionTy, UnknownTy
from pp_lang.semantics.type_variables import variables_in
from pp_lang.semantics.typed_nodes import TypedExpr, TypedLambda, TypedName
from pp_lang.source import Span
from pp_lang.syntax import Arg, CallExpr, Expr, FieldExpr, LambdaExpr, NameExpr


class FunctionChecker:
    """Checks arguments of function type for an `ExprChecker`."""

    def __init__(self, exprs: Exprs) -> None:
        self._exprs = exprs

    def function(self, expr: Expr, wanted: FunctionTy, scope: Scope) -> TypedLambda | TypedName:
        """Return the function that `expr` is; parameters get the types that `wanted` gives them.

        A result type with variables in it is left open: the caller finds out what they are.
        """
        if isinstance(expr, LambdaExpr):
            return self._written_out(expr, wanted, scope)
        if isinstance(expr, NameExpr):
            local = scope.find(expr.name)
            if local is not None:
                return self._passed_on(expr, local, wanted)
        if isinstance(expr, NameExpr | FieldExpr):
            return self._reference(expr, wanted, scope)
        typed = self._exprs.infer(expr, scope)
        if not isinstance(typed.ty, UnknownTy):
            self._exprs.problems.append(WrongFunction(expr.span, typed.ty, wanted))
        return TypedName("", UNKNOWN, expr.span)

    def misplaced(self, expr: LambdaExpr, scope: Scope) -> TypedExpr:
        """Report a function where no parameter wants one."""
        inner = scope.inner()
        for param in expr.params:
            self._exprs.define(param, UNKNOWN, inner)
        self._exprs.infer(expr.body, inner)
        self._exprs.problems.append(MisplacedFunction(expr.span))
        return TypedName("", UNKNOWN, expr.span)

    def _written_out(
        self, expr: LambdaExpr, wanted: FunctionTy, scope: Scope
    ) -> TypedLambda | TypedName:
        if len(expr.params) != len(wanted.params):
            self._exprs.problems.append(WrongFunction(expr.span, None, wanted, len(expr.params)))
            return TypedName("", UNKNOWN, expr.span)
        inner = scope.inner()
        for param, ty in zip(expr.params, wanted.params, strict=True):
            self._exprs.define(param, ty, inner)
        body = self._exprs.infer(expr.body, inner)
        names = tuple(param.text for param in expr.params)
        return self._lambda(names, body, wanted, expr.span)

    def _passed_on(self, expr: NameExpr, local: Local, wanted: FunctionTy) -> TypedName:
        if not isinstance(local.ty, FunctionTy) or not _fits(local.ty, wanted):
            if not isinstance(local.ty, UnknownTy):
                self._exprs.problems.append(WrongFunction(expr.span, local.ty, wanted))
            return TypedName("", UNKNOWN, expr.span)
        return TypedName(expr.name, local.ty, expr.span)

    def _reference(
        self, expr: NameExpr | FieldExpr, wanted: FunctionTy, scope: Scope
    ) -> TypedLambda | TypedName:
        """Return `(a, b) => name(a, b)` for the name of something that can be called."""
        if isinstance(expr, NameExpr) and not self._is_callable(expr.name):
            self._exprs.infer(expr, scope)  # says what is wrong with it
            return TypedName("", UNKNOWN, expr.span)
        inner = scope.inner()
        names = tuple(f"~{expr.span.start}~{place}" for place in range(len(wanted.params)))
        for name, ty in zip(names, wanted.params, strict=True):
            inner.add(Local(name, ty, expr.span))
        args = tuple(Arg(None, NameExpr(name, expr.span), expr.span) for name in names)
        body = self._exprs.infer(CallExpr(expr, args, (), expr.span), inner)
        return self._lambda(names, body, wanted, expr.span, is_reference=True)

    def _lambda(
        self,
        names: tuple[str, ...],
        body: TypedExpr,
        wanted: FunctionTy,
        span: Span,
        *,
        is_reference: bool = False,
    ) -> TypedLambda:
        ty = FunctionTy(wanted.params, body.ty)
        if not _fits(ty, wanted):
            self._exprs.problems.append(WrongFunction(body.span, ty, wanted))
        return TypedLambda(names, body, ty, span, is_reference)

    def _is_callable(self, name: str) -> bool:
        return name in BUILTINS or name in self._exprs.signatures.callables


def _fits(given: FunctionTy, wanted: FunctionTy) -> bool:
    if len(given.params) != len(wanted.params):
        return False
    if variables_in(wanted.result) - variables_in(given.result):
        return True  # what they stand for follows from the function itself
    return is_assignable(given, wanted)
