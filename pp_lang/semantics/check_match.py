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
from pp_lang.semantics.known_numbers import known_interval
from pp_lang.semantics.match_columns import Column, key_of, members_of
from pp_lang.semantics.match_rows import MatchRows, Place
from pp_lang.semantics.narrowing import path_of
from pp_lang.semantics.scope import Local, Scope
from pp_lang.semantics.subtypes import join
from pp_lang.semantics.ty import (
    BOOL,
    NONE,
    UNKNOWN,
    LiteralTy,
    Ty,
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

MOST_EXAMPLES = 5
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
        known = known_interval(subject)
        name = TypedName(_name_for(scope), subject.ty, subject.span, known)
        inner = scope.inner()
        inner.add(Local(name.name, subject.ty, subject.span))
        chosen = self._cases(expr, name, inner)
        binding = TypedBinding(name.name, subject, subject.span)
        return TypedBlock((binding,), chosen, chosen.ty, expr.span)

    def _cases(self, expr: MatchExpr, subject: TypedName, scope: Scope) -> TypedExpr:
        # A constant is matched as what it is an example of: only its type says what may come.
        is_constant = isinstance(plain(subject.ty), LiteralTy)
        ty = widened(subject.ty) if is_constant else subject.ty
        meant = _meant(expr.cases, ty)
        rows = MatchRows(expr, ty, num_examples=MOST_EXAMPLES + len(meant))
        self._report_unreachable(expr, rows, ty)
        missing = tuple(one for one in rows.coverage.missing if one not in meant)
        if missing and not isinstance(plain(ty), UnknownTy):
            head = Span(expr.span.start, expr.subject.span.end)
            self._exprs.problems.append(MissingCases(head, missing))
        tests = self._tests(expr.cases, rows, replace(subject, ty=ty))
        arms: list[tuple[TypedExpr | None, TypedExpr]] = []
        for place, (case, (test, names)) in enumerate(zip(expr.cases, tests, strict=True)):
            inner = _with_subject(scope, subject, rows.type_of(place)).inner()
            arms.append((test, self._body(case, names, inner)))
        if expr.otherwise is not None:
            inner = _with_subject(scope, subject, rows.type_of(len(expr.cases)))
            arms.append((None, self._exprs.infer(expr.otherwise, inner)))
        return _chain(arms, expr.span)

    def _report_unreachable(self, expr: MatchExpr, rows: MatchRows, ty: Ty) -> None:
        """Report what no value comes to; of what follows the last case that is chosen, the first.

        A pattern without values is told by itself.
        """
        last = max((place for place in range(rows.num_cases) if rows.is_chosen(place)), default=-1)
        for place, case in enumerate(expr.cases):
            for number, pattern in enumerate(case.patterns):
                is_covered = place <= last and not rows.is_row_chosen(place, number)
                if is_covered and _overlap(rows.coverage.column, pattern):
                    self._exprs.problems.append(
                        UnreachableCase(pattern.span, None, takes_all=False)
                    )
        if last + 1 == len(expr.cases) and expr.otherwise is not None:
            self._exprs.problems.append(UnreachableCase(expr.otherwise.span, None))
        elif last + 1 < len(expr.cases) and last >= 0 and not rows.coverage.missing:
            case = expr.cases[last + 1]
            if any(_overlap(rows.coverage.column, one) for one in case.patterns):
                name = _misleading(expr.cases[: last + 1], ty)
                self._exprs.problems.append(UnreachableCase(case.span, None, name=name))

    def _tests(
        self, cases: tuple[MatchCase, ...], rows: MatchRows, subject: TypedName
    ) -> list[tuple[TypedExpr | None, Names]]:
        """Return for each case its test, None where it takes all that is left, and its names."""
        found: list[tuple[TypedExpr | None, Names]] = []
        for place, case in reversed(list(enumerate(cases))):
            names: Names = []
            at = Place(rows.taken(place), rows.left_for(place), (rows.coverage.column,))
            tests = [self._test(one, subject, at, names) for one in case.patterns]
            if len(case.patterns) > 1:
                for name, _ in names:
                    self._exprs.problems.append(NameAmongPatterns(name.text, name.span))
            test = _joined("or", tests, case.span) if all(map(bool, tests)) else None
            found.append((test, names))
        return found[::-1]

    def _body(self, case: MatchCase, names: Names, scope: Scope) -> TypedExpr:
        for name, value in names:
            self._exprs.define(name, value.ty, scope, known_interval(value))
        body = self._exprs.infer(case.body, scope)
        if not names:
            return body
        bindings = tuple(TypedBinding(name.text, value, name.span) for name, value in names)
        return TypedBlock(bindings, body, body.ty, case.span)

    def _test(
        self, pattern: Pattern, value: TypedExpr, at: Place, names: Names
    ) -> TypedExpr | None:
        """Return the question whether `value` matches, None where it must; note what it binds."""
        if not any(_overlap(one, pattern) for one in at.columns) and not at.is_unknown:
            constant = pattern.value if isinstance(pattern, LiteralPattern) else None
            self._exprs.problems.append(UnreachableCase(pattern.span, value.ty, constant))
        match pattern:
            case NamePattern(name):
                if name.text != "_":
                    names.append((name, replace(value, ty=at.type_of(value.ty))))
                return None
            case LiteralPattern(constant, span):
                ty: Ty = NONE if constant is None else LiteralTy(constant)
                literal = TypedLiteral(constant, ty, span)
                return TypedBinary("==", value, literal, BOOL, span)
            case RecordPattern():
                return self._record_test(pattern, value, at, names)
            case _:
                assert_never(pattern)

    def _record_test(
        self, pattern: RecordPattern, value: TypedExpr, at: Place, names: Names
    ) -> TypedExpr | None:
        wanted = tuple(one.name.text for one in pattern.fields)
        tests: Tests = []
        if not at.all_have(wanted):
            tests.append(TypedHasFields(value, wanted, BOOL, pattern.span))
        for one in pattern.fields:
            inside, declared = at.field(wanted, one.name.text)
            ty = union_of([part.ty for part in declared]) if declared else UNKNOWN
            part = TypedField(value, one.name.text, ty, one.span)
            self._exprs.trace.member(one.name.span, inside.type_of(ty), declared)
            inner = [self._test(alternative, part, inside, names) for alternative in one.patterns]
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
    allowed = [one for one in members_of(ty) if isinstance(one, LiteralTy)]
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


def _overlap(column: Column, pattern: Pattern) -> bool:
    """Return whether some value in the column matches."""
    match pattern:
        case NamePattern():
            return True
        case LiteralPattern(value):
            return column.has(key_of(value))
        case RecordPattern(fields):
            names = tuple(one.name.text for one in fields)
            return any(
                all(
                    any(
                        _overlap(column.fields[index, one.name.text], each) for each in one.patterns
                    )
                    for one in fields
                )
                for index in column.records_with(names)
            )
        case _:
            assert_never(pattern)


def _with_subject(scope: Scope, subject: TypedName, ty: Ty) -> Scope:
    path = path_of(subject)
    return scope.with_facts({path: ty}) if path else scope


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
