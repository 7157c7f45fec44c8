"""Imports of files, std and packages."""

from pathlib import Path

import pytest

import pp_lang
from pp_lang.errors import CompileError


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        folder.joinpath(f"{name}.pp").write_text(text, encoding="utf-8")
    return folder / "main.pp"


def test_a_file_is_imported_relative_to_the_one_that_imports(tmp_path: Path) -> None:
    tmp_path.joinpath("lib").mkdir()
    write(tmp_path / "lib", a='import "b.pp" as b\nprogram one(x: int) { return b.two(x) + 1 }')
    write(tmp_path / "lib", b="program two(x: int) { return x * 2 }")
    main = write(tmp_path, main='import "lib/a.pp" as a\nprogram main(x: int) { return a.one(x) }')
    assert pp_lang.compile(main).run(x=3) == 7


def test_types_and_contexts_come_along(tmp_path: Path) -> None:
    library = (
        "type Pair { a: int, b: int }\n"
        'context desk(policy: text) """Policy: {{ policy }}"""\n'
        'template ask(q: text) -> text within desk """{{ q }}"""\n'
    )
    text = (
        'import "lib.pp"\n'
        'template own(q: text) -> text within lib.desk """Own: {{ q }}"""\n'
        "program main(pair: lib.Pair, q: text) {\n"
        "  office = lib.desk(q)\n"
        "  return { sum: pair.a + pair.b, theirs: office.ask(q), ours: office.own(q) }\n"
        "}\n"
    )
    main = write(tmp_path, lib=library, main=text)
    result = pp_lang.compile(main).run(pair={"a": 1, "b": 2}, q="hello", model="fake")
    assert result.sum == 3
    assert result.theirs
    assert result.ours


def test_two_modules_may_declare_the_same_name(tmp_path: Path) -> None:
    main = write(
        tmp_path,
        a="program pick(x: int) { return x }",
        b="program pick(x: int) { return -x }",
        main='import "a.pp"\nimport "b.pp"\nprogram pick(x: int) { return a.pick(x) + b.pick(x) }',
    )
    assert pp_lang.compile(main).run(x=3) == 0


def test_std_votes() -> None:
    text = "import std.voting\nprogram main(xs: list[text]) { return voting.majority(xs, lower) }"
    assert pp_lang.compile(text).run(xs=["a", "B", "b", "A", "b"]) == "B"


@pytest.mark.parametrize("path", ["/etc/passwd.pp", "../../missing.pp", "lib.txt"])
def test_what_cannot_be_imported_is_told(tmp_path: Path, path: str) -> None:
    main = write(tmp_path, main=f'import "{path}" as x\nprogram main() {{ return 1 }}')
    with pytest.raises(CompileError) as raised:
        pp_lang.compile(main)
    assert raised.value.diagnostics[0].code == "import-not-found"


def test_names_with_an_underscore_stay_inside(tmp_path: Path) -> None:
    main = write(
        tmp_path,
        a="program _hidden() { return 1 }\nprogram shown() { return _hidden() }",
        main='import "a.pp"\nprogram main() { return a._hidden() + a.shown() }',
    )
    with pytest.raises(CompileError) as raised:
        pp_lang.compile(main)
    assert [one.code for one in raised.value.diagnostics] == ["unknown-member"]


def test_text_that_lies_in_no_file_imports_no_files() -> None:
    with pytest.raises(CompileError) as raised:
        pp_lang.compile('import "a.pp"\nprogram main() { return 1 }')
    assert raised.value.diagnostics[0].code == "import-not-found"
