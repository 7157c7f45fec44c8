"""Calls: what is called, with which arguments, on which context; and the merges of a reduce."""

from typing import Literal, Protocol, get_args

from pp_lang.diagnostics import Problem
from pp_lang.semantics.check_options import check_options
from pp_lang.semantics.option_table import CALL_OPTIONS
from pp_lang.semantics.prelude import BUILTINS, Builtin
from pp_lang.semantics.problems import (
    BadMerge,
    MisplacedOptions,
    MissingArgument,
    MissingValue,
    NeedsContext,
    NotAValue,
    NotCallable,
    NotInContext,
    TooManyArguments,
    UnknownArgument,
    UnknownFunction,
    UnknownMode,
)
from pp_lang.semantics.scope import Scope
from pp_lang.semantics.signatures import Signature, Signatures
from pp_lang.semantics.ty import (
    UNKNOWN,
    ContextTy,
    ListTy,
    Ty,
    UnknownTy,
    is_assignable,
    without_none,
)
from pp_lang.semantics.typed_nodes import (
    Options,
    Parameter,
    ReduceMode,
    TypedBuiltin,
    TypedExpr,
    TypedName,
    TypedOpen,
    TypedProgramCall,
    TypedReduce,
    TypedTemplateCall,
)
from pp_lang.source import Span
from pp_lang.syntax import Arg, CallExpr, Expr, FieldExpr, Ident, NameExpr, Option, ReduceExpr


class Exprs(Protocol):
    """What calls need of the checker of expressions."""

    @property
    def signatures(self) -> Signatures:
        """What the file declares."""
        ...

    @property
    def problems(self) -> list[Problem]:
        """Where mistakes are collected."""
        ...

    def infer(self, expr: Expr, scope: Scope) -> TypedExpr:
        """Return the typed form of an expression."""
        ...

    def require(self, typed: TypedExpr, wanted: Ty) -> None:
        """Report a value that does not fit."""
        ...

    def refuse_step(self, span: Span, scope: Scope) -> None:
        """Report a step where none may stand."""
        ...

    def element(self, source: TypedExpr, user: str) -> Ty:
        """Return what the list holds."""
        ...


class CallChecker:
    """Checks calls for an `ExprChecker`."""

    def __init__(self, exprs: Exprs) -> None:
        self._exprs = exprs

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

    def reduce(self, expr: ReduceExpr, scope: Scope) -> TypedExpr:
        """Return the typed form of a reduce."""
        self._exprs.refuse_step(expr.span, scope)
        source = self._exprs.infer(expr.source, scope)
        item = self._exprs.element(source, "reduce")
        options = self._options(expr.options)
        mode = self._mode(expr.mode)
        found = self._merge_callee(expr.callee, scope)
        if found is None or mode is None:
            return TypedName("", UNKNOWN, expr.span)
        signature, parent = found
        self._check_merge(signature, mode, item, expr.callee[-1].span)
        if signature.kind == "program":
            self._refuse_options(expr.options, f"`{signature.name}` is a program")
        kind: Literal["program", "template"] = (
            "program" if signature.kind == "program" else "template"
        )
        return TypedReduce(
            source, kind, signature.name, parent, mode, options, signature.result, expr.span
        )

    def _call_name(self, expr: CallExpr, name: str, span: Span, scope: Scope) -> TypedExpr:
        local = scope.find(name) if name not in BUILTINS else None
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
            self._report(NeedsContext(name, signature.parent, span))
            return self._give_up(expr, scope, signature.result)
        return self._call_signature(expr, signature, None, scope)

    def _call_member(self, expr: CallExpr, base: Expr, name: Ident, scope: Scope) -> TypedExpr:
        parent = self._exprs.infer(base, scope)
        if isinstance(parent.ty, UnknownTy):
            return self._give_up(expr, scope)
        if not isinstance(parent.ty, ContextTy):
            plain_ty = without_none(parent.ty)
            if isinstance(plain_ty, ContextTy):
                self._report(MissingValue(parent.span, parent.ty))
            else:
                self._report(_no_method(name, parent.ty))
            return self._give_up(expr, scope)
        signature = self._member(parent.ty, name)
        if signature is None:
            return self._give_up(expr, scope)
        return self._call_signature(expr, signature, parent, scope)

    def _member(self, context: ContextTy, name: Ident) -> Signature | None:
        members = self._exprs.signatures.members_of(context)
        if name.text not in members:
            self._report(NotInContext(name.text, context.name, name.span, members))
            return None
        return self._exprs.signatures.callables[name.text]

    def _call_signature(
        self, expr: CallExpr, signature: Signature, parent: TypedExpr | None, scope: Scope
    ) -> TypedExpr:
        self._exprs.refuse_step(expr.span, scope)
        args = self._bind(expr, signature.name, signature.parameters, scope)
        if signature.kind != "template":
            self._refuse_options(expr.options, f"`{signature.name}` is a {signature.kind}")
        if signature.kind == "context":
            return TypedOpen(signature.name, parent, args, signature.result, expr.span)
        if signature.kind == "program":
            return TypedProgramCall(signature.name, args, signature.result, expr.span)
        options = self._options(expr.options)
        return TypedTemplateCall(signature.name, parent, args, options, signature.result, expr.span)

    def _bind(
        self, expr: CallExpr, callee: str, parameters: tuple[Parameter, ...], scope: Scope
    ) -> tuple[tuple[str, TypedExpr], ...]:
        """Match arguments to parameters, by place first, then by name; fill in defaults."""
        names = tuple(one.name for one in parameters)
        given, has_unknown = self._match(expr.args, callee, names, scope)
        bound: list[tuple[str, TypedExpr]] = []
        missing: list[str] = []
        for parameter in parameters:
            value = given.get(parameter.name, parameter.default)
            if value is None:
                missing.append(parameter.name)
                continue
            if parameter.name in given:
                self._exprs.require(value, parameter.ty)
            bound.append((parameter.name, value))
        if missing and not has_unknown:
            self._report(MissingArgument(callee, tuple(missing), expr.callee.span))
        return tuple(bound)

    def _match(
        self, args: tuple[Arg, ...], callee: str, names: tuple[str, ...], scope: Scope
    ) -> tuple[dict[str, TypedExpr], bool]:
        """Return the arguments by name, and whether one has a name that no parameter has."""
        given: dict[str, TypedExpr] = {}
        too_many = has_unknown = False
        for place, arg in enumerate(args):
            value = self._exprs.infer(arg.value, scope)
            if arg.name is None and place >= len(names):
                if not too_many:
                    self._report(TooManyArguments(callee, arg.span, names))
                too_many = True
                continue
            name = arg.name.text if arg.name else names[place]
            if name not in names or name in given:
                span = arg.name.span if arg.name else arg.span
                self._report(UnknownArgument(callee, name, span, names, name in given))
                has_unknown = has_unknown or name not in names
                continue
            given[name] = value
        return given, has_unknown

    def _call_builtin(self, expr: CallExpr, name: str, builtin: Builtin, scope: Scope) -> TypedExpr:
        names = tuple(one for one, _ in builtin.parameters)
        given, has_unknown = self._match(expr.args, name, names, scope)
        needed = names[: len(names) - builtin.optional]
        missing = tuple(one for one in needed if one not in given)
        if missing and not has_unknown:
            self._report(MissingArgument(name, missing, expr.callee.span))
        self._refuse_options(expr.options, f"`{name}` is a function")
        for parameter, ty in builtin.parameters:
            if parameter in given:
                self._exprs.require(given[parameter], ty)
        args = tuple(given[one] for one in names if one in given)
        is_right = not missing and all(
            is_assignable(given[one].ty, ty) for one, ty in builtin.parameters if one in given
        )
        result = builtin.result(tuple(arg.ty for arg in args)) if is_right else UNKNOWN
        return TypedBuiltin(name, args, result, expr.span)

    def _merge_callee(
        self, names: tuple[Ident, ...], scope: Scope
    ) -> tuple[Signature, TypedExpr | None] | None:
        *path, last = names
        if not path:
            callables = self._exprs.signatures.callables
            signature = callables.get(last.text)
            if signature is None or signature.kind == "context":
                kind = "function" if last.text in BUILTINS else "context" if signature else ""
                if kind:
                    reason = f"it is a {kind}; a template or a program merges"
                    self._report(BadMerge(last.text, last.span, reason))
                else:
                    self._report(UnknownFunction(last.text, last.span, tuple(callables)))
                return None
            if signature.parent is not None:
                self._report(NeedsContext(last.text, signature.parent, last.span))
                return None
            return signature, None
        base: Expr = NameExpr(path[0].text, path[0].span)
        for ident in path[1:]:
            base = FieldExpr(base, ident, base.span | ident.span)
        parent = self._exprs.infer(base, scope)
        if isinstance(parent.ty, UnknownTy):
            return None
        if not isinstance(parent.ty, ContextTy):
            self._report(_no_method(last, parent.ty))
            return None
        member = self._member(parent.ty, last)
        if member is not None and member.kind == "context":
            reason = "it is a context; a template or a program merges"
            self._report(BadMerge(last.text, last.span, reason))
            return None
        return (member, parent) if member is not None else None

    def _check_merge(self, signature: Signature, mode: ReduceMode, item: Ty, span: Span) -> None:
        def refuse(reason: str) -> None:
            self._report(BadMerge(signature.name, span, reason))

        takes = 2 if mode == "fold" else 1
        parameters = signature.parameters
        needed = [one for one in parameters[takes:] if one.default is None]
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
            return None
        if not is_assignable(ListTy(item), first):
            return refuse(f"it takes `{first}`, the items are `{item}`")
        if mode == "tree" and not is_assignable(ListTy(result), first):
            return refuse(f"its result `{result}` cannot be merged again, as `tree` must")
        return None

    def _mode(self, mode: Ident) -> ReduceMode | None:
        for known in get_args(ReduceMode):
            if mode.text == known:
                return known  # type: ignore[no-any-return]  # one of the literals of ReduceMode
        self._report(UnknownMode(mode.text, mode.span))
        return None

    def _refuse_options(self, options: tuple[Option, ...], what: str) -> None:
        if options:
            self._report(MisplacedOptions(options[0].span | options[-1].span, what))

    def _options(self, options: tuple[Option, ...]) -> Options:
        return check_options(
            options, CALL_OPTIONS, self._exprs.signatures.models, self._exprs.problems
        )

    def _give_up(self, expr: CallExpr, scope: Scope, ty: Ty = UNKNOWN) -> TypedExpr:
        """Check the arguments of a call whose callee is wrong, and go on without it."""
        for arg in expr.args:
            self._exprs.infer(arg.value, scope)
        return TypedName("", ty, expr.span)

    def _report(self, problem: Problem) -> None:
        self._exprs.problems.append(problem)


def _no_method(name: Ident, ty: Ty) -> Problem:
    help_ = (
        f"Functions stand before their values: `{name.text}(…)`." if name.text in BUILTINS else None
    )
    return NotCallable(name.span, f"asked of `{ty}`, which is no context", help_)
