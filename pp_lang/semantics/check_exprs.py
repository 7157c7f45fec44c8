"""Types of expressions: names bound, calls matched, operators checked."""

from functools import reduce
from typing import assert_never

from pp_lang.diagnostics import Problem
from pp_lang.semantics.answers import scores_of
from pp_lang.semantics.check_blocks import order_bindings
from pp_lang.semantics.check_calls import CallChecker
from pp_lang.semantics.check_functions import FunctionChecker
from pp_lang.semantics.check_limits import check_item_limits
from pp_lang.semantics.check_match import MatchChecker
from pp_lang.semantics.check_merges import MergeChecker
from pp_lang.semantics.differences import (
    explain_condition,
    explain_difference,
    explain_no_list,
)
from pp_lang.semantics.fields import fields_of
from pp_lang.semantics.intervals import ANY, Interval
from pp_lang.semantics.known_numbers import known_interval, with_known_bounds
from pp_lang.semantics.known_values import with_what_is_known
from pp_lang.semantics.name_problems import DuplicateName, ReservedName, UnknownField, UnknownName
from pp_lang.semantics.narrowing import facts_when, path_of
from pp_lang.semantics.operators import binary_type, unary_type
from pp_lang.semantics.prelude import BUILTINS, element_of
from pp_lang.semantics.scope import Local, Scope
from pp_lang.semantics.signatures import Signatures
from pp_lang.semantics.subtypes import is_assignable, join
from pp_lang.semantics.trace import Trace, declared_fields
from pp_lang.semantics.ty import (
    BOOL,
    INT,
    NEVER,
    NONE,
    TEXT,
    UNKNOWN,
    AnswerTy,
    ContextTy,
    FieldTy,
    FunctionTy,
    ListTy,
    LiteralTy,
    NoneTy,
    RecordTy,
    Ty,
    UnionTy,
    UnknownTy,
    plain,
    union_of,
    widened,
    without_none,
)
from pp_lang.semantics.type_problems import MissingValue, NotAList, WrongType
from pp_lang.semantics.typed_nodes import (
    BinaryOp,
    Limits,
    TypedBinary,
    TypedBinding,
    TypedBlock,
    TypedExpr,
    TypedField,
    TypedFormat,
    TypedIf,
    TypedIndex,
    TypedLambda,
    TypedList,
    TypedLiteral,
    TypedMap,
    TypedName,
    TypedRecord,
    TypedRepeat,
    TypedSample,
    TypedScore,
    TypedTemplateCall,
    TypedUnary,
)
from pp_lang.semantics.value_problems import Cycle, NotAValue, StepInPrompt, UnusedValue
from pp_lang.source import Span
from pp_lang.syntax import (
    BinaryExpr,
    BlockExpr,
    CallExpr,
    Expr,
    FieldExpr,
    Ident,
    IfExpr,
    IndexExpr,
    LambdaExpr,
    ListExpr,
    LiteralExpr,
    MapExpr,
    MatchExpr,
    NameExpr,
    Option,
    RecordExpr,
    ReduceExpr,
    RepeatExpr,
    SampleExpr,
    UnaryExpr,
)


class ExprChecker:
    """Checks expressions against what a file declares; problems are collected, never raised."""

    def __init__(self, signatures: Signatures, problems: list[Problem]) -> None:
        self.signatures = signatures
        self.problems = problems
        self.trace = Trace()
        self._calls = CallChecker(self)
        self._functions = FunctionChecker(self)
        self._merges = MergeChecker(self)
        self._matches = MatchChecker(self)

    def infer(self, expr: Expr, scope: Scope) -> TypedExpr:
        """Return the typed form of `expr`; what is wrong gets the unknown type."""
        match expr:
            case LiteralExpr(value, span):
                return TypedLiteral(value, NONE if value is None else LiteralTy(value), span)
            case NameExpr():
                return self._name(expr, scope)
            case FieldExpr():
                return self._field(expr, scope)
            case IndexExpr():
                return self._index(expr, scope)
            case CallExpr():
                return self._calls.call(expr, scope)
            case ListExpr():
                return self._list(expr, scope)
            case RecordExpr():
                return self._record(expr, scope)
            case BlockExpr():
                return self.block(expr, scope)
            case BinaryExpr():
                return self._binary(expr, scope)
            case UnaryExpr():
                return self._unary(expr, scope)
            case IfExpr():
                return self._if(expr, scope)
            case MatchExpr():
                return self._matches.match(expr, scope)
            case LambdaExpr():
                return self._functions.misplaced(expr, scope)
            case MapExpr():
                return self._map(expr, scope)
            case RepeatExpr():
                return self._repeat(expr, scope)
            case SampleExpr():
                return self._sample(expr, scope)
            case ReduceExpr():
                return self._merges.reduce(expr, scope)
            case _:
                assert_never(expr)

    def check(self, expr: Expr, wanted: Ty, scope: Scope) -> TypedExpr:
        """Return the typed form of `expr`, which must be assignable to `wanted`."""
        typed = self.infer(expr, scope)
        self.require(typed, wanted)
        return typed

    def default(self, expr: Expr, wanted: Ty) -> TypedExpr:
        """Return the typed form of a default, which is made of constants."""
        typed = self.infer(expr, Scope(only_values_in="a default"))
        if plain(typed.ty) != NONE or is_assignable(NONE, wanted):
            self.require(typed, wanted)
        else:
            help_ = f"What may be none has a `?` after its type: `{wanted}?`."
            self.problems.append(WrongType(typed.span, typed.ty, f"`{wanted}`", help_))
        return typed

    def require(self, typed: TypedExpr, wanted: Ty) -> None:
        """Report `typed` where it is not assignable to `wanted`."""
        self.trace.wanted(typed, wanted)
        if is_assignable(typed.ty, wanted) or is_assignable(with_what_is_known(typed), wanted):
            return
        if may_be_none(typed.ty) and is_assignable(without_none(typed.ty), wanted):
            self.problems.append(MissingValue(typed.span, typed.ty))
        else:
            help_ = explain_difference(with_known_bounds(typed.ty, typed), wanted)
            self.problems.append(WrongType(typed.span, typed.ty, f"`{wanted}`", help_))

    def condition(self, expr: Expr, scope: Scope) -> TypedExpr:
        """Return the typed form of what must be a bool."""
        typed = self.infer(expr, scope)
        if not is_assignable(typed.ty, BOOL):
            help_ = explain_condition(typed.ty)
            if isinstance(typed, TypedTemplateCall) and is_assignable(typed.ty, TEXT):
                help_ = "Its answer is text: give the template the type `-> bool`."
            self.problems.append(WrongType(typed.span, typed.ty, "`bool`", help_))
        return typed

    def function(self, expr: Expr, wanted: FunctionTy, scope: Scope) -> TypedLambda | TypedName:
        """Return the function that an argument is."""
        return self._functions.function(expr, wanted, scope)

    def default_function(
        self, expr: Expr, wanted: FunctionTy, home: Signatures
    ) -> TypedLambda | TypedName:
        """Return the function that a parameter has where none is given; `home` declares it."""
        checker = self if home is self.signatures else ExprChecker(home, self.problems)
        return checker.function(expr, wanted, Scope())

    def refuse_step(self, span: Span, scope: Scope) -> None:
        """Report a step where only plain values may stand."""
        if scope.only_values_in:
            self.problems.append(StepInPrompt(span, scope.only_values_in))

    def define(self, name: Ident, ty: Ty, scope: Scope, known: Interval = ANY) -> None:
        """Bind `name` in `scope`, reporting a name that is taken."""
        earlier = scope.peek(name.text)
        declared = self.signatures.callables.get(name.text)
        if earlier is not None:
            self.problems.append(DuplicateName(name.text, name.span, earlier.span))
        elif declared is not None:
            self.problems.append(DuplicateName(name.text, name.span, declared.span))
        elif name.text == "format" and scope.format_of is not None:
            self.problems.append(ReservedName(name.text, name.span))
        scope.add(Local(name.text, ty, name.span, known))
        self.trace.types[name.span] = ty

    def block(self, expr: BlockExpr, scope: Scope) -> TypedBlock:
        """Return the typed form of a block, its values in an order of need."""
        scope = scope.inner()
        bindings: list[TypedBinding] = []
        cycles: list[Problem] = []
        ordered, in_cycles = order_bindings(expr, cycles)
        # A name that is taken does not stand for itself, which is said where it is defined.
        self.problems += [
            one for one in cycles if not isinstance(one, Cycle) or not scope.peek(one.path[0])
        ]
        scope.used.update(in_cycles)
        for binding in ordered:
            if binding.name.text in in_cycles:
                self.define(binding.name, UNKNOWN, scope)
                continue
            value = self.infer(binding.value, scope)
            self.define(binding.name, value.ty, scope, known_interval(value))
            bindings.append(TypedBinding(binding.name.text, value, binding.span))
        result = self.infer(expr.result, scope)
        for binding in expr.bindings:
            if binding.name.text not in scope.used and not binding.name.text.startswith("_"):
                self.problems.append(UnusedValue(binding.name.text, binding.name.span))
        return TypedBlock(tuple(bindings), result, result.ty, expr.span)

    def _name(self, expr: NameExpr, scope: Scope) -> TypedExpr:
        local = scope.find(expr.name)
        if local is not None and isinstance(local.ty, FunctionTy):
            self.problems.append(NotAValue(expr.name, "parameter of function type", expr.span))
            return TypedName(expr.name, UNKNOWN, expr.span)
        if local is not None:
            ty = scope.facts.get(expr.name, local.ty)
            return TypedName(expr.name, ty, expr.span, local.known)
        if expr.name == "format" and scope.format_of is not None:
            return TypedFormat(scope.format_of, TEXT, expr.span)
        if expr.name in self.signatures.missing:
            return TypedName(expr.name, UNKNOWN, expr.span)
        if expr.name in self.signatures.namespaces:
            self.problems.append(NotAValue(expr.name, "namespace", expr.span))
            return TypedName(expr.name, UNKNOWN, expr.span)
        kind = self.signatures.kind_of(expr.name) or ("function" if expr.name in BUILTINS else None)
        if kind is not None:
            self.problems.append(NotAValue(expr.name, kind, expr.span))
        else:
            values = [*scope.names()] + (["format"] if scope.format_of is not None else [])
            self.problems.append(
                UnknownName(
                    expr.name,
                    expr.span,
                    tuple(values),
                    scope.only_values_in,
                    scope.around.get(expr.name, ""),
                )
            )
        return TypedName(expr.name, UNKNOWN, expr.span)

    def _field(self, expr: FieldExpr, scope: Scope) -> TypedExpr:
        base = self.infer(expr.base, scope)
        name = expr.name.text
        if base.ty == NEVER:
            return TypedField(base, name, NEVER, expr.span)
        fields = fields_of(base.ty)
        if name in fields:
            typed = TypedField(base, name, fields[name], expr.span)
            path = path_of(typed)
            known = scope.facts.get(path, typed.ty) if path else typed.ty
            self.trace.member(expr.name.span, known, declared_fields(base.ty, name))
            return TypedField(base, name, known, expr.span)
        scores = scores_of(base.ty)
        if name in scores:
            self.trace.member(expr.name.span, scores[name])
            return TypedScore(base, name, scores[name], expr.span)
        present = without_none(base.ty)
        if may_be_none(base.ty) and (name in fields_of(present) or name in scores_of(present)):
            self.problems.append(MissingValue(base.span, base.ty))
        elif not isinstance(plain(base.ty), UnknownTy):
            names = (*fields, *scores)
            members = (
                self.signatures.members_of(base.ty)
                if isinstance(base.ty, ContextTy | AnswerTy)
                else {}
            )
            problem = UnknownField(name, expr.name.span, base.ty, names, tuple(members))
            self.problems.append(problem)
        return TypedField(base, name, UNKNOWN, expr.span)

    def _index(self, expr: IndexExpr, scope: Scope) -> TypedExpr:
        base = self.infer(expr.base, scope)
        element = self.element(base, "[ ]")
        index = self.infer(expr.index, scope)
        if element_of(base.ty) is not None:
            self.require(index, INT)
        return TypedIndex(base, index, element, expr.span)

    def element(self, source: TypedExpr, user: str) -> Ty:
        """Return the element type of `source`, reporting what is no list."""
        element = element_of(source.ty)
        if element is None:
            if may_be_none(source.ty) and element_of(without_none(source.ty)) is not None:
                self.problems.append(MissingValue(source.span, source.ty))
            else:
                help_ = explain_no_list(source.ty, user)
                self.problems.append(NotAList(source.span, source.ty, user, help_))
            return UNKNOWN
        return element

    def _list(self, expr: ListExpr, scope: Scope) -> TypedExpr:
        items = tuple(self.infer(item, scope) for item in expr.items)
        return TypedList(items, ListTy(_common([item.ty for item in items])), expr.span)

    def _record(self, expr: RecordExpr, scope: Scope) -> TypedExpr:
        fields: dict[str, tuple[Span, TypedExpr]] = {}
        for field in expr.fields:
            value = self.infer(field.value, scope)
            earlier = fields.setdefault(field.name.text, (field.name.span, value))
            if earlier[1] is not value:
                self.problems.append(DuplicateName(field.name.text, field.name.span, earlier[0]))
        ty = RecordTy(tuple(FieldTy(name, value.ty) for name, (_, value) in fields.items()))
        values = tuple((name, value) for name, (_, value) in fields.items())
        self.trace.literal(expr)
        return TypedRecord(values, ty, expr.span)

    def _binary(self, expr: BinaryExpr, scope: Scope) -> TypedExpr:
        left = self.infer(expr.left, scope)
        inner = scope
        if expr.op in ("and", "or"):
            inner = scope.with_facts(facts_when(left, holds=expr.op == "and"))
        right = self.infer(expr.right, inner)
        op: BinaryOp = expr.op  # type: ignore[assignment]  # the grammar knows these operators only
        ty = binary_type(op, left, right, expr.span, self.problems)
        return TypedBinary(op, left, right, ty, expr.span)

    def _unary(self, expr: UnaryExpr, scope: Scope) -> TypedExpr:
        operand = self.infer(expr.operand, scope)
        if expr.op == "not":
            return TypedUnary("not", operand, unary_type("not", operand, self.problems), expr.span)
        number = operand.value if isinstance(operand, TypedLiteral) else None
        if isinstance(number, int | float) and not isinstance(number, bool):
            return TypedLiteral(-number, LiteralTy(-number), expr.span)
        return TypedUnary("-", operand, unary_type("-", operand, self.problems), expr.span)

    def _if(self, expr: IfExpr, scope: Scope) -> TypedExpr:
        condition = self.condition(expr.condition, scope)
        then = self.infer(expr.then, scope.with_facts(facts_when(condition, holds=True)))
        otherwise = self.infer(expr.otherwise, scope.with_facts(facts_when(condition, holds=False)))
        return TypedIf(condition, then, otherwise, join(then.ty, otherwise.ty), expr.span)

    def _map(self, expr: MapExpr, scope: Scope) -> TypedExpr:
        if expr.limits:
            self.refuse_step(expr.span, scope)
        source = self.infer(expr.source, scope)
        inner = scope.inner()
        self.define(expr.variable, self.element(source, "map"), inner, known_interval(source))
        condition = None
        if expr.condition is not None:
            condition = self.condition(expr.condition, inner)
            inner = inner.with_facts(facts_when(condition, holds=True))
        body = self.infer(expr.body, inner)
        limits = self._limits(expr.limits, "map", scope)
        ty = ListTy(body.ty)
        return TypedMap(expr.variable.text, source, condition, body, ty, expr.span, limits)

    def _sample(self, expr: SampleExpr, scope: Scope) -> TypedExpr:
        self.refuse_step(expr.span, scope)
        count = self.check(expr.count, INT, scope)
        body = self.infer(expr.body, scope)
        limits = self._limits(expr.limits, "sample", scope)
        return TypedSample(count, body, ListTy(body.ty), expr.span, limits)

    def _repeat(self, expr: RepeatExpr, scope: Scope) -> TypedExpr:
        self.refuse_step(expr.span, scope)
        start = self.infer(expr.start, scope)
        count = self.check(expr.count, INT, scope)
        num_problems = len(self.problems)
        ty = _as_round(start.ty)
        until, body = self._round(expr, ty, scope)
        if not is_assignable(body.ty, ty):
            # What a round gives may be wider than what the first began with.
            del self.problems[num_problems:]
            ty = join(ty, _as_round(body.ty))
            until, body = self._round(expr, ty, scope)
            self.require(body, ty)
        history = expr.history.text if expr.history is not None else None
        limits = self._limits(expr.limits, "repeat", scope)
        return TypedRepeat(
            expr.variable.text, history, start, count, until, body, ty, expr.span, limits
        )

    def _round(self, expr: RepeatExpr, ty: Ty, scope: Scope) -> tuple[TypedExpr | None, TypedExpr]:
        inner = scope.inner()
        self.define(expr.variable, ty, inner)
        if expr.history is not None:
            self.define(expr.history, ListTy(ty, 1), inner)
        until = self.condition(expr.until, inner) if expr.until is not None else None
        return until, self.infer(expr.body, inner)

    def _limits(self, limits: tuple[Option, ...], construct: str, scope: Scope) -> Limits:
        return check_item_limits(self, limits, construct, scope)


def _as_round(ty: Ty) -> Ty:
    """Return the type of a value that begins, or goes on, as a `ty`; answers stay answers."""
    match ty:
        case AnswerTy():
            return ty
        case ListTy(element):
            return ListTy(_as_round(element))
        case _:
            return widened(ty)


def _common(types: list[Ty]) -> Ty:
    """Return what a list written out holds."""
    if types and all(isinstance(ty, AnswerTy) for ty in types):
        return reduce(join, types)
    return union_of([plain(ty) for ty in types])


def may_be_none(ty: Ty) -> bool:
    """Return whether `ty` has none among other values."""
    ty = plain(ty)
    return isinstance(ty, UnionTy) and any(isinstance(member, NoneTy) for member in ty.members)
