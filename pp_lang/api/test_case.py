"""Runs one test, or one row of its cases, and says how it ended."""

import time
from typing import TYPE_CHECKING

from pp_lang.api.answer_sources import AnswerSource
from pp_lang.api.options import RunOptions
from pp_lang.api.program import CompiledFile
from pp_lang.api.recording import CaseKey
from pp_lang.api.scripting import CaseModels, scripted_answers, scripted_values
from pp_lang.api.test_report import CaseResult
from pp_lang.api.unmet import Finding
from pp_lang.compiler import program_of_test
from pp_lang.errors import InternalError, PPError, RunError
from pp_lang.semantics import CheckedTest

if TYPE_CHECKING:
    from pp_lang.evaluation import Value


class CaseRunner:
    """Runs the cases of one test, which is compiled once."""

    def __init__(
        self, file: CompiledFile, test: CheckedTest, source: AnswerSource, options: RunOptions
    ) -> None:
        self._file = file
        self._test = test
        self._source = source
        self._options = options
        self._line = file.compilation.source.position(test.span.start)[0]
        self._compilation = file.compilation.for_test(test.name)

    def rows(self) -> "list[tuple[int | None, dict[str, Value]]]":
        """Return the number and the inputs of each run: one, or one for each row of the cases.

        Raises `RunError` where the rows cannot be computed, or where there is none.
        """
        cases = self._test.cases
        if cases is None:
            return [(None, {})]
        from pp_lang.evaluation import Environment, evaluate

        rows = evaluate(cases.rows, Environment())
        if not isinstance(rows, list) or not rows:
            raise RunError("its table of cases is empty")
        return [(index, {cases.name: row}) for index, row in enumerate(rows)]

    async def run(self, row: int | None, inputs: "dict[str, Value]") -> CaseResult:
        """Return how one run ended."""
        from pp_lang.evaluation import unwrap

        key = CaseKey(self._test.name, row)
        answers = self._source.of_case(key)
        began = time.perf_counter()
        models: CaseModels | None = None
        found: Finding | None = None
        error: PPError | None = None
        try:
            models = CaseModels(scripted_answers(self._test), answers.open)
            value = unwrap(await self._value(models, inputs))
            found = Finding(self._file.compilation.source, self._test, inputs, value)
        except InternalError:
            raise
        except PPError as raised:
            error = raised
        error = answers.find_refusal() or error
        counts = found if error is None else None
        return CaseResult(
            key.test,
            key.row,
            counts.unmet(is_soft=False) if counts else (),
            counts.unmet(is_soft=True) if counts else (),
            error,
            time.perf_counter() - began,
            dict(models.counts) if models else {},
            self._line,
        )

    async def broken(self, error: RunError) -> CaseResult:
        """Return the result of a test whose rows cannot be had."""
        return CaseResult(self._test.name, None, (), (), error, 0.0, {}, self._line)

    async def _value(self, models: CaseModels, inputs: "dict[str, Value]") -> "Value":
        from pp_lang.api.inputs import read_settings
        from pp_lang.runtime import RunSettings, run_program

        options, values = self._options, scripted_values(self._test)
        settings = RunSettings(
            read_settings(options.settings, exact=options.exact),
            options.seed,
            options.window,
            is_model_given=True,
            scripted=frozenset(one.template for one in self._test.scripted),
            extern_answers=values,
        )
        program = program_of_test(self._test.name)
        region = self._compilation.region(program)
        outcome = await run_program(
            self._compilation,
            program,
            inputs,
            models,
            settings,
            types=self._file.types,
            functions=self._file.externs.functions(self._compilation.module, region, values),
        )
        return outcome.value
