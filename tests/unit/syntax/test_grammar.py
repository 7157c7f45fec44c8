import json
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


def test_tables_that_cannot_be_read_are_made_again(folder: Path) -> None:
    first = build_and_parse()
    (kept,) = folder.iterdir()
    kept.write_bytes(kept.read_bytes()[:1000])
    assert build_and_parse() == first
    assert len(kept.read_bytes()) > 1000


def test_where_no_folder_can_be_made_the_tables_are_made_each_time(folder: Path) -> None:
    folder.write_text("no folder")
    assert build_and_parse() is not None


def test_the_kept_tables_are_data_that_runs_nothing(folder: Path) -> None:
    build_and_parse()
    (kept,) = folder.iterdir()
    digest, text = kept.read_text(encoding="utf-8").split("\n")
    assert len(digest) == 64
    data, memo = json.loads(text)
    assert data["__type__"] == "Lark"
    assert memo


def test_tables_that_somebody_changed_are_made_again(folder: Path) -> None:
    first = build_and_parse()
    (kept,) = folder.iterdir()
    text = kept.read_text(encoding="utf-8")
    kept.write_text(text.replace("program", "prograM", 1), encoding="utf-8")
    assert build_and_parse() == first
    assert "prograM" not in kept.read_text(encoding="utf-8")
