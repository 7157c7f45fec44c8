"""How tests ended, as JSON."""

import json
from typing import TYPE_CHECKING

from pp_lang.api import CaseResult, FailedExpectation, TestReport
from pp_lang.compiler import program_of_test
from pp_lang.errors import RunError

if TYPE_CHECKING:
    from pp_lang.evaluation import Value


def shown_value(value: "Value") -> str:
    """Return a value on one line; a context by its name."""
    return json.dumps(value, ensure_ascii=False, default=lambda one: f"context {one.name}")


def shown_node(result: CaseResult) -> str | None:
    """Return the place of a test's error below the test itself."""
    node = result.error.node if isinstance(result.error, RunError) else None
    return node.removeprefix(f"{program_of_test(result.test)}/") if node else None


def report_json(reports: list[TestReport]) -> dict[str, object]:
    """Return the document that `pp test --json` prints."""
    return {
        "tests": [_result(report, one) for report in reports for one in report.results],
        "passed": all(report.has_passed for report in reports),
    }


def _result(report: TestReport, result: CaseResult) -> dict[str, object]:
    error = result.error
    return {
        "file": report.file,
        "line": result.line,
        "test": result.test,
        "row": result.row,
        "passed": result.has_passed,
        "failures": [_failure(one) for one in result.failures],
        "soft_failures": [_failure(one) for one in result.soft_failures],
        "error": error.message if error is not None else None,
        "node": shown_node(result),
        "help": error.hint if error is not None else None,
        "answers": dict(result.answers),
        "seconds": round(result.seconds, 3),
    }


def _failure(failure: FailedExpectation) -> dict[str, object]:
    return {
        "expectation": failure.text,
        "line": failure.line,
        "column": failure.column,
        "sides": _values(failure.sides),
        "values": _values(failure.values),
        "difference": failure.difference,
    }


def _values(values: "tuple[tuple[str, Value], ...]") -> dict[str, object]:
    return {name: json.loads(shown_value(value)) for name, value in values}
