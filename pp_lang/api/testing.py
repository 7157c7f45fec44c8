"""Runs the tests of a file: each test, or each row of its cases, is a run of its own."""

import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from pp_lang.api.models import Model, RunModels
from pp_lang.api.options import RunOptions
from pp_lang.api.program import CompiledFile
from pp_lang.api.scripting import ScriptedModels, scripted_texts, scripted_values
from pp_lang.api.test_report import CaseResult, FailedExpectation, TestReport
from pp_lang.compiler import EXPECTED, GIVEN, Compilation, program_of_test
from pp_lang.errors import InternalError, PPError, RunError
from pp_lang.semantics import CheckedTest, Expectation

if TYPE_CHECKING:
    from pp_lang.evaluation import Value

MOST_SIDE_BY_SIDE = 8
"""Tests that run at a time where each has a pretend model of its own."""
FAKE = "fake"
OnResult = Callable[[CaseResult], None]


def run_tests(
    file: CompiledFile,
    pattern: str = "",
    model: str | Model = FAKE,
    *,
    options: RunOptions | None = None,
    on_result: OnResult | None = None,
) -> TestReport:
    """Run the tests whose names contain `pattern`, and say how each ended.

    `model` answers what no test scripts. On the pretend model the tests run side by side, on any
    other one after the other; the report is in the order of the file, and so are the calls of
    `on_result`. Raises `CompileError` for a test that unfolds into too many steps.
    """
    import anyio  # what only compiles needs none of it

    runner = _FileRunner(file, model, options or RunOptions())
    tests = find_tests(file.compilation, pattern)
    began = time.perf_counter()
    results = anyio.run(partial(runner.run, tests, on_result or (lambda _: None)))
    return TestReport(file.compilation.source.name, results, time.perf_counter() - began)


def find_tests(compilation: Compilation, pattern: str = "") -> tuple[CheckedTest, ...]:
    """Return the tests whose names contain `pattern`, whatever its case, in the file's order."""
    wanted = pattern.casefold()
    tests = compilation.module.tests.values()
    return tuple(one for one in tests if wanted in one.name.casefold())


class _FileRunner:
    """Runs tests of one file."""

    def __init__(self, file: CompiledFile, model: str | Model, options: RunOptions) -> None:
        self._file = file
        self._model = model
        self._options = options

    async def run(
        self, tests: tuple[CheckedTest, ...], on_result: OnResult
    ) -> tuple[CaseResult, ...]:
        import anyio

        works = [work for test in tests for work in self._works(test)]
        results: list[CaseResult | None] = [None] * len(works)
        told = 0
        limit = anyio.CapacityLimiter(MOST_SIDE_BY_SIDE if self._model == FAKE else 1)

        async def run_one(index: int) -> None:
            nonlocal told
            async with limit:
                results[index] = await works[index]()
            while told < len(results) and (result := results[told]) is not None:
                told += 1
                on_result(result)

        async with anyio.create_task_group() as tasks:
            for index in range(len(works)):
                tasks.start_soon(run_one, index)
        return tuple(result for result in results if result is not None)

    def _works(self, test: CheckedTest) -> "list[Callable[[], Awaitable[CaseResult]]]":
        """Return what is to be run for a test: once, or once for each row of its cases."""
        if test.cases is None:
            return [partial(self._case, test, None, {})]
        from pp_lang.evaluation import Environment, evaluate

        try:
            rows = evaluate(test.cases.rows, Environment())
        except RunError as error:
            return [partial(_broken, test, error)]
        if not isinstance(rows, list) or not rows:
            return [partial(_broken, test, RunError("its table of cases is empty"))]
        return [
            partial(self._case, test, index, {test.cases.name: row})
            for index, row in enumerate(rows)
        ]

    async def _case(
        self, test: CheckedTest, row: int | None, inputs: "dict[str, Value]"
    ) -> CaseResult:
        from pp_lang.evaluation import unwrap

        began = time.perf_counter()
        try:
            value = unwrap(await self._value(test, inputs))
        except InternalError:
            raise
        except PPError as error:
            return CaseResult(test.name, row, (), (), error, time.perf_counter() - began)
        assert isinstance(value, dict), "a test's program gives a record"
        given, holds = value[GIVEN], value[EXPECTED]
        assert isinstance(given, dict), "the named values"
        assert isinstance(holds, list), "a value for each expectation"
        values = {**inputs, **given}
        pairs = zip(test.expectations, holds, strict=True)
        failed = [(one.is_soft, self._failed(one, values)) for one, is_met in pairs if not is_met]
        return CaseResult(
            test.name,
            row,
            tuple(one for is_soft, one in failed if not is_soft),
            tuple(one for is_soft, one in failed if is_soft),
            None,
            time.perf_counter() - began,
        )

    async def _value(self, test: CheckedTest, inputs: "dict[str, Value]") -> "Value":
        from pp_lang.api.inputs import read_settings
        from pp_lang.runtime import RunSettings, run_program

        options, answers = self._options, scripted_values(test)
        models = RunModels(self._model, self._file.base, options.models_folder, options.engine)
        settings = RunSettings(
            read_settings(options.settings),
            options.seed,
            options.window,
            is_model_given=True,
            scripted=frozenset(template for template, _ in test.scripted),
            extern_answers=answers,
        )
        program = program_of_test(test.name)
        compilation = self._file.compilation.for_test(test.name)
        region = compilation.region(program)
        outcome = await run_program(
            compilation,
            program,
            inputs,
            ScriptedModels(scripted_texts(test), models),
            settings,
            types=self._file.types,
            functions=self._file.externs.functions(compilation.module, region, answers),
        )
        return outcome.value

    def _failed(self, expectation: Expectation, values: "dict[str, Value]") -> FailedExpectation:
        source, span = self._file.compilation.source, expectation.span
        line, column = source.position(span.start)
        named = tuple((name, values[name]) for name in expectation.names if name in values)
        return FailedExpectation(source.text[span.start : span.end], line, column, named)


async def _broken(test: CheckedTest, error: RunError) -> CaseResult:
    return CaseResult(test.name, None, (), (), error, 0.0)
