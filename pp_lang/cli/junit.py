"""How tests ended, as the JUnit XML that CI systems read."""

import re
from xml.etree.ElementTree import Element, SubElement, tostring

from pp_lang.api import CaseResult, FailedExpectation, TestReport
from pp_lang.cli.test_json import shown_node, shown_value

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit_xml(reports: list[TestReport]) -> str:
    """Return a document with a suite for each file."""
    root = Element("testsuites")
    for report in reports:
        suite = SubElement(
            root,
            "testsuite",
            name=_clean(report.file),
            tests=str(len(report.results)),
            failures=str(sum(bool(one.failures) for one in report.results)),
            errors=str(sum(one.error is not None for one in report.results)),
            time=f"{report.seconds:.3f}",
        )
        for result in report.results:
            _add_case(suite, report, result)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _add_case(suite: Element, report: TestReport, result: CaseResult) -> None:
    case = SubElement(
        suite,
        "testcase",
        classname=_clean(report.file),
        name=_clean(result.name),
        time=f"{result.seconds:.3f}",
    )
    if result.failures:
        failure = SubElement(case, "failure", message=_clean(result.failures[0].text))
        failure.text = "\n".join(map(_words, result.failures))
    if result.error is not None:
        error = SubElement(case, "error", message=_clean(result.error.message))
        error.text = _clean(
            "\n".join(one for one in (shown_node(result), result.error.hint) if one)
        )
    if result.soft_failures:
        SubElement(case, "system-out").text = "\n".join(map(_words, result.soft_failures))


def _words(failure: FailedExpectation) -> str:
    shown = (*failure.sides, *failure.values)
    values = (f"  {name} = {shown_value(value)}" for name, value in shown)
    head = f"{failure.line}:{failure.column}: expected {failure.text}"
    tail = () if failure.difference is None else (f"  they differ {failure.difference}",)
    return _clean("\n".join((head, *values, *tail)))


def _clean(text: str) -> str:
    """Return the text without what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
