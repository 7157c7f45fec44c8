"""How tests ended, as JSON."""

import json
from typing import TYPE_CHECKING

from pp_lang.api.test_report import CaseResult, FailedExpectation, TestReport

if TYPE_CHECKING:
    from pp_lang.evaluation import Value


def shown_value(value: "Value") -> str:
    """Return a value on one line; a context by its name."""
    return json.dumps(value, ensure_ascii=False, default=lambda one: f"context {one.name}")


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
        "test": result.test,
        "row": result.row,
        "passed": result.has_passed,
        "failures": [_failure(one) for one in result.failures],
        "soft_failures": [_failure(one) for one in result.soft_failures],
        "error": error.message if error is not None else None,
        "seconds": round(result.seconds, 3),
    }


def _failure(failure: FailedExpectation) -> dict[str, object]:
    values = {name: json.loads(shown_value(value)) for name, value in failure.values}
    return {
        "expectation": failure.text,
        "line": failure.line,
        "column": failure.column,
        "values": values,
    }
