"""Calls: what is called, with which arguments, on which context."""

from pp_lang.diagnostics import Problem
from pp_lang.semantics.answer_problems import NoBeginning
from pp_lang.semantics.call_problems import (
    MissingArgument,
    NotCallable,
)
from pp_lang.semantics.callees import CalleeFinder
from pp_lang.semantics.check_arguments import ArgumentChecker
from pp_lang.semantics.check_options import Given, check_call_options, check_options
from pp_lang.semantics.exprs import Exprs
from pp_lang.semantics.name_problems import UnknownFunction
from pp_lang.semantics.operators import overlaps
from pp_lang.semantics.option_problems import MisplacedOptions
from pp_lang.semantics.option_table import CALL_OPTIONS
from pp_lang.semantics.prelude import BUILTINS, Builtin, element_of
from pp_lang.semantics.scope import Local, Scope
from pp_lang.semantics.signatures import Signature
from pp_lang.semantics.subtypes import is_assignable
from pp_lang.semantics.ty import (
    TEXT,
    UNKNOWN,
    ContextTy,
    FunctionTy,
    Ty,
    UnknownTy,
    plain,
    without_none,
)
from pp_lang.semantics.type_problems import MissingValue, NeverEqual, WrongType
from pp_lang.semantics.type_variables import (
    substitute,
)
from pp_lang.semantics.typed_nodes import (
    Options,
    TypedBuiltin,
    TypedExpr,
    TypedExternCall,
    TypedFunctionCall,
    TypedName,
    TypedOpen,
    TypedProgramCall,
    TypedTemplateCall,
)
from pp_lang.semantics.value_problems import NotAValue
from pp_lang.source import Span
from pp_lang.syntax import (
    CallExpr,
    Expr,
    FieldExpr,
    Ident,
    LambdaExpr,
    NameExpr,
    Option,
)


class CallChecker:
    """Checks calls for an `ExprChecker`."""

    def __init__(self, exprs: Exprs) -> None:
        self._exprs = exprs
        self._callees = CalleeFinder(exprs)
        self._arguments = ArgumentChecker(exprs)

    def call(self, expr: CallExpr, scope: Scope) -> TypedExpr:
        """Return the typed form of a call."""
        match expr.callee:
            case NameExpr(name, span):
                return self._call_name(expr, name, span, scope)
            case FieldExpr(base, name_ident):
                return self._call_member(expr, base, name_ident, scope)
            case other:
                typed = self._exprs.infer(other, scope)
                if not isinstance(typed.ty, UnknownTy):
                    self._report(NotCallable(typed.span, f"`{typed.ty}`"))
                return self._give_up(expr, scope)

    def _call_name(self, expr: CallExpr, name: str, span: Span, scope: Scope) -> TypedExpr:
        local = scope.find(name) if name not in BUILTINS else None
        if local is not None and isinstance(local.ty, FunctionTy):
            return self._call_function(expr, local, local.ty, scope)
        if local is not None:
            if not isinstance(local.ty, UnknownTy):
                self._report(NotCallable(span, f"`{local.ty}`"))
            return self._give_up(expr, scope)
        signature = self._exprs.signatures.callables.get(name)
        if signature is None:
            if name in BUILTINS:
                return self._call_builtin(expr, name, BUILTINS[name], scope)
            kind = self._exprs.signatures.kind_of(name)
            visible = (*self._exprs.signatures.callables, *BUILTINS)
            self._report(
                NotAValue(name, kind, span) if kind else UnknownFunction(name, span, visible)
            )
            return self._give_up(expr, scope)
        if signature.parent is not None:
            self._report(self._callees.needs_parent(signature, span))
            return self._give_up(expr, scope, signature.result)
        return self._call_signature(expr, signature, None, scope)

    def _call_member(self, expr: CallExpr, base: Expr, name: Ident, scope: Scope) -> TypedExpr:
        module = self._callees.namespace(base, scope)
        if isinstance(base, NameExpr) and base.name in self._exprs.signatures.missing:
            return self._give_up(expr, scope)
        if module is not None:
            assert isinstance(base, NameExpr), "namespaces have simple names"
            imported = self._callees.exported(module, base.name, name)
            if imported is None:
                return self._give_up(expr, scope)
            if imported.parent is not None:
                self._report(self._callees.needs_parent(imported, name.span))
                return self._give_up(expr, scope, imported.result)
            self._exprs.trace.call(name.span, imported)
            return self._call_signature(expr, imported, None, scope)
        parent = self._exprs.infer(base, scope)
        if isinstance(parent.ty, UnknownTy):
            return self._give_up(expr, scope)
        if not self._callees.has_members(parent.ty):
            if self._callees.has_members(without_none(parent.ty)):
                self._report(MissingValue(parent.span, parent.ty))
            else:
                self._report(self._callees.not_on(parent.ty, name))
            return self._give_up(expr, scope)
        signature = self._callees.member(parent.ty, name)
        if signature is None:
            return self._give_up(expr, scope)
        self._exprs.trace.call(name.span, signature)
        return self._call_signature(expr, signature, parent, scope)

    def _call_function(
        self, expr: CallExpr, local: Local, ty: FunctionTy, scope: Scope
    ) -> TypedExpr:
        """Return a call of a parameter that is a function; its arguments have no names."""
        self._exprs.refuse_step(expr.span, scope)
        names = tuple(f"value {place + 1}" for place in range(len(ty.params)))
        given, has_unknown = self._arguments.match(expr.args, local.name, names)
        missing = tuple(one for one in names if one not in given)
        if missing and not has_unknown:
            self._report(MissingArgument(local.name, missing, expr.callee.span))
        args: list[TypedExpr] = []
        for name, wanted in zip(names, ty.params, strict=True):
            if name in given:
                args.append(self._exprs.infer(given[name], scope))
                self._exprs.require(args[-1], wanted)
        options = self._options(expr.options)
        return TypedFunctionCall(local.name, tuple(args), options, ty.result, expr.span)

    def _call_signature(
        self, expr: CallExpr, signature: Signature, parent: TypedExpr | None, scope: Scope
    ) -> TypedExpr:
        self._exprs.refuse_step(expr.span, scope)
        bound = self._arguments.bind(expr, signature, scope)
        if signature.kind == "context":
            self._refuse_options(expr.options, f"`{signature.name}` is a context")
            return TypedOpen(signature.key, parent, bound.values, signature.result, expr.span)
        if signature.kind == "extern":
            what = f"`{signature.name}` is a function of Python"
            self._refuse_options(expr.options, what, "Its options stand where it is declared.")
            return TypedExternCall(signature.key, bound.values, signature.result, expr.span)
        given: Given = ()
        if signature.kind == "template":
            options, given = self._call_options(expr, signature, scope)
        else:
            options = self._options(expr.options)
        if signature.kind == "program":
            return TypedProgramCall(
                signature.key,
                bound.values,
                substitute(signature.result, bound.types),
                expr.span,
                bound.functions,
                tuple(bound.types.items()),
                options,
            )
        return TypedTemplateCall(
            signature.key,
            parent,
            bound.values,
            options,
            signature.result,
            expr.span,
            given=given,
        )

    def _call_options(
        self, expr: CallExpr, signature: Signature, scope: Scope
    ) -> tuple[Options, Given]:
        """Return the options of a template's call: the constant ones, and those computed."""
        output = plain(signature.result)

        def computed(option: Option, ty: Ty) -> TypedExpr:
            if option.name.text == "begin" and not isinstance(output, UnknownTy) and output != TEXT:
                self._report(NoBeginning(output, option.span))
            value = self._exprs.infer(option.value, scope)
            self._exprs.require(value, ty)
            return value

        known = {**CALL_OPTIONS, "answer": output, "begin": TEXT}
        signatures, problems = self._exprs.signatures, self._exprs.problems
        return check_call_options(expr.options, known, signatures, problems, computed)

    def _call_builtin(self, expr: CallExpr, name: str, builtin: Builtin, scope: Scope) -> TypedExpr:
        names = tuple(one for one, _ in builtin.parameters)
        written, has_unknown = self._arguments.match(expr.args, name, names)
        given = {one: self._exprs.infer(value, scope) for one, value in written.items()}
        needed = names[: len(names) - builtin.optional]
        missing = tuple(one for one in needed if one not in given)
        if missing and not has_unknown:
            self._report(MissingArgument(name, missing, expr.callee.span))
        self._refuse_options(expr.options, f"`{name}` is a function")
        wanted = [(given[one], ty) for one, ty in builtin.parameters if one in given]
        if not self._is_swapped(wanted, name, names):
            for value, ty in wanted:
                self._exprs.require(value, ty)
        for value in given.values() if name == "text" else ():
            if isinstance(plain(value.ty), ContextTy):
                self._report(WrongType(value.span, value.ty, "a value to show"))
        if name == "count" and len(given) == 2:
            self._compare(given["list"], given["value"], expr.span)
        args = tuple(given[one] for one in names if one in given)
        is_right = not missing and all(
            is_assignable(given[one].ty, ty) for one, ty in builtin.parameters if one in given
        )
        result = builtin.result(tuple(arg.ty for arg in args)) if is_right else UNKNOWN
        return TypedBuiltin(name, args, result, expr.span)

    def _is_swapped(
        self, wanted: list[tuple[TypedExpr, Ty]], name: str, names: tuple[str, ...]
    ) -> bool:
        """Report two arguments that would fit in the other order, and return whether they do."""
        if len(wanted) != 2:
            return False
        (first, first_ty), (second, second_ty) = wanted
        fits = is_assignable(first.ty, first_ty) or is_assignable(second.ty, second_ty)
        if fits or not (is_assignable(first.ty, second_ty) and is_assignable(second.ty, first_ty)):
            return False
        help_ = f"The order is `{name}({', '.join(names)})`."
        self._report(WrongType(first.span, first.ty, f"`{first_ty}`", help_))
        return True

    def _compare(self, items: TypedExpr, value: TypedExpr, span: Span) -> None:
        """Report the count of a value that no item can be."""
        item = element_of(items.ty)
        is_unknown = isinstance(plain(value.ty), UnknownTy) or isinstance(item, UnknownTy | None)
        if item is not None and not is_unknown and not overlaps(item, value.ty):
            self._report(NeverEqual(span, plain(item), plain(value.ty)))

    def _refuse_options(
        self, options: tuple[Option, ...], what: str, help_: str | None = None
    ) -> None:
        if options:
            self._report(MisplacedOptions(options[0].span | options[-1].span, what, help_))

    def _options(self, options: tuple[Option, ...]) -> Options:
        return check_options(options, CALL_OPTIONS, self._exprs.signatures, self._exprs.problems)

    def _give_up(self, expr: CallExpr, scope: Scope, ty: Ty = UNKNOWN) -> TypedExpr:
        """Check the arguments of a call whose callee is wrong, and go on without it."""
        for arg in expr.args:
            if not self._may_be_function(arg.value, scope):
                self._exprs.infer(arg.value, scope)
        return TypedName("", ty, expr.span)

    def _may_be_function(self, value: Expr, scope: Scope) -> bool:
        """Return whether an argument may be right where a function is wanted, and only there."""
        match value:
            case LambdaExpr():
                return True
            case NameExpr(name):
                is_callable = name in BUILTINS or name in self._exprs.signatures.callables
                return is_callable and scope.peek(name) is None
            case FieldExpr(base):
                return self._callees.namespace(base, scope) is not None
            case _:
                return False

    def _report(self, problem: Problem) -> None:
        self._exprs.problems.append(problem)
