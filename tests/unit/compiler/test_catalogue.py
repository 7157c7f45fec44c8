from pathlib import Path

import pytest

from pp_lang.compiler import CATALOGUE, diagnose_example, diagnose_fixed
from tests.support.catalogue_page import build_page
from tests.support.golden import Golden
from tests.support.problems import problem_kinds

PAGE = Path(__file__).parents[3] / "docs" / "diagnostics.md"


def test_every_problem_has_an_entry_and_every_entry_a_problem() -> None:
    codes = {str(vars(kind)["code"]) for kind in problem_kinds()}
    assert sorted(codes) == sorted(CATALOGUE)


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_an_example_gives_its_code_and_the_fixed_one_nothing(code: str) -> None:
    entry = CATALOGUE[code]
    assert [one.code for one in diagnose_example(entry)[1]] == [code]
    assert diagnose_fixed(entry) == ()


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_an_explanation_is_a_few_sentences(code: str) -> None:
    explanation = CATALOGUE[code].explanation
    assert 40 < len(explanation) < 500
    assert explanation.endswith(".")


def test_the_page_says_what_the_catalogue_says(golden: Golden) -> None:
    golden.check(PAGE, build_page())
