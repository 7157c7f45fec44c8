from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings

from pp_lang.source import SourceFile
from pp_lang.syntax import parse
from tests.support.formatting import verify_formatted
from tests.support.programs import (
    bodies_of,
    broken_programs,
    commented_programs,
    comments_of,
    good_programs,
    grammar_texts,
)
from tests.support.written import written_files

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden"
WRITTEN = sorted(
    [
        *(ROOT / "programs").glob("*.pp"),
        *(ROOT / "tests" / "conformance" / "language").rglob("*[!g].pp"),  # not `.wrong.pp`
        *(GOLDEN / "fmt").glob("*.pp"),
        *(GOLDEN / "diagnostics" / "semantics").glob("*.pp"),
        *(GOLDEN / "diagnostics" / "compiler").glob("*.pp"),
    ]
)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_written_program_keeps_its_meaning_its_comments_and_its_prompts(path: Path) -> None:
    verify_all(path.read_bytes().decode("utf-8"))


@pytest.mark.parametrize(
    "path", sorted((ROOT / "programs").glob("*.pp")), ids=lambda path: path.stem
)
def test_the_sample_programs_are_in_the_one_style(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert verify_formatted(text) == text


@given(good_programs())
def test_a_drawn_program_keeps_its_meaning_and_its_prompts(text: str) -> None:
    verify_all(text)


@given(commented_programs())
@example("program main(a: int # b\n) { return (a # c\n) + # d\n 1 } # e")
@example("program main() { return f( # a\n) { # b\n } }")
@example('template t( # a\n) # b\n -> # c\n text # d\n { stop: "#" # e\n } # f\n """x""" # g\n')
@example("type A { a: a | (a # b\n)}")
@example("program main() { return f((a) # b\n) { seed: (1) # c\n } }")
@example("program main(a: (text) # b\n) -> (text) # c\n { return a }")
def test_comments_survive_wherever_they_stand(text: str) -> None:
    verify_all(text)


@given(grammar_texts())
def test_whatever_the_grammar_allows_keeps_its_meaning(text: str) -> None:
    if is_well_formed(text):
        verify_formatted(text)


@settings(max_examples=200)
@given(written_files())
@example("type A = text # a\n\n# b\nimport c # d\n# e\n\n# f\nimport g # h\n# i\n")
@example('# a\n\n"""Doc.""" # b\nimport c\n\n# d\n\nimport e')
@example('test "a" { expect (soft) expect (soft.a == 1) expect soft soft expect (soft => 1) }')
def test_every_form_keeps_its_meaning_its_comments_and_its_prompts(text: str) -> None:
    if is_well_formed(text):
        verify_all(text)


@given(broken_programs())
def test_a_damaged_program_that_is_still_well_formed_keeps_its_meaning(text: str) -> None:
    if is_well_formed(text):
        verify_formatted(text)


def verify_all(text: str) -> None:
    got = verify_formatted(text)
    assert Counter(comments_of(got)) == Counter(comments_of(text))
    assert bodies_of(got) == bodies_of(text)


def is_well_formed(text: str) -> bool:
    return parse(SourceFile("any.pp", text)).module is not None
