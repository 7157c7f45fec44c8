"""A match to ifs: which values each case takes, and whether every value has a case."""

from dataclasses import replace
from typing import assert_never

from pp_lang.semantics.exprs import Exprs
from pp_lang.semantics.function_problems import (
    MissingCases,
    NameAmongPatterns,
    UnreachableCase,
    nearest_text,
)
from pp_lang.semantics.narrowing import path_of
from pp_lang.semantics.scope import Local, Scope
from pp_lang.semantics.subtypes import is_assignable, join
from pp_lang.semantics.trace import declared_fields
from pp_lang.semantics.ty import (
    BOOL,
    NONE,
    UNKNOWN,
    BoolTy,
    LiteralTy,
    RecordTy,
    Ty,
    UnionTy,
    UnknownTy,
    closed_options,
    plain,
    union_of,
    widened,
)
from pp_lang.semantics.typed_nodes import (
    BinaryOp,
    TypedBinary,
    TypedBinding,
    TypedBlock,
    TypedExpr,
    TypedField,
    TypedHasFields,
    TypedIf,
    TypedLiteral,
    TypedName,
)
from pp_lang.source import Span
from pp_lang.syntax import (
    Ident,
    LiteralPattern,
    MatchCase,
    MatchExpr,
    NamePattern,
    Pattern,
    RecordPattern,
)

_TYPES = ("bool", "float", "int", "list", "text")
Tests = list[TypedExpr]
Names = list[tuple[Ident, TypedExpr]]


class MatchChecker:
    """Checks matches for an `ExprChecker`."""

    def __init__(self, exprs: Exprs) -> None:
        self._exprs = exprs

    def match(self, expr: MatchExpr, scope: Scope) -> TypedExpr:
        """Return the ifs that `expr` stands for, with its subject computed once."""
        subject = self._exprs.infer(expr.subject, scope)
        if isinstance(subject, TypedName):
            return self._cases(expr, subject, scope)
        name = TypedName(_name_for(scope), subject.ty, subject.span)
        inner = scope.inner()
        inner.add(Local(name.name, subject.ty, subject.span))
        chosen = self._cases(expr, name, inner)
        binding = TypedBinding(name.name, subject, subject.span)
        return TypedBlock((binding,), chosen, chosen.ty, expr.span)

    def _cases(self, expr: MatchExpr, subject: TypedName, scope: Scope) -> TypedExpr:
        # A constant is matched as what it is an example of: only its type says what may come.
        is_constant = isinstance(plain(subject.ty), LiteralTy)
        rest: Ty | None = widened(subject.ty) if is_constant else subject.ty
        arms: list[tuple[TypedExpr | None, TypedExpr]] = []
        for place, case in enumerate(expr.cases):
            if rest is None:
                name = _misleading(expr.cases[:place], subject.ty)
                self._exprs.problems.append(UnreachableCase(case.span, None, name=name))
                rest = UNKNOWN
            test, body, rest = self._case(case, subject, rest, scope)
            arms.append((test, body))
        if expr.otherwise is not None:
            if rest is None:
                self._exprs.problems.append(UnreachableCase(expr.otherwise.span, None))
            inner = _with_subject(scope, subject, rest or UNKNOWN)
            arms.append((None, self._exprs.infer(expr.otherwise, inner)))
        elif rest is not None and not isinstance(rest, UnknownTy):
            head = Span(expr.span.start, expr.subject.span.end)
            meant = _meant(expr.cases, subject.ty)
            missing = tuple(one for one in _members(rest) if one not in meant)
            if missing:
                self._exprs.problems.append(MissingCases(head, missing))
        return _chain(arms, expr.span)

    def _case(
        self, case: MatchCase, subject: TypedName, ty: Ty, scope: Scope
    ) -> tuple[TypedExpr | None, TypedExpr, Ty | None]:
        """Return the test and the body of a case, and what type is left for the next."""
        names: Names = []
        tests = [self._test(one, replace(subject, ty=ty), names) for one in case.patterns]
        if len(case.patterns) > 1:
            for name, _ in names:
                self._exprs.problems.append(NameAmongPatterns(name.text, name.span))
        matched = [part for one in case.patterns for part in _overlap(ty, one)] or [UNKNOWN]
        inner = _with_subject(scope, subject, union_of(matched)).inner()
        for name, value in names:
            self._exprs.define(name, value.ty, inner)
        body = self._exprs.infer(case.body, inner)
        if names:
            bindings = tuple(TypedBinding(name.text, value, name.span) for name, value in names)
            body = TypedBlock(bindings, body, body.ty, case.span)
        test = _joined("or", tests, case.span) if all(map(bool, tests)) else None
        return test, body, _left(ty, case.patterns)

    def _test(self, pattern: Pattern, subject: TypedExpr, names: Names) -> TypedExpr | None:
        """Return the question whether `subject` matches, None where it must; note what it binds."""
        if not _overlap(subject.ty, pattern) and not isinstance(subject.ty, UnknownTy):
            value = pattern.value if isinstance(pattern, LiteralPattern) else None
            self._exprs.problems.append(UnreachableCase(pattern.span, subject.ty, value))
        match pattern:
            case NamePattern(name):
                if name.text != "_":
                    names.append((name, subject))
                return None
            case LiteralPattern(value, span):
                ty: Ty = NONE if value is None else LiteralTy(value)
                literal = TypedLiteral(value, ty, span)
                return TypedBinary("==", subject, literal, BOOL, span)
            case RecordPattern():
                return self._record_test(pattern, subject, names)
            case _:
                assert_never(pattern)

    def _record_test(
        self, pattern: RecordPattern, subject: TypedExpr, names: Names
    ) -> TypedExpr | None:
        wanted = tuple(one.name.text for one in pattern.fields)
        fitting = _overlap(subject.ty, pattern)
        tests: Tests = []
        if len(fitting) < len(_members(subject.ty)):
            tests.append(TypedHasFields(subject, wanted, BOOL, pattern.span))
        for one in pattern.fields:
            each = [_field(member, one.name.text) for member in fitting] or [UNKNOWN]
            value = TypedField(subject, one.name.text, union_of(each), one.span)
            declared = [part for ty in fitting for part in declared_fields(ty, one.name.text)]
            self._exprs.trace.member(one.name.span, value.ty, declared)
            inner = [self._test(alternative, value, names) for alternative in one.patterns]
            given = [test for test in inner if test is not None]
            if len(given) == len(inner):
                tests.append(_joined("or", given, one.span))
        return _joined("and", tests, pattern.span) if tests else None


def _misleading(cases: tuple[MatchCase, ...], ty: Ty) -> str | None:
    """Return a name in `cases` that takes every value and was perhaps meant as one value."""
    names = [
        one.name.text for case in cases for one in case.patterns if isinstance(one, NamePattern)
    ]
    texts = closed_options(plain(ty)) or ()
    return next((name for name in names if name in texts or name in _TYPES), None)


def _meant(cases: tuple[MatchCase, ...], ty: Ty) -> list[Ty]:
    """Return the values for which there is a misspelt case, which is told by itself."""
    values = [
        one.value for case in cases for one in case.patterns if isinstance(one, LiteralPattern)
    ]
    allowed = [one for one in _members(ty) if isinstance(one, LiteralTy)]
    taken = [one.value for one in allowed]
    offers = [nearest_text(value, ty) for value in values if value not in taken]
    return [one for one in allowed if f"Did you mean `{one.value}`?" in offers]


def _name_for(scope: Scope) -> str:
    """Return a name for what is matched: one for each match around, wherever they stand."""
    name, number = "match", 1  # no value has this name: it is a word of the language
    while scope.peek(name) is not None:
        number += 1
        name = f"match~{number}"
    return name


def _overlap(ty: Ty, pattern: Pattern) -> list[Ty]:
    """Return the members of `ty` that `pattern` may match, as narrow as it makes them."""
    match pattern:
        case NamePattern():
            return list(_members(ty))
        case LiteralPattern(value):
            literal: Ty = NONE if value is None else LiteralTy(value)
            return [literal] if any(is_assignable(literal, one) for one in _members(ty)) else []
        case RecordPattern(fields):
            return [
                member
                for member in _members(ty)
                if isinstance(member, RecordTy)
                and all(
                    any(_overlap(_field(member, one.name.text), each) for each in one.patterns)
                    for one in fields
                    if member.find(one.name.text) is not None
                )
                and all(member.find(one.name.text) is not None for one in fields)
            ]
        case _:
            assert_never(pattern)


def _left(ty: Ty, patterns: tuple[Pattern, ...]) -> Ty | None:
    """Return the type of the values of `ty` that none of `patterns` takes; None for no value."""
    rest = list(_members(ty))
    for pattern in patterns:
        rest = [part for member in rest for part in _left_of_member(member, pattern)]
    return union_of(rest) if rest else None


def _left_of_member(member: Ty, pattern: Pattern) -> list[Ty]:
    match pattern:
        case NamePattern():
            return []
        case LiteralPattern(value):
            return [] if member == (NONE if value is None else LiteralTy(value)) else [member]
        case RecordPattern():
            return _left_of_record(member, pattern)
        case _:
            assert_never(pattern)


def _left_of_record(member: Ty, pattern: RecordPattern) -> list[Ty]:
    """Return what is left of a record; where one field alone decides, that field is narrower."""
    if not isinstance(member, RecordTy):
        return [member]
    names = {one.name.text: one.patterns for one in pattern.fields}
    if any(member.find(name) is None for name in names):
        return [member]
    open_fields = {
        name: left
        for name, patterns in names.items()
        if (left := _left(_field(member, name), patterns)) is not None
    }
    if len(open_fields) != 1:
        return [member] if open_fields else []
    (name, left), *_ = open_fields.items()
    if left == _field(member, name):
        return [member]
    fields = tuple(replace(one, ty=left) if one.name == name else one for one in member.fields)
    return [RecordTy(fields)]


def _with_subject(scope: Scope, subject: TypedName, ty: Ty) -> Scope:
    path = path_of(subject)
    return scope.with_facts({path: ty}) if path else scope


def _members(ty: Ty) -> tuple[Ty, ...]:
    match plain(ty):
        case UnionTy(members):
            return tuple(part for member in members for part in _members(member))
        case BoolTy():
            return (LiteralTy(True), LiteralTy(False))
        case other:
            return (other,)


def _field(ty: Ty, name: str) -> Ty:
    found = ty.find(name) if isinstance(ty, RecordTy) else None
    return found.ty if found is not None else UNKNOWN


def _chain(arms: list[tuple[TypedExpr | None, TypedExpr]], span: Span) -> TypedExpr:
    """Return the ifs; the last arm needs no test, since every value has a case."""
    _, chosen = arms[-1]
    for test, body in reversed(arms[:-1]):
        if test is None:
            chosen = body
        else:
            chosen = TypedIf(test, body, chosen, join(body.ty, chosen.ty), span)
    return chosen


def _joined(op: BinaryOp, tests: list[TypedExpr | None] | Tests, span: Span) -> TypedExpr:
    given = [test for test in tests if test is not None]
    test = given[0]
    for other in given[1:]:
        test = TypedBinary(op, test, other, BOOL, span)
    return test
