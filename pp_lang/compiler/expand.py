"""Programs without functions: each call gets a program of its own in which they are written out.

Functions only stand as arguments, and no program calls itself, so the compiler knows every function
that is ever called. After this pass no parameter is a function, no type has a variable, and every
call of a model carries the options that it inherits.
"""

from collections import ChainMap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import cast

from pp_lang.compiler.early_stops import end_at_first, end_lists, move_to_users, until_function
from pp_lang.compiler.free_values import free_values, is_short
from pp_lang.compiler.limits import MAX_DEPTH, MAX_NODES, GraphTooDeepError, GraphTooLargeError
from pp_lang.compiler.step_free import is_step
from pp_lang.semantics import (
    INT,
    REMAINING,
    CheckedModule,
    CheckedProgram,
    FunctionTy,
    Limits,
    Options,
    Parameter,
    Ty,
    TypedBinding,
    TypedBlock,
    TypedBuiltin,
    TypedExpr,
    TypedFunctionCall,
    TypedLambda,
    TypedMap,
    TypedName,
    TypedProgramCall,
    TypedReduce,
    TypedRepeat,
    TypedTemplateCall,
    item_of,
    parts_of,
    substitute,
    with_parts,
)
from pp_lang.source import Span

NOWHERE = Span(0, 0)
"""Never seen: a name gets the place where it is used."""


@dataclass(frozen=True, slots=True)
class _Scope:
    """What names stand for where an expression is expanded."""

    values: ChainMap[str, TypedExpr] = field(default_factory=ChainMap)
    functions: "Mapping[str, _Closure]" = field(default_factory=dict)
    types: Mapping[str, Ty] = field(default_factory=dict)
    inherited: Options = field(default_factory=Options)
    suffix: str = ""
    """Added to names bound inside, where the text is put into another program."""

    def bind(self, name: str, ty: Ty) -> "tuple[str, _Scope]":
        """Return what `name` is called from here on, and the scope in which it is."""
        inner = self.inner()
        return inner.add(name, ty), inner

    def inner(self) -> "_Scope":
        """Return a scope to add names to, which end with it."""
        return replace(self, values=self.values.new_child()) if self.suffix else self

    def add(self, name: str, ty: Ty) -> str:
        """Bind `name` in this scope itself; return what it is called from here on."""
        if not self.suffix:
            return name
        renamed = f"{name}{self.suffix}"
        self.values[name] = TypedName(renamed, ty, NOWHERE)
        return renamed


@dataclass(frozen=True, slots=True)
class _Closure:
    """A function with what the names in it stand for."""

    function: TypedLambda
    scope: _Scope


class Expander:
    """Expands the programs of one module; each result is kept under a key."""

    def __init__(self, module: CheckedModule) -> None:
        self._declared = {**module.library, **module.programs}
        self._pure: dict[str, bool] = {}
        self._num_expansions = 0
        self._depth = 0
        self.programs: dict[str, CheckedProgram] = {}
        """What calls name: the program's own name, or the name with `~` and a number."""

    def program(self, name: str) -> CheckedProgram:
        """Return a program that is called without functions and without inherited options.

        Raises `GraphTooLargeError` and `GraphTooDeepError`.
        """
        if name not in self.programs:
            program = self._declared[name]
            scope = _Scope(inherited=program.options)
            with self._one_deeper():
                body = self._block(program.body, scope)
            self.programs[name] = replace(program, body=body)
        return self.programs[name]

    # Expressions

    def _expand(self, expr: TypedExpr, scope: _Scope) -> TypedExpr:
        match expr:
            case TypedName(name):
                changed: TypedExpr = scope.values.get(name, expr)
                if isinstance(changed, TypedName):
                    return replace(changed, ty=substitute(expr.ty, scope.types), span=expr.span)
                return changed
            case TypedFunctionCall():
                return self._function_call(expr, scope)
            case TypedProgramCall():
                return self._program_call(expr, scope)
            case TypedTemplateCall():
                call = with_parts(expr, lambda part: self._expand(part, scope))
                return replace(
                    cast("TypedTemplateCall", call), inherited=expr.inherited.over(scope.inherited)
                )
            case TypedBlock():
                return self._block(expr, scope)
            case TypedLambda():
                return self._lambda(expr, scope)
            case TypedBuiltin("first"):
                return self._first(expr, scope)
            case TypedMap():
                variable, inner = scope.bind(expr.variable, item_of(expr.source.ty))
                parts = with_parts(
                    expr, lambda p: self._expand(p, scope if p is expr.source else inner)
                )
                return self._typed(replace(cast("TypedMap", parts), variable=variable), scope)
            case TypedRepeat():
                return self._repeat(expr, scope)
            case TypedReduce():
                merge = self._lambda(expr.merge, scope)
                source = self._expand(expr.source, scope)
                values = ((name, self._expand(one, scope)) for name, one in expr.limits.values)
                limits = Limits(tuple(values))
                return self._typed(replace(expr, source=source, merge=merge, limits=limits), scope)
            case _:
                return self._typed(with_parts(expr, lambda p: self._expand(p, scope)), scope)

    def _typed(self, expr: TypedExpr, scope: _Scope) -> TypedExpr:
        return replace(expr, ty=substitute(expr.ty, scope.types)) if scope.types else expr

    def _block(self, block: TypedBlock, scope: _Scope) -> TypedBlock:
        block = move_to_users(block, self._declared)
        bindings: list[TypedBinding] = []
        scope = scope.inner()
        for binding in block.bindings:
            value = self._expand(binding.value, scope)
            name = scope.add(binding.name, binding.value.ty)
            bindings.append(replace(binding, name=name, value=value))
        result = self._expand(block.result, scope)
        return replace(block, bindings=tuple(bindings), result=result, ty=result.ty)

    def _lambda(self, function: TypedLambda, scope: _Scope) -> TypedLambda:
        names: list[str] = []
        for param, ty in zip(function.params, _params_of(function), strict=True):
            name, scope = scope.bind(param, ty)
            names.append(name)
        return replace(function, params=tuple(names), body=self._expand(function.body, scope))

    def _repeat(self, expr: TypedRepeat, scope: _Scope) -> TypedExpr:
        variable, inner = scope.bind(expr.variable, expr.ty)
        history = expr.history
        if history is not None:
            history, inner = inner.bind(history, expr.ty)
        outside = (expr.start, expr.count)
        parts = with_parts(
            expr,
            lambda p: self._expand(p, scope if any(p is one for one in outside) else inner),
        )
        changed = replace(cast("TypedRepeat", parts), variable=variable, history=history)
        return self._typed(changed, scope)

    # Calls

    def _function_call(self, call: TypedFunctionCall, scope: _Scope) -> TypedExpr:
        """Return the body of the function with the arguments in it."""
        closure = scope.functions[call.name]
        function = closure.function
        args = [self._expand(arg, scope) for arg in call.args]
        suffix = self._next_suffix()
        inherited = call.options.over(scope.inherited).over(closure.scope.inherited)
        inner = replace(closure.scope, inherited=inherited, suffix=suffix)
        body, bindings = self._with_args(function.params, args, function.body, inner)
        if function.is_reference and isinstance(body, TypedTemplateCall):
            body = replace(body, options=call.options.over(body.options))
        return _in_block(bindings, body, call.span)

    def _with_args(
        self,
        params: tuple[str, ...],
        args: list[TypedExpr],
        body: TypedExpr,
        scope: _Scope,
    ) -> tuple[TypedExpr, list[TypedBinding]]:
        """Return the body in which the arguments stand for the parameters, by name if need be."""
        bindings: list[TypedBinding] = []
        values = scope.values.new_child()
        for param, arg in zip(params, args, strict=True):
            if is_short(arg):
                values[param] = arg
                continue
            name = f"{param}{scope.suffix}"
            bindings.append(TypedBinding(name, arg, arg.span))
            values[param] = TypedName(name, arg.ty, arg.span)
        return self._expand(body, replace(scope, values=values)), bindings

    def _program_call(self, call: TypedProgramCall, scope: _Scope) -> TypedExpr:
        if call.program not in self._declared:  # expanded before, inside a function
            return with_parts(call, lambda part: self._expand(part, scope))
        program = self._declared[call.program]
        closures = {
            name: _Closure(function, scope)
            if isinstance(function, TypedLambda)
            else scope.functions[function.name]
            for name, function in call.functions
        }
        expanded = {name: self._expand(value, scope) for name, value in call.args}
        types = {name: substitute(ty, scope.types) for name, ty in call.types}
        inherited = call.options.over(program.options).over(scope.inherited)
        inner = _Scope(ChainMap(), closures, types, inherited)
        until_of = partial(self._until, scope=inner)
        args, named = end_lists(program.parameters, expanded, until_of, self._next_suffix)
        body = self._call_of(call, program, [*args.values()], inner)
        return _in_block(named, body, call.span)

    def _call_of(
        self,
        call: TypedProgramCall,
        program: CheckedProgram,
        args: list[TypedExpr],
        inner: _Scope,
    ) -> TypedExpr:
        """Return the body of a program that calls no model, or the call of one made for it."""
        closures = inner.functions
        if self._is_pure(program) and all(map(self._is_pure_closure, closures.values())):
            inner = replace(inner, suffix=self._next_suffix())
            names = tuple(name for name, _ in call.args)
            with self._one_deeper():
                body, bindings = self._with_args(names, args, program.body, inner)
            return _in_block(bindings, body, call.span)
        if not closures and not inner.types and not inner.inherited.values:
            self.program(call.program)
            named = tuple((n, arg) for (n, _), arg in zip(call.args, args, strict=True))
            return replace(call, args=named, options=Options())
        return self._own_program(call, program, args, inner)

    def _own_program(
        self,
        call: TypedProgramCall,
        program: CheckedProgram,
        args: list[TypedExpr],
        inner: _Scope,
    ) -> TypedProgramCall:
        """Return the call of a copy of `program` made for it.

        A program sees its parameters alone, so what its functions use from around the call is
        given to it by further ones.
        """
        captured: dict[str, tuple[str, TypedName]] = {}
        closures = {
            name: self._closed(closure, captured) for name, closure in inner.functions.items()
        }
        with self._one_deeper():
            body = self._block(program.body, replace(inner, functions=closures))
        values = tuple(
            replace(one, ty=substitute(one.ty, inner.types))
            for one in program.parameters
            if not isinstance(one.ty, FunctionTy)
        )
        more = tuple(Parameter(n, value.ty, None, value.span) for n, value in captured.values())
        key = f"{program.name}{self._next_suffix()}"
        self.programs[key] = replace(
            program, parameters=(*values, *more), output=body.ty, body=body
        )
        named = [(n, arg) for (n, _), arg in zip(call.args, args, strict=True)]
        named += [(n, value) for n, value in captured.values()]
        return TypedProgramCall(key, tuple(named), body.ty, call.span)

    def _closed(self, closure: _Closure, captured: dict[str, tuple[str, TypedName]]) -> _Closure:
        """Return the function in terms of new names for what it takes from around it."""
        suffix = self._next_suffix()
        function = self._lambda(closure.function, replace(closure.scope, suffix=suffix))
        renamed: dict[str, TypedExpr] = {}
        for name, value in free_values(function).items():
            if name not in captured:
                captured[name] = (f"{name}{self._next_suffix()}", value)
            renamed[name] = replace(value, name=captured[name][0])
        return _Closure(function, _Scope(ChainMap(renamed)))

    # Lists that end early

    def _first(self, call: TypedBuiltin, scope: _Scope) -> TypedExpr:
        args, named = end_at_first([self._expand(one, scope) for one in call.args])
        return _in_block(named, self._typed(replace(call, args=tuple(args)), scope), call.span)

    def _until(
        self, parameter: Parameter, values: Mapping[str, TypedExpr], ty: Ty, scope: _Scope
    ) -> TypedLambda:
        """Return the condition of a parameter for a list of type `ty`; others have `values`."""
        assert parameter.until is not None, "only lists that end early have conditions"
        suffix = self._next_suffix()
        finished, remaining = (f"{one}~until{suffix}" for one in (parameter.name, REMAINING))
        own: dict[str, TypedExpr] = {
            parameter.name: TypedName(finished, ty, NOWHERE),
            REMAINING: TypedName(remaining, INT, NOWHERE),
        }
        inner = replace(scope, values=ChainMap({**values, **own}), suffix=suffix)
        return until_function(finished, remaining, ty, self._expand(parameter.until, inner))

    @contextmanager
    def _one_deeper(self) -> Iterator[None]:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise GraphTooDeepError
        yield
        self._depth -= 1

    def _next_suffix(self) -> str:
        self._num_expansions += 1
        if self._num_expansions > MAX_NODES:
            raise GraphTooLargeError
        return f"~{self._num_expansions}"

    # What needs no model

    def _is_pure(self, program: CheckedProgram) -> bool:
        """Return whether a program calls no model, as far as it alone decides."""
        if program.name not in self._pure:
            with self._one_deeper():
                self._pure[program.name] = self._is_pure_expr(program.body)
        return self._pure[program.name]

    def _is_pure_closure(self, closure: _Closure) -> bool:
        return self._is_pure_expr(closure.function.body) and all(
            self._is_pure_closure(one) for one in closure.scope.functions.values()
        )

    def _is_pure_expr(self, expr: TypedExpr) -> bool:
        rest: list[TypedExpr] = [expr]
        while rest:
            one = rest.pop()
            if isinstance(one, TypedProgramCall):
                if not self._is_pure(self._declared[one.program]):
                    return False
            elif is_step(one) and not isinstance(one, TypedFunctionCall):
                return False
            rest += parts_of(one)
        return True


def _in_block(bindings: list[TypedBinding], result: TypedExpr, span: Span) -> TypedExpr:
    return TypedBlock(tuple(bindings), result, result.ty, span) if bindings else result


def _params_of(function: TypedLambda) -> tuple[Ty, ...]:
    assert isinstance(function.ty, FunctionTy), "a function has a function's type"
    return function.ty.params
