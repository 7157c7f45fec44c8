"""Runs the tests of a file: each test, or each row of its cases, is a run of its own."""

import threading
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from pp_lang.api.answer_sources import AnswerSource, ModelAnswers
from pp_lang.api.models import LazyModel, Model, open_language_model
from pp_lang.api.options import RunOptions
from pp_lang.api.program import CompiledFile
from pp_lang.api.test_case import CaseRunner
from pp_lang.api.test_report import CaseResult, TestReport
from pp_lang.compiler import Compilation
from pp_lang.errors import RunError
from pp_lang.semantics import CheckedTest

if TYPE_CHECKING:
    from pp_lang.runtime import OpenedModel

MOST_SIDE_BY_SIDE = 8
"""Tests that run at a time where no model is shared."""
FAKE = "fake"
OnResult = Callable[[CaseResult], None]


def run_tests(
    file: CompiledFile,
    pattern: str = "",
    model: str | Model = FAKE,
    *,
    source: AnswerSource | None = None,
    options: RunOptions | None = None,
    jobs: int = MOST_SIDE_BY_SIDE,
    on_result: OnResult | None = None,
) -> TestReport:
    """Run the tests whose names contain `pattern`, and say how each ended.

    `source` answers what no test scripts; without one `model` does, which is opened once. On the
    pretend model and on recorded answers up to `jobs` tests run side by side, on any other one
    after the other; the report is in the order of the file, and so are the calls of `on_result`.
    """
    import anyio  # what only compiles needs none of it

    options = options or RunOptions()
    if source is None and isinstance(model, Model):
        source = ModelAnswers(model.lend, is_shared=True)
    if source is None and model != FAKE:
        with LazyModel(lambda: _open(str(model), file, options)) as lazy:
            shared = ModelAnswers(lazy.lend, is_shared=True)
            return run_tests(
                file, pattern, source=shared, options=options, jobs=jobs, on_result=on_result
            )
    source = source or fake_answers(options)
    tests = find_tests(file.compilation, pattern)
    runners = [CaseRunner(file, test, source, options) for test in tests]
    works = [work for runner in runners for work in _works(runner)]
    began = time.perf_counter()
    width = 1 if source.is_shared else max(1, jobs)
    results = anyio.run(partial(_run, works, width, on_result or (lambda _: None)))
    return TestReport(file.compilation.source.name, results, time.perf_counter() - began)


def find_tests(compilation: Compilation, pattern: str = "") -> tuple[CheckedTest, ...]:
    """Return the tests whose names contain `pattern`, whatever its case, in the file's order."""
    wanted = pattern.casefold()
    tests = compilation.module.tests.values()
    return tuple(one for one in tests if wanted in one.name.casefold())


def fake_answers(options: RunOptions) -> ModelAnswers:
    """Return the pretend model as the source of answers, opened anew for each test."""

    def open_fake(_stop: threading.Event) -> "OpenedModel":
        from pp_lang.engine import open_fake_model
        from pp_lang.runtime import OpenedModel

        model = open_fake_model(config=options.engine)
        return OpenedModel(model, model.close)

    return ModelAnswers(open_fake, is_shared=False)


def _open(name: str, file: CompiledFile, options: RunOptions) -> Model:
    from pp_lang.model_registry import find_model

    location = find_model(name, file.base, folder=options.models_folder)
    model = open_language_model(
        location, options.engine, exact=options.exact, batch_invariant=options.batch_invariant
    )
    return Model(model)


def _works(runner: CaseRunner) -> list[Callable[[], Awaitable[CaseResult]]]:
    """Return what is to be run for a test."""
    try:
        return [partial(runner.run, row, inputs) for row, inputs in runner.rows()]
    except RunError as error:
        return [partial(runner.broken, error)]


async def _run(
    works: list[Callable[[], Awaitable[CaseResult]]], width: int, on_result: OnResult
) -> tuple[CaseResult, ...]:
    """Return the results in the order of `works`, each told once those before it were."""
    import anyio

    from pp_lang.runtime import first_cause

    results: list[CaseResult | None] = [None] * len(works)
    told = 0
    limit = anyio.CapacityLimiter(width)

    async def run_one(index: int) -> None:
        nonlocal told
        async with limit:
            results[index] = await works[index]()
        while told < len(results) and (result := results[told]) is not None:
            told += 1
            on_result(result)

    try:
        async with anyio.create_task_group() as tasks:
            for index in range(len(works)):
                tasks.start_soon(run_one, index)
    except BaseExceptionGroup as group:  # what `on_result` raised: the report cannot be written
        raise first_cause(group) from None
    return tuple(result for result in results if result is not None)
