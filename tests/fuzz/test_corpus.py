"""The corpus of the fuzzer, replayed."""

from pathlib import Path

import pytest

from tests.support.laws import verify_text

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.pp"))


def test_the_corpus_is_small() -> None:
    assert CORPUS
    assert [path.name for path in CORPUS if path.stat().st_size > 4000] == []
    assert len(CORPUS) <= 400


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_a_text_that_fuzzing_found_gives_nothing_but_diagnostics(path: Path) -> None:
    verify_text(path.read_bytes().decode("utf-8"))
