"""Test reports as people read them: a line for each test, what went wrong, a line at the end."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from pp_lang.api import SCRIPTED, CaseResult, FailedExpectation, TestReport
from pp_lang.cli.console import out
from pp_lang.cli.test_json import shown_node, shown_value
from pp_lang.errors import PPError

if TYPE_CHECKING:
    from pp_lang.evaluation import Value

WIDTH = 78
"""Characters of a line into which a value should fit."""
MOST_CHARS = 400
MOST_PARTS = 20
"""Most of a value that is shown, in characters and parts; JSON and JUnit XML hold all of it."""


def show_case(file: str, result: CaseResult) -> None:
    """Print the line of one test."""
    soft = f" ({len(result.soft_failures)} soft)" if result.soft_failures else ""
    colour = "green" if result.has_passed else "red"
    out(f"{file}::{result.name} {click.style(_verdict(result), fg=colour)}{soft}")


def show_failures(reports: Sequence[TestReport]) -> None:
    """Print each expectation that did not hold and each error, with what shows why."""
    for report in reports:
        for result in report.results:
            for one in result.failures:
                _show_failure(report, result, one, "expected")
            for one in result.soft_failures:
                _show_failure(report, result, one, "expected (soft)")
            if result.error is not None:
                _show_error(report, result, result.error)


def show_summary(reports: Sequence[TestReport], pattern: str) -> None:
    """Print how many tests ended how, and who answered in them."""
    results = [one for report in reports for one in report.results]
    if not results:
        out(f"no test found{f' whose name contains `{pattern}`' if pattern else ''}")
        return
    counts = (
        (sum(one.has_passed for one in results), "passed", "green"),
        (sum(bool(one.failures) for one in results), "failed", "red"),
        (sum(one.error is not None for one in results), "with an error", "red"),
        (sum(bool(one.soft_failures) for one in results), "with soft failures", "yellow"),
    )
    words = [click.style(f"{count} {word}", fg=colour) for count, word, colour in counts if count]
    seconds = sum(report.seconds for report in reports)
    out(f"{', '.join(words)} in {seconds:.2f} s")
    answers = sum((report.answers for report in reports), Counter[str]())
    if answers:
        out(f"Answers: {', '.join(_answered(name, answers[name]) for name in sorted(answers))}")


def _verdict(result: CaseResult) -> str:
    if result.error is not None:
        return "ERROR"
    return "FAILED" if result.failures else "PASSED"


def _answered(name: str, count: int) -> str:
    return f"{count:,} scripted" if name == SCRIPTED else f"{count:,} by {name}"


def _show_failure(
    report: TestReport, result: CaseResult, failure: FailedExpectation, word: str
) -> None:
    out(f"\n{report.file}:{failure.line}:{failure.column}: {result.name}")
    out(f"  {word}: {failure.text}")
    for name, value in (*failure.sides, *failure.values):
        for line in _value_lines(name, value):
            out(f"  {line}")
    if failure.difference is not None:
        out(f"  they differ {failure.difference}")


def _show_error(report: TestReport, result: CaseResult, error: PPError) -> None:
    node = shown_node(result)
    out(f"\n{report.file}:{result.line}: {result.name}")
    out(f"  error: {f'{node}: ' if node else ''}{error.message}")
    if error.hint:
        out(f"  help: {error.hint}")


def _value_lines(name: str, value: "Value") -> Iterator[str]:
    """Yield `name = value`, a list or record that is too wide with a line for each of its parts."""
    line = f"{name} = {shown_value(value)}"
    if len(line) <= WIDTH or not isinstance(value, list | dict):
        yield _cut(line)
        return
    if isinstance(value, list):
        opening, closing, parts = "[", "]", [shown_value(one) for one in value]
    else:
        opening, closing = "{", "}"
        parts = [f"{json.dumps(key)}: {shown_value(one)}" for key, one in value.items()]
    yield f"{name} = {opening}"
    for part in parts[:MOST_PARTS]:
        yield f"  {_cut(part)},"
    if len(parts) > MOST_PARTS:
        yield f"  … ({len(parts):,} in all)"
    yield closing


def _cut(text: str) -> str:
    if len(text) <= MOST_CHARS:
        return text
    return f"{text[:MOST_CHARS]}… ({len(text):,} characters)"
