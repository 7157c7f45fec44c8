"""The tools API on one file: symbols, uses, renames, and files that are half written."""

from pathlib import Path

import pytest

from pp_lang.errors import CompileError, InputError
from pp_lang.tools import (
    SymbolKind,
    Workspace,
    apply_edits,
    check,
    format_text,
    graph,
    parse,
    plan,
)

PROGRAMS = sorted((Path(__file__).parents[3] / "programs").glob("*.pp"))
TEXT = '''# Where messages
# are read.
context desk(policy: text) """
  {{ policy }}
"""
template triage(review: text, tone: text = "plain") -> text within desk """
  {% for word in split(review, " ") %}{{ word }}{% end %} {{ tone }}
"""
program main(policy: text, reviews: list[text]) {
  """Triage all."""
  office = desk(policy)
  verdicts = map review in reviews: office.triage(review, tone: "dry")
  return { verdicts }
}
'''
NAME = "triage.pp"


def opened(text: str = TEXT) -> Workspace:
    workspace = Workspace()
    workspace.update(NAME, text)
    return workspace


def renamed(old: str, new: str, text: str = TEXT, at: int | None = None) -> str:
    workspace = opened(text)
    symbol = workspace.symbol_at(NAME, text.index(old) if at is None else at)
    assert symbol is not None
    return apply_edits(text, workspace.rename(NAME, symbol, new))


def test_a_name_leads_to_its_definition() -> None:
    workspace = opened()
    symbol = workspace.symbol_at(NAME, TEXT.index("office.triage") + len("office."))
    assert symbol is not None
    assert (symbol.name, symbol.kind) == ("triage", SymbolKind.TEMPLATE)
    assert symbol.span.start == TEXT.index("triage(review")
    assert symbol.detail.startswith("template triage(review: text")


def test_a_named_argument_is_a_use_of_the_parameter() -> None:
    symbol = opened().symbol_at(NAME, TEXT.index('tone: "dry"'))
    assert symbol is not None
    assert (symbol.kind, symbol.owner) == (SymbolKind.PARAMETER, "triage")


def test_a_declaration_is_described_by_its_docstring_or_the_comments_above() -> None:
    docs = {one.name: one.doc for one in check(TEXT).symbols if one.owner is None}
    assert docs == {
        "desk": "Where messages\nare read.",
        "triage": None,
        "main": "Triage all.",
    }


def test_a_rename_that_would_hide_a_name_elsewhere_is_refused() -> None:
    text = "program a(x: int) { return x }\nprogram b(y: int) { return a(x: y) }\n"
    assert renamed("x: int", "y", text).endswith("return a(y: y) }\n")
    with pytest.raises(InputError, match="cannot be called `a`"):
        renamed("x: int", "a", text)


def test_a_loop_variable_is_known_inside_its_loop_only() -> None:
    document = opened().document(NAME)
    inside = {one.name for one in document.visible_at(TEXT.index("{{ word }}") + 4)}
    outside = {one.name for one in document.visible_at(TEXT.index("{{ tone }}") + 4)}
    assert "word" in inside
    assert "word" not in outside
    assert {"tone", "review", "desk", "main"} <= outside


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_each_declaration_of_the_samples_can_be_renamed_and_still_checks(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    workspace = opened(text)
    for symbol in workspace.document(NAME).checked.symbols:
        after = apply_edits(text, workspace.rename(NAME, symbol, "another_name"))
        assert check(after).is_ok, symbol


def test_a_rename_keeps_the_field_of_a_record_that_stands_for_a_value() -> None:
    after = renamed("verdicts =", "moods")
    assert "moods = map" in after
    assert "return { verdicts: moods }" in after


def test_a_rename_to_a_name_that_is_taken_is_refused() -> None:
    with pytest.raises(InputError, match="cannot be called `desk`"):
        renamed("triage(review", "desk")


@pytest.mark.parametrize("name", ["", "a b", "map", "1a", "a-b"])
def test_a_rename_to_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(InputError, match="cannot be a name"):
        renamed("triage(review", name)


def test_a_file_that_does_not_parse_still_has_the_symbols_of_the_rest() -> None:
    broken = TEXT.replace("return { verdicts }", "return { verdicts: ")
    checked = check(broken)
    assert not checked.is_ok
    assert {"desk", "triage"} <= {one.name for one in checked.symbols}
    with pytest.raises(InputError, match="does not parse"):
        renamed("triage(review", "other", broken)


def test_names_of_a_half_written_program_are_those_it_had_before() -> None:
    workspace = opened()
    broken = TEXT.replace("return { verdicts }", "return ")
    workspace.update(NAME, broken)
    visible = workspace.document(NAME).visible_at(broken.index("return ") + 7)
    assert {"office", "verdicts", "desk"} <= {one.name for one in visible}


def test_a_tree_has_its_comments_and_blank_lines() -> None:
    tree = parse('# a\n\n\ntype A = int # b\n"""')
    assert [one.text for one in tree.comments] == ["# a", "# b"]
    assert [(one.start, one.end) for one in tree.blank_lines] == [(4, 6)]
    assert [one.text for one in parse(TEXT).comments_above(TEXT.index("context"))] == [
        "# Where messages",
        "# are read.",
    ]


def test_a_closed_document_is_gone() -> None:
    workspace = opened()
    workspace.close(NAME)
    assert workspace.find(NAME) is None


def test_format_graph_and_plan_say_what_the_commands_say() -> None:
    assert format_text("type  A=int") == "type A = int\n"
    assert "verdicts" in graph(TEXT)
    assert plan(TEXT)["program"] == "main"
    with pytest.raises(CompileError):
        format_text("type =")
    with pytest.raises(InputError, match="no program `mian`"):
        graph(TEXT, "mian")


def test_a_function_of_python_is_found_and_renamed_like_any_other_declaration() -> None:
    text = (
        "# How long it is.\n"
        'extern size(words: text) -> int = "acme:size" { pure: true }\n'
        "program main(words: text) { return size(words: words) }\n"
    )
    symbol = opened(text).symbol_at(NAME, text.rindex("size("))
    assert symbol is not None
    assert (symbol.kind, symbol.doc) == (SymbolKind.EXTERN, "How long it is.")
    assert symbol.detail == 'extern size(words: text) -> int = "acme:size" { pure: true }'
    assert "return long(words: words)" in renamed("size(words", "long", text)
    assert "long: text" in renamed("words: text", "long", text)


def test_a_parameter_is_renamed_in_the_conditions_of_lists() -> None:
    text = (
        "program some(items: list[text] until len(items) >= n, n: int) {\n"
        "  return take(items, n)\n}\n"
    )
    after = renamed("items", "found", renamed("n: int", "count_", text))
    assert after == text.replace("items", "found").replace(" n", " count_")
    assert check(after).diagnostics == ()
