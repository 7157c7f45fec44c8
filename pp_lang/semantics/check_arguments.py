"""Arguments: which parameter each is for, and what the type parameters are in a call."""

from dataclasses import dataclass, replace

from pp_lang.diagnostics import Problem
from pp_lang.semantics.call_problems import (
    MissingArgument,
    TooManyArguments,
    UnknownArgument,
)
from pp_lang.semantics.exprs import Exprs
from pp_lang.semantics.function_problems import OpenType, WrongFunction
from pp_lang.semantics.scope import Scope
from pp_lang.semantics.signatures import Signature
from pp_lang.semantics.ty import (
    UNKNOWN,
    FunctionTy,
    Ty,
    UnknownTy,
    widened,
)
from pp_lang.semantics.type_variables import (
    Bindings,
    bind,
    is_open,
    substitute,
    variables_in,
)
from pp_lang.semantics.typed_nodes import (
    Parameter,
    TypedExpr,
    TypedLambda,
    TypedList,
    TypedName,
)
from pp_lang.source import Span
from pp_lang.syntax import (
    Arg,
    CallExpr,
    Expr,
    RecordExpr,
)


@dataclass(frozen=True, slots=True)
class BoundArguments:
    """The arguments of a call, matched with its parameters."""

    values: tuple[tuple[str, TypedExpr], ...]
    functions: tuple[tuple[str, TypedLambda | TypedName], ...]
    types: Bindings
    """What the type parameters stand for."""


class ArgumentChecker:
    """Matches arguments with parameters for a `CallChecker`."""

    def __init__(self, exprs: Exprs) -> None:
        self._exprs = exprs

    def bind(self, expr: CallExpr, signature: Signature, scope: Scope) -> BoundArguments:
        """Return the arguments matched by place first, then by name; defaults filled in.

        Values come before functions: they say what the type parameters are.
        """
        parameters = signature.parameters
        names = tuple(one.name for one in parameters)
        given, has_unknown = self.match(expr.args, signature.name, names)
        missing = tuple(one.name for one in parameters if one.name not in given and one.is_required)
        if missing and not has_unknown:
            self._report(MissingArgument(signature.name, missing, expr.callee.span))
        types: Bindings = {}
        values = self._bind_values(parameters, given, types, scope)
        functions: list[tuple[str, TypedLambda | TypedName]] = []
        for one in parameters:
            if isinstance(one.ty, FunctionTy):
                for name in variables_in(one.ty.result) & types.keys():
                    types[name] = widened(types[name])  # a function may give other values
                written = given.get(one.name, one.default_function)
                if written is not None:
                    wanted = substitute(one.ty, types)
                    assert isinstance(wanted, FunctionTy), "a function stays one"
                    if one.name in given:
                        function = self._function(written, wanted, scope, one.ty)
                    else:
                        function = self._exprs.default_function(written, wanted, signature.home)
                    bind(one.ty, function.ty, types)
                    if not isinstance(function.ty, FunctionTy) or is_open(function.ty.result):
                        self._leave_open(one.ty, types)
                    functions.append((one.name, function))
        if not missing and not has_unknown:
            self._report_open_types(signature, types, expr.callee.span)
        return BoundArguments(tuple(values), tuple(functions), types)

    def _function(
        self, written: Expr, wanted: FunctionTy, scope: Scope, declared: FunctionTy
    ) -> TypedLambda | TypedName:
        """Return the checked function, of which the values of the call may say what it gives."""
        problems = self._exprs.problems
        start = len(problems)
        function = self._exprs.function(written, wanted, scope)
        if variables_in(declared.result):
            problems[start:] = [
                replace(one, is_set_by_values=True)
                if isinstance(one, WrongFunction) and one.wanted is wanted
                else one
                for one in problems[start:]
            ]
        return function

    def match(
        self, args: tuple[Arg, ...], callee: str, names: tuple[str, ...]
    ) -> tuple[dict[str, Expr], bool]:
        """Return the arguments by name, and whether one has a name that no parameter has."""
        given: dict[str, Expr] = {}
        too_many = has_unknown = False
        for place, arg in enumerate(args):
            if arg.name is None and place >= len(names):
                if not too_many:
                    is_record = isinstance(arg.value, RecordExpr) and bool(names)
                    self._report(TooManyArguments(callee, arg.span, names, is_record))
                too_many = True
                continue
            name = arg.name.text if arg.name else names[place]
            if name not in names or name in given:
                span = arg.name.span if arg.name else arg.span
                self._report(UnknownArgument(callee, name, span, names, name in given))
                has_unknown = has_unknown or name not in names
                continue
            given[name] = arg.value
        return given, has_unknown

    def _bind_values(
        self,
        parameters: tuple[Parameter, ...],
        given: dict[str, Expr],
        types: Bindings,
        scope: Scope,
    ) -> list[tuple[str, TypedExpr]]:
        values: list[tuple[str, TypedExpr]] = []
        for one in parameters:
            if isinstance(one.ty, FunctionTy):
                continue
            if one.name in given:
                value = self._exprs.infer(given[one.name], scope)
                bind(one.ty, value.ty, types)
                if is_open(value.ty) and not isinstance(value, TypedList):
                    # What is wrong with the value says nothing about the call.
                    self._leave_open(one.ty, types)
                self._exprs.require(value, substitute(one.ty, types))
                values.append((one.name, value))
            elif one.default is not None:
                values.append((one.name, one.default))
        return values

    def _leave_open(self, ty: Ty, types: Bindings) -> None:
        for name in variables_in(ty):
            types.setdefault(name, UNKNOWN)

    def _report_open_types(self, signature: Signature, types: Bindings, span: Span) -> None:
        speaks_of = frozenset().union(*(variables_in(one.ty) for one in signature.parameters))
        of_values = (one.ty for one in signature.parameters if not isinstance(one.ty, FunctionTy))
        given = frozenset().union(*map(variables_in, of_values))
        for name in sorted((speaks_of | variables_in(signature.result)) - types.keys()):
            if not any(isinstance(ty, UnknownTy) for ty in types.values()):
                self._report(OpenType(name, signature.name, span, name in given))

    def _report(self, problem: Problem) -> None:
        self._exprs.problems.append(problem)
