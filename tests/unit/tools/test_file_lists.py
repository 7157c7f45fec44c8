"""Which files of a folder count as programs, and what can be imported."""

import sys
from pathlib import Path

import pytest

from pp_lang.tools import importable_files, importable_modules, program_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.pp",
        "a/c.pp",
        "a/.x/d.pp",
        ".hidden/e.pp",
        ".f.pp",
        "notes.txt",
        "1/2/3/4/5/g.pp",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")
    return tmp_path


def test_hidden_files_and_folders_are_left_out(folder: Path) -> None:
    found = [path.relative_to(folder).as_posix() for path in program_files(folder)]
    assert found == ["b.pp", "1/2/3/4/5/g.pp", "a/c.pp"]


def test_a_file_can_import_the_others_near_it(folder: Path) -> None:
    assert importable_files(folder / "b.pp") == ["a/c.pp"]
    assert importable_files(folder / "a" / "c.pp") == []


def test_modules_of_std_and_of_packages_can_be_imported(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "acme_prompts").mkdir()
    (folder / "acme_prompts" / "__init__.py").write_text("raise SystemExit", encoding="utf-8")
    (folder / "acme_prompts" / "desk.pp").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))
    names = importable_modules(())
    assert names[0] == "std"
    assert "acme_prompts" in names
    assert importable_modules(("acme_prompts",)) == ("desk",)
    assert "voting" in importable_modules(("std",))
    assert importable_modules(("no_such_package",)) == ()
    assert importable_modules(("std", "voting")) == ()
    assert "acme_prompts" not in sys.modules
