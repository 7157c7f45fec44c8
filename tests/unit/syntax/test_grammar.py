from collections.abc import Callable
from pathlib import Path

import pytest

from pp_lang.syntax.grammar import load_parser

TEXT = "program main() { return 1 }"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "pp"


def build_and_parse() -> object:
    """Parse a text as a new process would."""
    return load_parser.__wrapped__().parse(TEXT)


def test_the_tables_of_the_parser_are_kept_and_used_again(folder: Path) -> None:
    first = build_and_parse()
    (kept,) = folder.iterdir()
    written = kept.stat().st_mtime_ns
    assert build_and_parse() == first
    assert kept.stat().st_mtime_ns == written


@pytest.mark.parametrize(
    "damage", [lambda data: data[:1000], lambda data: b"of another grammar\n" + data, lambda _: b""]
)
def test_tables_that_are_not_those_of_the_grammar_are_made_again(
    folder: Path, damage: Callable[[bytes], bytes]
) -> None:
    first = build_and_parse()
    (kept,) = folder.iterdir()
    good = kept.read_bytes()
    kept.write_bytes(damage(good))
    assert build_and_parse() == first
    made_again = kept.read_bytes()
    assert made_again.splitlines()[0] == good.splitlines()[0]
    assert len(made_again) > 10_000


def test_where_no_folder_can_be_made_the_tables_are_made_each_time(folder: Path) -> None:
    folder.write_text("no folder")
    assert build_and_parse() is not None
