"""What an editor says about words of the language."""

import pytest

from pp_lang.lsp.words import LIMITS, describe_option
from pp_lang.semantics import ITEM_LIMITS, MERGE_LIMITS


def test_every_limit_is_described() -> None:
    assert LIMITS.keys() == ITEM_LIMITS.keys() | MERGE_LIMITS.keys()


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_has_its_meaning_where_an_option_has_its_type(name: str) -> None:
    assert describe_option(name) == LIMITS[name]
    assert describe_option("timeout") == "timeout: float(0.001..86400)"
