"""Declarations of Python functions as the checker leaves them."""

import pytest

from pp_lang.semantics import INT, TEXT, AnswerTy
from tests.support.front import codes, compiled

MAIN = "program main() { return f() }\n"


def test_a_declaration_keeps_its_target_and_its_options() -> None:
    text = 'extern f(a: text = "x") -> int = "acme.words:Counter.count" '
    options = '{ pure: true, version: "2", timeout: 1.5 }\n'
    extern = compiled(text + options + MAIN).module.externs["f"]
    assert (extern.module, extern.function) == ("acme.words", "Counter.count")
    assert (extern.is_pure, extern.version, extern.timeout_s) == (True, "2", 1.5)
    assert [(one.name, one.ty) for one in extern.parameters] == [("a", TEXT)]
    assert extern.output == INT


def test_without_options_a_function_is_not_pure_and_may_take_for_ever() -> None:
    extern = compiled(f'extern f() -> int = "a:f"\n{MAIN}').module.externs["f"]
    assert (extern.is_pure, extern.version, extern.timeout_s) == (False, "", None)


def test_a_closed_set_from_python_has_no_probability() -> None:
    text = 'extern f() -> "a" | "b" = "a:f"\nprogram main() { x = f()  return x.probability }'
    assert codes(text) != []
    module = compiled(f'extern f() -> "a" | "b" = "a:f"\n{MAIN}').module
    assert not isinstance(module.externs["f"].output, AnswerTy)


@pytest.mark.parametrize("target", ["a:f", "a.b.c:f", "a:C.f", "_a1:_f", "mödul:größe"])
def test_a_target_is_a_module_and_a_function(target: str) -> None:
    assert codes(f'extern f() -> int = "{target}"\n{MAIN}') == []


@pytest.mark.parametrize(
    "target",
    ["", ":", "a", "a:", ":f", "a b:f", "a:f:g", ".a:f", "a.:f", "a/b:f", "a:f()", "a\\n:f"],
)
def test_anything_else_is_no_target(target: str) -> None:
    assert codes(f'extern f() -> int = "{target}"\n{MAIN}') == ["bad-extern-target"]


def test_no_module_is_imported_to_check_a_program() -> None:
    assert codes(f'extern f() -> int = "there.is.no.such.module:f"\n{MAIN}') == []


def test_what_a_test_answers_for_a_function_has_its_type() -> None:
    text = 'extern f(a: text) -> int = "a:f"\n'
    test = 'test "f" { answers f: %s  given f("x") as n  expect n == 7 }\n'
    assert codes(text + test % "[7]") == []
    assert codes(text + test % '["7"]') == ["wrong-type"]
    checked = compiled(text + test % "[7]").module.tests["f"]
    assert [name for name, _ in checked.externs] == ["f"]
    assert checked.scripted == ()


def test_the_name_of_a_function_can_be_given_to_a_program() -> None:
    text = (
        'extern f(a: text) -> bool = "a:f"\n'
        "program keep[T](xs: list[T], by: (T) -> bool) { return map x in xs if by(x): x }\n"
        "program main(xs: list[text]) { return keep(xs, f) }\n"
    )
    assert codes(text) == []
