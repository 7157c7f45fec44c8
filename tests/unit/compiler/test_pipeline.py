import subprocess
import sys

import pytest

from pp_lang.compiler import check_source, compile_source
from pp_lang.errors import CompileError
from pp_lang.source import SourceFile
from tests.support.front import compiled


def test_a_file_with_warnings_compiles() -> None:
    compilation = compiled("program main(a: int) { b = a return a }")
    assert [one.code for one in compilation.warnings] == ["unused-value"]


def test_a_file_with_mistakes_raises_all_errors_without_the_warnings() -> None:
    source = SourceFile("test.pp", "program main(a: int) { b = x return y }")
    with pytest.raises(CompileError) as caught:
        compile_source(source)
    assert [one.code for one in caught.value.diagnostics] == ["unknown-name", "unknown-name"]
    assert [one.code for one in check_source(source)] == [
        "unused-value",
        "unknown-name",
        "unknown-name",
    ]


def test_an_empty_file_has_no_programs_and_no_mistakes() -> None:
    assert compiled("").module.programs == {}


def test_the_graph_of_a_program_is_made_once() -> None:
    compilation = compiled("program main() { return 1 }")
    assert compilation.region("main") is compilation.region("main")


def test_line_ends_do_not_change_what_a_program_says() -> None:
    text = 'template t() -> text """\n  one\n  two\n"""\n'
    bodies = [
        [getattr(part, "text", "") for part in compiled(one).module.templates["t"].body]
        for one in (text, text.replace("\n", "\r\n"))
    ]
    assert bodies[0] == bodies[1] == ["one\ntwo"]


def test_the_compiler_loads_nothing_that_only_runs_need() -> None:
    heavy = ("networkx", "pydantic", "llama_cpp", "llguidance", "anyio", "numpy", "click", "rich")
    code = f"import sys, pp_lang.compiler; print([m for m in {heavy} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
