"""What a program is told that uses a module of the library without its import."""

from pathlib import Path

import pp_lang
from pp_lang.semantics import STD_MODULES
from tests.support.front import diagnose


def test_every_module_of_the_library_is_known_to_the_help() -> None:
    folder = Path(pp_lang.__file__).parent / "std"
    assert sorted(STD_MODULES) == sorted(one.stem for one in folder.glob("*.pp"))


def test_a_module_used_without_its_import_is_offered_with_the_import() -> None:
    text = "program main(xs: list[int]) { return voting.majority(xs) }\n"
    [said] = diagnose(text)
    assert said.help == "Import it: `import std.voting`."
    [fix] = said.fixes
    assert [(edit.span.start, edit.text) for edit in fix.edits] == [(0, "import std.voting\n\n")]


def test_a_record_of_that_name_is_no_module() -> None:
    assert diagnose("program main(voting: { a: int }) { return voting.a }\n") == ()
