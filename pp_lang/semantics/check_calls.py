"""Calls: what is called, with which arguments, on which context; and the merges of a reduce."""

from dataclasses import dataclass
from typing import TypeGuard, get_args

from pp_lang.diagnostics import Problem
from pp_lang.semantics.answer_problems import NeedsAnswer, NoBeginning
from pp_lang.semantics.answers import scores_of
from pp_lang.semantics.check_limits import check_merge_limits
from pp_lang.semantics.check_options import Given, check_call_options, check_options
from pp_lang.semantics.exprs import Exprs
from pp_lang.semantics.function_problems import OpenType
from pp_lang.semantics.import_problems import UnknownMember
from pp_lang.semantics.operators import overlaps
from pp_lang.semantics.option_table import CALL_OPTIONS
from pp_lang.semantics.other_languages import FUNCTION_WORDS, FUNCTIONS
from pp_lang.semantics.prelude import BUILTINS, Builtin, element_of
from pp_lang.semantics.problems import (
    BadMerge,
    MisplacedOptions,
    MissingArgument,
    MissingValue,
    NeedsContext,
    NeverEqual,
    NotAValue,
    NotCallable,
    NotInContext,
    TooManyArguments,
    UnknownArgument,
    UnknownFunction,
    UnknownMode,
    WrongType,
)
from pp_lang.semantics.scope import Local, Scope
from pp_lang.semantics.signatures import Signature, Signatures
from pp_lang.semantics.ty import (
    TEXT,
    UNKNOWN,
    AnswerTy,
    ContextTy,
    FunctionTy,
    ListTy,
    Ty,
    UnknownTy,
    is_assignable,
    plain,
    widened,
    without_none,
)
from pp_lang.semantics.type_variables import (
    Bindings,
    bind,
    is_open,
    substitute,
    variables_in,
)
from pp_lang.semantics.typed_nodes import (
    Options,
    Parameter,
    ReduceMode,
    TypedBuiltin,
    TypedExpr,
    TypedExternCall,
    TypedFunctionCall,
    TypedLambda,
    TypedList,
    TypedName,
    TypedOpen,
    TypedProgramCall,
    TypedReduce,
    TypedTemplateCall,
)
from pp_lang.source import Span
from pp_lang.syntax import (
    Arg,
    CallExpr,
    Expr,
    FieldExpr,
    Ident,
    LambdaExpr,
    NameExpr,
    Option,
    RecordExpr,
    ReduceExpr,
)


@dataclass(frozen=True, slots=True)
class _Bound:
    """The arguments of a call, matched with its parameters."""

    values: tuple[tuple[str, TypedExpr], ...]
    functions: tuple[tuple[str, TypedLambda | TypedName], ...]
    types: Bindings


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
        mode = self._mode(expr.mode)
        found = self._merge_callee(expr.callee.names, scope)
        if found is None or mode is None:
            self._options(expr.options)
            return TypedName("", UNKNOWN, expr.span)
        if not self._check_merge(found, mode, item, expr.callee.last.span):
            return TypedName("", found.result, expr.span)
        merge = self._merge(expr, found.parameters[: 2 if mode == "fold" else 1], scope)
        limits = check_merge_limits(expr.limits, mode, found, expr.callee, self._exprs.problems)
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
            self._report(self._needs_parent(signature, span))
            return self._give_up(expr, scope, signature.result)
        return self._call_signature(expr, signature, None, scope)

    def _call_member(self, expr: CallExpr, base: Expr, name: Ident, scope: Scope) -> TypedExpr:
        module = self._namespace(base, scope)
        if isinstance(base, NameExpr) and base.name in self._exprs.signatures.missing:
            return self._give_up(expr, scope)
        if module is not None:
            assert isinstance(base, NameExpr), "namespaces have simple names"
            imported = self._exported(module, base.name, name)
            if imported is None:
                return self._give_up(expr, scope)
            if imported.parent is not None:
                self._report(self._needs_parent(imported, name.span))
                return self._give_up(expr, scope, imported.result)
            self._exprs.trace.call(name.span, imported)
            return self._call_signature(expr, imported, None, scope)
        parent = self._exprs.infer(base, scope)
        if isinstance(parent.ty, UnknownTy):
            return self._give_up(expr, scope)
        if not self._has_members(parent.ty):
            if self._has_members(without_none(parent.ty)):
                self._report(MissingValue(parent.span, parent.ty))
            else:
                self._report(self._not_on(parent.ty, name))
            return self._give_up(expr, scope)
        signature = self._member(parent.ty, name)
        if signature is None:
            return self._give_up(expr, scope)
        self._exprs.trace.call(name.span, signature)
        return self._call_signature(expr, signature, parent, scope)

    def _namespace(self, base: Expr, scope: Scope) -> Signatures | None:
        if not isinstance(base, NameExpr) or scope.peek(base.name) is not None:
            return None
        return self._exprs.signatures.namespaces.get(base.name)

    def _exported(self, module: Signatures, namespace: str, name: Ident) -> Signature | None:
        signature = module.callables.get(name.text)
        if signature is None or name.text.startswith("_"):
            problem = UnknownMember(name.text, namespace, name.span, module.exported())
            self._report(problem)
            return None
        return signature

    def _has_members(self, ty: Ty) -> TypeGuard[ContextTy | AnswerTy]:
        """Return whether something may be called on a value of type `ty`."""
        if isinstance(ty, AnswerTy):
            return bool(self._exprs.signatures.members_of(ty))
        return isinstance(ty, ContextTy)

    def _needs_parent(self, signature: Signature, span: Span) -> Problem:
        """Return the message for a call outside what `signature` is within."""
        assert signature.parent is not None, "asked of what is within something"
        parent = signature.parent.rpartition(".")[2]
        if self._continues(signature):
            return NeedsAnswer(signature.name, parent, span)
        return NeedsContext(signature.name, parent, span)

    def _not_on(self, ty: Ty, name: Ident) -> Problem:
        """Return the message for a call on a value that has no members."""
        declared = self._exprs.signatures.callables.get(name.text)
        if declared is not None and self._continues(declared):
            return self._needs_parent(declared, name.span)
        return _no_method(name, ty)

    def _continues(self, signature: Signature) -> bool:
        """Return whether calls of `signature` continue an answer."""
        return signature.parent is not None and signature.home.is_template(signature.parent)

    def _member(self, parent: ContextTy | AnswerTy, name: Ident) -> Signature | None:
        members = self._exprs.signatures.members_of(parent)
        if name.text not in members:
            if self._is_homeless(name.text):
                return None
            within = parent.name if isinstance(parent, ContextTy) else parent.template
            self._report(NotInContext(name.text, within, name.span, tuple(members)))
            return None
        return members[name.text]

    def _is_homeless(self, name: str) -> bool:
        """Return whether `name` is within a context that does not exist, which is said there."""
        declared = self._exprs.signatures.callables.get(name)
        if declared is None or declared.parent is None:
            return False
        return not declared.home.is_known(declared.parent)

    def _call_function(
        self, expr: CallExpr, local: Local, ty: FunctionTy, scope: Scope
    ) -> TypedExpr:
        """Return a call of a parameter that is a function; its arguments have no names."""
        self._exprs.refuse_step(expr.span, scope)
        names = tuple(f"value {place + 1}" for place in range(len(ty.params)))
        given, has_unknown = self._match(expr.args, local.name, names)
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
        bound = self._bind(expr, signature, scope)
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

    def _bind(self, expr: CallExpr, signature: Signature, scope: Scope) -> _Bound:
        """Match arguments to parameters, by place first, then by name; fill in defaults.

        Values come before functions: they say what the type parameters are.
        """
        parameters = signature.parameters
        names = tuple(one.name for one in parameters)
        given, has_unknown = self._match(expr.args, signature.name, names)
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
                        function = self._exprs.function(written, wanted, scope)
                    else:
                        function = self._exprs.default_function(written, wanted, signature.home)
                    bind(one.ty, function.ty, types)
                    if not isinstance(function.ty, FunctionTy) or is_open(function.ty.result):
                        self._leave_open(one.ty, types)
                    functions.append((one.name, function))
        if not missing and not has_unknown:
            self._report_open_types(signature, types, expr.callee.span)
        return _Bound(tuple(values), tuple(functions), types)

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
        for name in sorted((speaks_of | variables_in(signature.result)) - types.keys()):
            if not any(isinstance(ty, UnknownTy) for ty in types.values()):
                self._report(OpenType(name, signature.name, span))

    def _match(
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

    def _call_builtin(self, expr: CallExpr, name: str, builtin: Builtin, scope: Scope) -> TypedExpr:
        names = tuple(one for one, _ in builtin.parameters)
        written, has_unknown = self._match(expr.args, name, names)
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

    def _merge_callee(self, names: tuple[Ident, ...], scope: Scope) -> Signature | None:
        """Return what merges as its callers see it."""
        *path, last = names
        if not path:
            local = scope.find(last.text)
            if local is not None and isinstance(local.ty, FunctionTy):
                return _function_signature(local, local.ty)
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
                self._report(self._needs_parent(signature, last.span))
                return None
            return signature
        base: Expr = NameExpr(path[0].text, path[0].span)
        module = self._namespace(base, scope)
        if module is not None and len(path) == 1:
            found = self._exported(module, path[0].text, last)
            if found is not None and found.kind == "context":
                reason = "it is a context; a template or a program merges"
                self._report(BadMerge(last.text, last.span, reason))
                return None
            return found
        for ident in path[1:]:
            base = FieldExpr(base, ident, base.span | ident.span)
        parent = self._exprs.infer(base, scope)
        if isinstance(parent.ty, UnknownTy):
            return None
        if not self._has_members(parent.ty):
            self._report(_no_method(last, parent.ty))
            return None
        member = self._member(parent.ty, last)
        if member is not None and member.kind == "context":
            reason = "it is a context; a template or a program merges"
            self._report(BadMerge(last.text, last.span, reason))
            return None
        return member

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
                return self._namespace(base, scope) is not None
            case _:
                return False

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


def _no_method(name: Ident, ty: Ty) -> Problem:
    known = FUNCTION_WORDS.get(name.text, name.text)
    help_ = FUNCTIONS.get(name.text)
    if known in BUILTINS:
        help_ = f"Functions stand before their values: `{known}(…)`."
    elif name.text in scores_of(ty):
        help_ = f"It is a value: write `.{name.text}` without parentheses."
    return NotCallable(name.span, f"asked of `{ty}`, which is no context", help_)
