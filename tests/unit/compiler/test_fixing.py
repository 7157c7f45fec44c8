from collections import Counter
from pathlib import Path

import pytest

from pp_lang.api import FileImporter
from pp_lang.compiler import CATALOGUE, check_source, fix_source
from pp_lang.diagnostics import Diagnostic, Severity
from pp_lang.source import SourceFile
from pp_lang.syntax import parse

BROKEN = sorted((Path(__file__).parents[2] / "golden" / "diagnostics").rglob("*.pp"))


def fixed(text: str) -> str:
    return fix_source(SourceFile("test.pp", text), check_source).source.text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("a && b", "a and b"),
        ("a || b", "a or b"),
        ("a === b", "a == b"),
        ("!a", "not a"),
        ("b == null", "b == none"),
        ("'one' == \"two\"", '"one" == "two"'),
        ("[a b]", "[a, b]"),
        ("text(value = a)", "text(value : a)"),
        ("if a: 1 elif b == none: 2 else: 3", "if a: 1 else if b == none: 2 else: 3"),
        ("a;", "a"),
    ],
)
def test_a_sign_of_another_language_is_replaced(wrong: str, right: str) -> None:
    program = "program main(a: bool, b: bool?) {{\n  return {}  # kept\n}}\n"
    assert fixed(program.format(wrong)).endswith(program.format(right)[-len(right) - 12 :])


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("program main(a: bool, b: bool) { return a&&b }", "{ return a and b }"),
        ("program main(a: int) {\n  let b = await a\n  return b\n}", "b = a\n  return b\n}"),
        (
            "program main(a: int) {\n  b = a // double\n  return b\n}",
            "b = a # double\n  return b\n}",
        ),
        ("program main(a: int) {\n  text(a)\n}", "{\n  return text(a)\n}"),
        ("program main(a: int) {\n  b = a\n  retrun b\n}", "b = a\n  return b\n}"),
        ('program main() { return "\\d" }', '{ return "\\\\d" }'),
        ("program pick<T>(a: T) -> T { return a }", "pick[T](a: T) -> T { return a }"),
        ('template t(a: text) "Say {{ a }}."', '"""Say {{ a }}."""'),
        ('template t(a: text) """{{- a -}}"""', '"""{{ a }}"""'),
        ('template t(a: bool) """{%- if a -%}x{%- end -%}"""', '"""{% if a %}x{% end %}"""'),
        ('template t(a: List[str]) """{{ a }}"""', 'a: list[text]) """{{ a }}"""'),
        ("model judge = smollm2", '= "smollm2"'),
        ('program main(a: "happy" | "sad") { return a == "hapy" }', '== "happy" }'),
        ("program main(a: int | null) { return a == null }", "a: int | none) { return a == none }"),
    ],
)
def test_a_habit_from_elsewhere_is_replaced(wrong: str, right: str) -> None:
    assert fixed(wrong).endswith(right)
    assert not errors(check_source(SourceFile("test.pp", fixed(wrong))))


def test_a_misspelt_module_and_what_is_misspelt_of_it_are_put_right() -> None:
    wrong = "import std.votign\n\nprogram main(a: list[text]) {\n  return voting.majorty(a)\n}\n"
    importer = FileImporter(None)
    done = fix_source(SourceFile("test.pp", wrong), lambda one: check_source(one, importer))
    right = wrong.replace("votign", "voting").replace("majorty", "majority")
    assert done.source.text == right
    assert done.diagnostics == ()


@pytest.mark.parametrize(
    "wrong",
    [
        "program main(a: int) { return `${a}` }",
        'template t(a: text) """{{ a | upper }}"""',
        "class Mood { a: text }",
        "program main(a: bool) {\n  return if a: 1\n}",
        'template t(a: text) """{a}"""',
    ],
)
def test_what_may_be_meant_otherwise_is_offered_only(wrong: str) -> None:
    assert fixed(wrong) == wrong


def test_fixes_that_show_only_after_others_are_made_too() -> None:
    wrong = "program main(topic: string) {\n  return upper(topci) + 'a'\n}\n"
    right = 'program main(topic: text) {\n  return upper(topic) + "a"\n}\n'
    assert fixed(wrong) == right


def test_what_was_done_is_said_with_its_place() -> None:
    wrong = "program main(topic: text) {\n  return upper(topci)\n}\n"
    (done,) = fix_source(SourceFile("test.pp", wrong), check_source).applied
    assert done.fix.title == "Write `topic`"
    assert done.before.position(done.diagnostic.label.span.start) == (2, 16)


def test_a_value_is_not_called_unused_while_its_use_is_misspelt() -> None:
    wrong = "program main() {\n  topic = 1\n  return topci\n}\n"
    assert fixed(wrong) == wrong.replace("topci", "topic")


def test_an_unused_value_is_marked_as_such() -> None:
    wrong = "program main() {\n  topic = 1\n  return 2\n}\n"
    assert fixed(wrong) == wrong.replace("topic", "_topic")


def test_a_hole_moves_behind_the_text_that_calls_share() -> None:
    entry = CATALOGUE["hole-before-shared-text"]
    assert fixed(entry.example) == entry.fixed


def test_a_guess_is_left_to_the_author() -> None:
    wrong = "program main(a: int) {\n  return b\n}\n"
    assert fixed(wrong) == wrong


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_fixing_never_brings_an_error(path: Path) -> None:
    source = SourceFile(path.name, path.read_bytes().decode("utf-8"))
    before = check_source(source)
    done = fix_source(source, check_source)
    if parse(source).problems:
        assert len(parse(done.source).problems) <= len(parse(source).problems)
    else:
        assert errors(done.diagnostics) <= errors(before)
    assert done.applied or done.source == source


def errors(found: tuple[Diagnostic, ...]) -> Counter[str]:
    return Counter(one.title for one in found if one.severity is Severity.ERROR)
