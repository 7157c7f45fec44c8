"""Every rule of the reference has a case, and every case gives what stands beside it."""

from pathlib import Path

import pytest

from pp_lang.api import FileImporter
from pp_lang.compiler import check_source
from pp_lang.diagnostics import Severity
from pp_lang.source import SourceFile
from tests.support.golden import Golden
from tests.support.language_cases import FORMS, compiled_case, failed_tests
from tests.support.reference import CASES, PAGES, rules_of, unknown_codes, with_links

PROGRAMS = sorted(one for one in CASES.glob("*/*.pp"))
GOLDENS = [
    path.with_suffix(form)
    for path in PROGRAMS
    for form in FORMS
    if path.with_suffix(form).is_file()
]


def rule_of(path: Path) -> str:
    """Return the rule that a case is about: `map/order.wrong.pp` is about `map.order`."""
    return f"{path.parent.name}.{path.name.partition('.')[0]}"


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@pytest.mark.parametrize("path", GOLDENS, ids=name_of)
def test_a_case_gives_what_stands_beside_it(path: Path, golden: Golden) -> None:
    golden.check(path, FORMS[path.suffix](path.with_suffix(".pp")))


@pytest.mark.parametrize("path", PROGRAMS, ids=name_of)
def test_the_tests_in_a_case_pass(path: Path) -> None:
    if not path.with_suffix(".err").is_file():
        assert failed_tests(path) == []


@pytest.mark.parametrize("path", PROGRAMS, ids=name_of)
def test_a_case_says_something(path: Path) -> None:
    """A case without mistakes holds tests, or what it gives stands beside it."""
    source = SourceFile(path.name, path.read_text(encoding="utf-8"))
    found = check_source(source, FileImporter(path.parent))
    has_golden = any(path.with_suffix(form).is_file() for form in FORMS)
    if any(one.severity is Severity.ERROR for one in found):
        assert path.with_suffix(".err").is_file()
    else:
        assert has_golden or compiled_case(path).module.tests


def test_every_file_beside_a_case_belongs_to_one() -> None:
    beside = [path for form in FORMS for path in CASES.rglob(f"*{form}")]
    assert [path for path in beside if not path.with_suffix(".pp").is_file()] == []


def test_every_rule_of_the_reference_has_a_case_and_every_case_a_rule() -> None:
    rules = [rule for page in PAGES for rule in rules_of(page)]
    assert len(rules) == len(set(rules)), "a rule is stated in one place"
    assert sorted(rules) == sorted({rule_of(path) for path in PROGRAMS})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_of_the_reference_links_its_rules_and_diagnostics(
    page: Path, golden: Golden
) -> None:
    assert unknown_codes(page) == []
    golden.check(page, with_links(page.read_text(encoding="utf-8")))
