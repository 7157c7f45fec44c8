"""The checker of expressions, as those that it hands a part of its work to see it."""

from typing import Protocol

from pp_lang.diagnostics import Problem
from pp_lang.semantics.intervals import ANY, Interval
from pp_lang.semantics.scope import Scope
from pp_lang.semantics.signatures import Signatures
from pp_lang.semantics.trace import Trace
from pp_lang.semantics.ty import FunctionTy, Ty
from pp_lang.semantics.typed_nodes import TypedExpr, TypedLambda, TypedName
from pp_lang.source import Span
from pp_lang.syntax import Expr, Ident


class Exprs(Protocol):
    """What calls, functions and matches need of the checker of the expressions around them."""

    @property
    def signatures(self) -> Signatures:
        """What the file declares."""
        ...

    @property
    def problems(self) -> list[Problem]:
        """Where mistakes are collected."""
        ...

    @property
    def trace(self) -> Trace:
        """Where places are noted for editors."""
        ...

    def infer(self, expr: Expr, scope: Scope) -> TypedExpr:
        """Return the typed form of an expression."""
        ...

    def define(self, name: Ident, ty: Ty, scope: Scope, known: Interval = ANY) -> None:
        """Bind a name, reporting one that is taken; its numbers are `known` to lie there."""
        ...

    def require(self, typed: TypedExpr, wanted: Ty) -> None:
        """Report a value that does not fit."""
        ...

    def condition(self, expr: Expr, scope: Scope) -> TypedExpr:
        """Return the typed form of what must be a bool."""
        ...

    def refuse_step(self, span: Span, scope: Scope) -> None:
        """Report a step where none may stand."""
        ...

    def element(self, source: TypedExpr, user: str) -> Ty:
        """Return what the list holds."""
        ...

    def function(self, expr: Expr, wanted: FunctionTy, scope: Scope) -> TypedLambda | TypedName:
        """Return the function that an argument is."""
        ...

    def default_function(
        self, expr: Expr, wanted: FunctionTy, home: Signatures
    ) -> TypedLambda | TypedName:
        """Return the function that a parameter has where none is given."""
        ...
