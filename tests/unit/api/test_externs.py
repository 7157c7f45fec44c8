"""The functions behind externs: given by the embedder, or imported where a grant names them."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import pp_lang
from pp_lang.api import CompiledFile, Externs, FileImporter, run_tests
from pp_lang.compiler import compile_source
from pp_lang.errors import InputError
from pp_lang.runtime import RunFinished
from pp_lang.source import SourceFile
from tests.support.runtime_builders import compile_text

SIZE = (
    'extern size(a: text) -> int = "own_words:size"\n'
    "program main(a: text) { return size(a) }\n"
    "program other(a: text) { return a }\n"
)
GRANT = ["extern:own_words"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The current folder, empty; what is imported from it is forgotten afterwards."""
    monkeypatch.chdir(tmp_path)
    known, path = set(sys.modules), list(sys.path)
    yield tmp_path
    assert sys.path == path
    for name in set(sys.modules) - known:
        del sys.modules[name]


def write(folder: Path, name: str, text: str) -> None:
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def refused(source: str = SIZE, **options: object) -> InputError:
    with pytest.raises(InputError) as caught:
        pp_lang.compile(source, **options).run(a="x")  # type: ignore[call-overload]  # wrong on purpose
    return caught.value


def test_a_function_that_is_given_needs_no_grant() -> None:
    assert pp_lang.compile(SIZE, externs={"size": len}).run(a="tea") == 3


def test_a_function_may_be_given_by_its_target() -> None:
    assert pp_lang.compile(SIZE, externs={"own_words:size": len}).run(a="tea") == 3


def test_a_stream_calls_functions_too() -> None:
    *_, last = pp_lang.compile(SIZE, externs={"size": len}).stream(a="tea")
    assert isinstance(last, RunFinished)
    assert last.result == 3


def test_without_a_grant_nothing_is_imported(folder: Path) -> None:
    write(folder, "own_words.py", "raise SystemExit('imported')")
    error = refused()
    assert error.message == "the program calls Python code that is not allowed: own_words:size"
    assert error.hint == (
        'If you trust it, add `--allow extern:own_words`; in Python, `allow=["extern:own_words"]`.'
    )


def test_all_grants_that_are_missing_are_named_at_once() -> None:
    source = (
        'extern f() -> int = "m1:f"\nextern g() -> int = "m2.n:g"\nextern h() -> int = "m1:h"\n'
        "program main(a: text) { return f() + g() + h() }"
    )
    error = refused(source, allow=["extern:m3"])
    assert error.message.endswith("m1:f, m2.n:g, m1:h")
    assert "`--allow extern:m1 --allow extern:m2.n`" in (error.hint or "")


def test_a_grant_is_for_one_module_and_not_for_those_in_it() -> None:
    source = SIZE.replace("own_words:", "own_words.inner:")
    assert "is not allowed" in refused(source, allow=GRANT).message


def test_a_program_that_calls_no_function_needs_no_grant() -> None:
    assert pp_lang.compile(SIZE)["other"].run(a="x") == "x"


def test_a_granted_module_is_found_in_the_current_folder(folder: Path) -> None:
    write(folder, "own_words.py", "def size(a):\n    return len(a)\n")
    program = pp_lang.compile(SIZE, allow=GRANT)
    assert program.run(a="tea") == 3
    assert program.run(a="ab") == 2


def test_a_package_in_the_current_folder_may_import_its_own_modules(folder: Path) -> None:
    write(folder, "own_pack/__init__.py", "")
    write(folder, "own_pack/words.py", "from own_pack.parts import long as size\n")
    write(folder, "own_pack/parts.py", "def long(a):\n    return len(a)\n")
    source = SIZE.replace("own_words:", "own_pack.words:")
    assert pp_lang.compile(source, allow=["extern:own_pack.words"]).run(a="tea") == 3


def test_the_folder_of_a_program_is_not_searched(folder: Path) -> None:
    write(folder, "programs/own_words.py", "def size(a):\n    return len(a)\n")
    write(folder, "programs/main.pp", SIZE)
    with pytest.raises(InputError) as caught:
        pp_lang.compile(folder / "programs" / "main.pp", allow=GRANT).run(a="x")
    assert caught.value.message == "there is no Python module `own_words`"
    assert caught.value.hint == (
        "It is looked for among what is installed, then in the current folder."
    )


def test_a_file_cannot_stand_in_for_an_installed_module(folder: Path) -> None:
    write(folder, "colorsys.py", "raise SystemExit('imported')")
    source = (
        'extern hue(r: float, g: float, b: float) -> list[float] = "colorsys:rgb_to_hsv"\n'
        "program main() { return hue(0.0, 0.0, 0.5) }"
    )
    assert pp_lang.compile(source, allow=["extern:colorsys"]).run() == [2 / 3, 1, 0.5]


def test_a_target_may_name_what_belongs_to_a_class(folder: Path) -> None:
    write(folder, "own_words.py", "class C:\n    @staticmethod\n    def size(a): return len(a)\n")
    source = SIZE.replace("own_words:size", "own_words:C.size")
    assert pp_lang.compile(source, allow=GRANT).run(a="tea") == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("raise ValueError('no\\nwords')", "cannot import `own_words`: ValueError: no words"),
        ("raise SystemExit(3)", "cannot import `own_words`: SystemExit: 3"),
        ("import no_such_thing", "cannot import `own_words`: ModuleNotFoundError: No module"),
        ("def size(:", "cannot import `own_words`: SyntaxError: invalid syntax"),
        ("def sise(a): ...", "the Python module `own_words` has no function `size`"),
        ("size = 3", "`own_words:size` is no function but of type `int`"),
    ],
)
def test_a_module_that_cannot_be_used_is_told_each_time(
    folder: Path, text: str, words: str
) -> None:
    write(folder, "own_words.py", text)
    for _ in range(2):
        assert refused(allow=GRANT).message.startswith(words)


def test_a_misspelt_function_is_put_right(folder: Path) -> None:
    write(folder, "own_words.py", "def sise(a): ...")
    assert refused(allow=GRANT).hint == "Did you mean `sise`?"


def test_a_module_that_is_missing_in_a_package_is_named(folder: Path) -> None:
    write(folder, "own_pack/__init__.py", "")
    source = SIZE.replace("own_words:", "own_pack.words:")
    error = refused(source, allow=["extern:own_pack.words"])
    assert error.message == "there is no Python module `own_pack.words`"


@pytest.mark.parametrize("grant", ["own_words", "extern:", "extern:a:b", "net:a", "extern:a/b", ""])
def test_a_grant_has_one_form(grant: str) -> None:
    error = refused(allow=[grant])
    assert error.message == f"`{grant}` is no grant"
    assert "extern:acme.words" in (error.hint or "")


def test_a_function_for_no_extern_is_a_mistake() -> None:
    error = refused(externs={"sise": len})
    assert error.message == "the program has no extern `sise`"
    assert error.hint == "Did you mean `size`?"


def test_what_cannot_be_called_is_no_function() -> None:
    assert (
        refused(externs={"size": 3}).message
        == "what is given for `size` is no function but of type `int`"
    )


def test_an_imported_file_brings_its_functions_along(folder: Path) -> None:
    write(folder, "lib.pp", 'extern size(a: text) -> int = "own_words:size"\n')
    write(folder, "main.pp", 'import "lib.pp"\nprogram main(a: text) { return lib.size(a) }')
    main = folder / "main.pp"
    assert pp_lang.compile(main, externs={"lib.size": len}).run(a="tea") == 3
    assert pp_lang.compile(main, externs={"own_words:size": len}).run(a="tea") == 3
    write(folder, "own_words.py", "def size(a):\n    return len(a)\n")
    assert pp_lang.compile(main, allow=GRANT).run(a="tea") == 3


def test_tests_call_functions_as_runs_do() -> None:
    source = SIZE + 'test "size" { given size("tea") as n  expect n == 3 }'
    compilation = compile_text(source)
    file = CompiledFile(compilation, None, Externs({"size": len}))
    assert run_tests(file).has_passed
    (result,) = run_tests(CompiledFile(compilation, None)).results
    assert "is not allowed" in str(result.error)


def test_a_test_may_answer_for_a_function_and_then_needs_no_grant() -> None:
    source = SIZE + 'test "size" { answers size: [7]  given main("tea") as n  expect n == 7 }'
    report = run_tests(CompiledFile(compile_text(source), None))
    assert report.has_passed, report


def test_a_test_answers_for_functions_of_imported_files(folder: Path) -> None:
    write(folder, "lib.pp", 'extern size(a: text) -> int = "own_words:size"\n')
    source = (
        'import "lib.pp"\n'
        'test "size" { answers lib.size: [7]  given lib.size("tea") as n  expect n == 7 }'
    )
    compilation = compile_source(SourceFile("main.pp", source), FileImporter(folder))
    assert run_tests(CompiledFile(compilation, folder)).has_passed
