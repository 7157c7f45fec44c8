from pathlib import Path

import pytest

from pp_lang.compiler import check_source
from pp_lang.source import SourceFile
from tests.support.front import codes

TEN = sorted((Path(__file__).parents[2] / "golden" / "diagnostics" / "ten").glob("*.pp"))


@pytest.mark.parametrize("path", TEN, ids=lambda path: path.stem)
def test_ten_mistakes_of_a_file_are_ten_messages_in_order(path: Path) -> None:
    found = check_source(SourceFile(path.name, path.read_text(encoding="utf-8")))
    spans = [one.label.span for one in found]
    assert len(spans) == 10
    assert spans == sorted(spans)


def test_what_uses_a_broken_declaration_is_not_wrong() -> None:
    text = """
type Mood = = "happy"
template ask(x: text) -> Mood { max_tokens 3 4 } \"\"\"{{ x }}\"\"\"
model judge = 3
context desk(a: ) \"\"\"{{ a }}\"\"\"
template on(x: text) within desk { model: judge } \"\"\"{{ x }}\"\"\"
program main(mood: Mood, office: desk, items: list[text]) {
  asked = ask(mood) { model: judge }
  answer = office.on(asked)
  merged = reduce items with ask by flat
  return [asked.a, answer, merged]
}
"""
    assert set(codes(text)) <= {"unexpected-text", "missing-mark", "wrong-mark"}


def test_no_warning_stands_beside_mistakes_of_form() -> None:
    assert codes("program main(a: int) {\n  b = a\n  c = a ++ b\n  return a\n}") == [
        "unknown-operator"
    ]


def test_a_template_within_an_unknown_context_is_reported_once() -> None:
    text = 'template a() within desk """x"""\ncontext shop() """y"""\n'
    assert codes(text + "program main() { return shop().a() }") == ["unknown-context"]
