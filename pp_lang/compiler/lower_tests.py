"""A test as a program, so that it is lowered and run like any other."""

from dataclasses import replace
from typing import Literal

from pp_lang.semantics import (
    BOOL,
    CheckedModule,
    CheckedProgram,
    CheckedTest,
    FieldTy,
    ListTy,
    Options,
    Parameter,
    RecordTy,
    TypedBinary,
    TypedBinding,
    TypedBlock,
    TypedExpr,
    TypedList,
    TypedLiteral,
    TypedName,
    TypedRecord,
    TypedUnary,
)

GIVEN = "given"
EXPECTED = "expected"
SIDES = "sides"
KNOWN_SIDES = (TypedName, TypedLiteral)
"""Sides of a comparison that need no name to be shown."""

Side = Literal["left", "right"]


def program_of_test(test: str) -> str:
    """Return the name of the program that a test is lowered as; none in a file can have it."""
    return f'test "{test}"'


def with_test_program(module: CheckedModule, test: str) -> CheckedModule:
    """Return the module with a program for its test called `test`.

    The program takes a row of the test's cases, if it has some, and gives a record: `given`, the
    values that the test names; `expected`, whether each expectation holds, in order; and `sides`,
    what was compared in them, by `side_name`.
    """
    program = _program(module.tests[test])
    return replace(module, programs={**module.programs, program.name: program})


def side_name(expectation: int, side: Side) -> str:
    """Return what a side of the comparison in an expectation is called; no name can be this."""
    return f"expect {expectation + 1} {side}"


def comparison_of(condition: TypedExpr) -> TypedBinary | None:
    """Return the comparison that `condition` is, or whose opposite; None where it is none."""
    if isinstance(condition, TypedUnary) and condition.op == "not":
        condition = condition.operand
    is_comparison = isinstance(condition, TypedBinary) and condition.op not in ("and", "or")
    return condition if is_comparison and isinstance(condition, TypedBinary) else None


def _program(test: CheckedTest) -> CheckedProgram:
    given = TypedRecord(
        tuple((one.name, TypedName(one.name, one.value.ty, one.span)) for one in test.givens),
        RecordTy(tuple(FieldTy(one.name, one.value.ty) for one in test.givens)),
        test.span,
    )
    conditions: list[TypedExpr] = []
    sides: list[TypedBinding] = []
    for index, one in enumerate(test.expectations):
        condition, named = _with_named_sides(index, one.condition)
        conditions.append(condition)
        sides += named
    seen = TypedRecord(
        tuple((one.name, TypedName(one.name, one.value.ty, one.span)) for one in sides),
        RecordTy(tuple(FieldTy(one.name, one.value.ty) for one in sides)),
        test.span,
    )
    expected = TypedList(tuple(conditions), ListTy(BOOL), test.span)
    parts = ((GIVEN, given), (EXPECTED, expected), (SIDES, seen))
    output = RecordTy(tuple(FieldTy(name, part.ty) for name, part in parts))
    result = TypedRecord(parts, output, test.span)
    return CheckedProgram(
        name=program_of_test(test.name),
        parameters=_parameters(test),
        output=output,
        doc=None,
        options=Options(),
        body=TypedBlock((*test.givens, *sides), result, output, test.span),
        span=test.span,
    )


def _with_named_sides(
    index: int, condition: TypedExpr
) -> tuple[TypedExpr, tuple[TypedBinding, ...]]:
    """Return a comparison between names, and what they stand for, so that both can be shown."""
    comparison = comparison_of(condition)
    if comparison is None:
        return condition, ()
    left = _named(comparison.left, side_name(index, "left"))
    right = _named(comparison.right, side_name(index, "right"))
    named = tuple(one for one in (left, right) if one is not None)
    compared: TypedExpr = replace(
        comparison,
        left=_name_of(left) if left else comparison.left,
        right=_name_of(right) if right else comparison.right,
    )
    if isinstance(condition, TypedUnary):
        compared = replace(condition, operand=compared)
    return compared, named


def _named(side: TypedExpr, name: str) -> TypedBinding | None:
    """Return the side under a name of its own; None where it is known without."""
    return None if isinstance(side, KNOWN_SIDES) else TypedBinding(name, side, side.span)


def _name_of(binding: TypedBinding) -> TypedName:
    return TypedName(binding.name, binding.value.ty, binding.span)


def _parameters(test: CheckedTest) -> tuple[Parameter, ...]:
    if test.cases is None:
        return ()
    return (Parameter(test.cases.name, test.cases.element, None, test.cases.span),)
