"""Types of names, what stands behind their dots, and what is fixed, as plain data."""

import pytest

from pp_lang.semantics import (
    BOOL,
    TEXT,
    AnswerTy,
    FieldTy,
    RecordTy,
    Signature,
    Signatures,
    UnionTy,
    scores_of,
)
from pp_lang.tools import (
    SCORES,
    Meaning,
    MemberKind,
    Step,
    SymbolKind,
    check,
    fix_text,
    show_type,
)

TEXT_OF = '''type Pair { left: text, right: Inner? }
type Inner { deep: int }
template draft(topic: text) """{{ topic }}"""
template again() within draft """Again."""
program pick(pairs: list[Pair], good: (Pair) -> bool) -> list[Pair] {
  return map one in pairs if good(one): one
}
program main(pairs: list[Pair], topic: text) {
  first = draft(topic)
  kept = pick(pairs, pair => pair.left != "")
  return { text: first.again(), kept, sure: first.entropy }
}
'''
CHECKED = check(TEXT_OF)


def members(name: str, *steps: Step) -> dict[str, str]:
    symbol = next(one for one in CHECKED.symbols if one.name == name and one.owner is not None)
    found = CHECKED.meaning.follow(CHECKED.meaning.type_at(symbol.span), name, steps)
    assert found is not None
    assert not isinstance(found, Signature | Signatures)
    return {one.name: one.detail for one in CHECKED.meaning.members_of(found)}


def test_each_score_has_its_words() -> None:
    answers = scores_of(AnswerTy(TEXT)) | scores_of(AnswerTy(BOOL))
    assert SCORES.keys() == answers.keys()


@pytest.mark.parametrize(
    ("name", "steps", "wanted"),
    [
        ("kept", (Step("item"),), {"left": "text", "right": "Inner?"}),
        ("kept", (Step("item"), Step("member", "right")), {"deep": "int"}),
        ("pair", (), {"left": "text", "right": "Inner?"}),
        ("one", (), {"left": "text", "right": "Inner?"}),
    ],
)
def test_steps_lead_to_what_stands_behind_them(
    name: str, steps: tuple[Step, ...], wanted: dict[str, str]
) -> None:
    assert members(name, *steps) == wanted


def test_what_is_called_has_a_form() -> None:
    assert members("first")["again"] == "again() -> text (an answer of again)"


def test_calls_are_told_from_values() -> None:
    symbol = next(one for one in CHECKED.symbols if one.name == "first")
    ty = CHECKED.meaning.type_at(symbol.span)
    assert ty is not None
    assert show_type(ty) == "text (an answer of draft)"
    kinds = {one.name: one.kind for one in CHECKED.meaning.members_of(ty)}
    assert (kinds["again"], kinds["entropy"]) == (MemberKind.CALL, MemberKind.SCORE)


def test_nothing_stands_behind_an_item_of_a_list_that_is_empty() -> None:
    assert Meaning().members_of(UnionTy(())) == ()


def test_fields_of_either_record_have_the_types_of_both() -> None:
    records = [RecordTy((FieldTy("a", ty), FieldTy(name, TEXT))) for ty, name in _EITHER]
    assert [one.detail for one in Meaning().members_of(UnionTy(tuple(records)))] == ["text | bool"]


_EITHER = ((TEXT, "left"), (BOOL, "right"))


def test_of_a_file_that_cannot_be_read_nothing_is_known() -> None:
    assert Meaning().follow(None, "a", (Step("call"), Step("member", "b"))) is None
    assert check('"""').meaning.name_at(0) is None


def test_a_field_is_a_symbol_of_its_type() -> None:
    fields = [one for one in CHECKED.symbols if one.kind is SymbolKind.FIELD]
    assert [(one.name, one.owner) for one in fields] == [
        ("left", "Pair"),
        ("right", "Pair"),
        ("deep", "Inner"),
    ]
    uses = [use.span.start for use in CHECKED.uses if use.symbol == fields[0]]
    assert uses == [TEXT_OF.index("left: text"), TEXT_OF.index("left !=")]


def test_sure_fixes_are_made_and_the_rest_is_said() -> None:
    done = fix_text("program main(topic: text) { return [topicc, other] }")
    assert done.source.text == "program main(topic: text) { return [topic, other] }"
    assert [one.diagnostic.title for one in done.applied] == ["Unknown name `topicc`"]
    assert [one.title for one in done.diagnostics] == ["Unknown name `other`"]
