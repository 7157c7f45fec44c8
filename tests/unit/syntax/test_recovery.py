import pytest

from pp_lang.source import SourceFile, Span
from pp_lang.syntax import Binding, NameExpr, ProgramDecl, Recovered, TemplateDecl, parse


def recovered(text: str) -> Recovered:
    parsed = parse(SourceFile("test.pp", text))
    assert parsed.module is None
    assert parsed.problems
    assert parsed.recovered is not None
    return parsed.recovered


def bindings(text: str) -> dict[str, Binding]:
    (program,) = recovered(text).module.declarations
    assert isinstance(program, ProgramDecl)
    return {one.name.text: one for one in program.block.bindings}


def test_a_file_without_mistakes_is_not_recovered() -> None:
    assert parse(SourceFile("test.pp", "program main() { return 1 }")).recovered is None


def test_a_sign_that_is_missing_is_put_in_and_leaves_no_gap() -> None:
    text = 'template greet(name text) { max_tokens: 3 } """\n{{ name }}\n"""'
    got = recovered(text)
    (template,) = got.module.declarations
    assert isinstance(template, TemplateDecl)
    assert [one.name.text for one in template.params] == ["name"]
    assert got.gaps == ()


def test_the_places_of_a_mended_text_are_those_of_the_original() -> None:
    text = "program main(a int, b: int) {\n  c = a && b\n  return c\n}"
    found = bindings(text)["c"]
    assert text[found.span.start : found.span.end] == "c = a && b"
    assert text[found.name.span.start : found.name.span.end] == "c"


def test_a_value_that_cannot_be_read_is_a_gap_under_its_name() -> None:
    text = "program main(x: int) {\n  a = x * * 2\n  b = a\n  return b\n}"
    found = bindings(text)
    assert list(found) == ["a", "b"]
    value = found["a"].value
    assert isinstance(value, NameExpr)
    assert value.name in recovered(text).missing
    assert text[slice_of(recovered(text).gaps[0])].strip() == "x * * 2"


def test_a_foreign_statement_is_left_out_with_its_block() -> None:
    text = "program main(x: int) {\n  while x > 3 {\n    y = x\n  }\n  return y\n}"
    assert bindings(text) == {}
    assert "y" in recovered(text).missing


def test_a_tag_that_cannot_be_read_still_opens_what_its_end_closes() -> None:
    text = 'template a(xs: list[text]) """\n{% for x on xs %}{{ x }}{% end %}\n"""'
    parsed = parse(SourceFile("test.pp", text))
    assert [one.diagnostic().code for one in parsed.problems] == ["unexpected-text"]
    assert parsed.recovered is not None


def test_a_declaration_that_cannot_be_read_leaves_its_name() -> None:
    got = recovered("type Mood = = 3\nprogram main() { return 1 }")
    assert "Mood" in got.missing
    assert len(got.module.declarations) == 1


def test_an_unclosed_body_ends_before_the_next_declaration() -> None:
    text = 'template a() """\nHello.\n\ntemplate b() """\nBye.\n"""\n'
    assert [type(one) for one in recovered(text).module.declarations] == [TemplateDecl] * 2


@pytest.mark.parametrize("text", ["type T {\n a: int\n\nprogram main() { return 1 }", "}}}}", "{"])
def test_whatever_is_left_open_is_reported_once(text: str) -> None:
    assert len(parse(SourceFile("test.pp", text)).problems) == 1


def test_lines_of_a_prompt_are_no_declarations() -> None:
    text = 'template a() """\ntemplate b()\ntype C = 3\n"""\nprogram main() { return 1 + }'
    assert len(parse(SourceFile("test.pp", text)).problems) == 1
    assert len(recovered(text).module.declarations) == 2


def slice_of(span: Span) -> slice:
    return slice(span.start, span.end)
