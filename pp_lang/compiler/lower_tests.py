"""A test as a program, so that it is lowered and run like any other."""

from dataclasses import replace

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
    TypedBlock,
    TypedList,
    TypedName,
    TypedRecord,
)

GIVEN = "given"
EXPECTED = "expected"


def program_of_test(test: str) -> str:
    """Return the name of the program that a test is lowered as; none in a file can have it."""
    return f'test "{test}"'


def with_test_program(module: CheckedModule, test: str) -> CheckedModule:
    """Return the module with a program for its test called `test`.

    The program takes a row of the test's cases, if it has some, and gives a record: `given`, the
    values that the test names, and `expected`, whether each expectation holds, in order.
    """
    program = _program(module.tests[test])
    return replace(module, programs={**module.programs, program.name: program})


def _program(test: CheckedTest) -> CheckedProgram:
    given = TypedRecord(
        tuple((one.name, TypedName(one.name, one.value.ty, one.span)) for one in test.givens),
        RecordTy(tuple(FieldTy(one.name, one.value.ty) for one in test.givens)),
        test.span,
    )
    conditions = tuple(one.condition for one in test.expectations)
    expected = TypedList(conditions, ListTy(BOOL), test.span)
    output = RecordTy((FieldTy(GIVEN, given.ty), FieldTy(EXPECTED, expected.ty)))
    result = TypedRecord(((GIVEN, given), (EXPECTED, expected)), output, test.span)
    return CheckedProgram(
        name=program_of_test(test.name),
        parameters=_parameters(test),
        output=output,
        doc=None,
        options=Options(),
        body=TypedBlock(test.givens, result, output, test.span),
        span=test.span,
    )


def _parameters(test: CheckedTest) -> tuple[Parameter, ...]:
    if test.cases is None:
        return ()
    return (Parameter(test.cases.name, test.cases.element, None, test.cases.span),)
