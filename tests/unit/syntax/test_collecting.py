"""The garbage collector is back when the work is done, whoever had turned it off."""

import gc
from collections.abc import Iterator

import pytest

from pp_lang.syntax import without_collecting


@pytest.fixture(autouse=True)
def _collector_as_it_was() -> Iterator[None]:
    was_enabled = gc.isenabled()
    gc.enable()
    yield
    if not was_enabled:
        gc.disable()


def test_nothing_is_collected_inside_and_everything_as_before_after_it() -> None:
    with without_collecting():
        with without_collecting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    with without_collecting():
        pass
    assert not gc.isenabled()


def test_an_error_turns_it_on_again() -> None:
    with pytest.raises(ZeroDivisionError), without_collecting():
        _ = 1 // 0
    assert gc.isenabled()
