"""What is around a cursor, told from the text in front of it, whatever form it has."""

import pytest

from pp_lang.lsp.brackets import Kind
from pp_lang.lsp.cursor import Cursor, read_cursor
from pp_lang.lsp.scan import Where

TEXT = '''
"""A doc with { and 'template x(' in it."""
type Triage { mood: ¹Mood, tags: list[te²xt](max_items: 3) "said" }
context desk(policy: ³text) """
  {{ pol⁴icy }} {% fo⁵r x in policy %} {{ x⁶ }} {% end %} {{ ⁷ }} wo⁸rds
"""
template reply(tone: text = ⁹"x") -> text within ¤desk { max¢: 60 } """
  Write {{ { a: tone } }} {{ t£
"""
program main[T](policy: text, by: (T) -> text = x => €x) -> list[text] { model: ju¥dge } {
  office = desk(policy, §)
  rows = map review in rows if q(review): { a = office.t(review) { temp¶: 3 } return ª a }
  m = match rows: { case "a": 1 case { mood: "x", topic }: to« case other: o» }
  r = repeat draft with drafts = write(p) up to 3 within { dead¬: 3 } until good(draft): dr®
  s = (a, b) => a¯
  °
  later = 1
  return r
}
test "x" { answers ask: ["a"] given main(1) as result expect re± }
²²
'''
MARKS = "¹²³⁴⁵⁶⁷⁸⁹¤¢£€¥§¶ª«»¬®¯°±"


def at(mark: str) -> Cursor:
    """Return the cursor at a mark of the text, which holds no marks."""
    plain = TEXT.replace("²²", "")
    before = plain[: plain.index(mark)]
    table = str.maketrans("", "", MARKS)
    return read_cursor(plain.translate(table), len(before.translate(table)))


@pytest.mark.parametrize(
    ("mark", "where", "keyword", "kind", "prefix"),
    [
        ("¹", Where.CODE, "type", Kind.RECORD_TYPE, ""),
        ("²", Where.CODE, "type", Kind.TYPE, "te"),
        ("³", Where.CODE, "context", Kind.PARAMS, ""),
        ("⁴", Where.HOLE, "context", Kind.HEAD, "pol"),
        ("⁵", Where.TAG, "context", Kind.HEAD, "fo"),
        ("⁸", Where.PROMPT, "context", Kind.HEAD, ""),
        ("⁹", Where.CODE, "template", Kind.PARAMS, ""),
        ("¤", Where.CODE, "template", Kind.HEAD, ""),
        ("¢", Where.CODE, "template", Kind.OPTIONS, "max"),
        ("£", Where.HOLE, "template", Kind.HEAD, "t"),
        ("¥", Where.CODE, "program", Kind.BLOCK, "ju"),
        ("§", Where.CODE, "program", Kind.CALL, ""),
        ("¶", Where.CODE, "program", Kind.OPTIONS, "temp"),
        ("«", Where.CODE, "program", Kind.CASES, "to"),
        ("¬", Where.CODE, "program", Kind.LIMITS, "dead"),
        ("±", Where.CODE, "test", Kind.TEST, "re"),
    ],
)
def test_the_place_is_told(mark: str, where: Where, keyword: str, kind: Kind, prefix: str) -> None:
    cursor = at(mark)
    assert (cursor.where, cursor.keyword) == (where, keyword)
    assert (cursor.frame.kind, cursor.prefix) == (kind, prefix)


@pytest.mark.parametrize(
    ("mark", "bound", "unbound"),
    [
        ("⁶", {"policy", "x"}, set()),
        ("⁷", {"policy"}, {"x"}),
        ("€", {"T", "policy", "by", "x"}, {"office"}),
        ("§", {"policy", "office", "later"}, {"review"}),
        ("ª", {"review", "a", "rows", "later"}, {"topic", "draft"}),
        ("«", {"topic", "rows"}, {"other", "review"}),
        ("»", {"other"}, {"topic"}),
        ("®", {"draft", "drafts"}, {"review", "other"}),
        ("¯", {"a", "b"}, {"draft"}),
        ("°", {"office", "rows", "m", "r", "s", "later"}, {"review", "T2"}),
        ("±", {"result"}, {"office"}),
    ],
)
def test_the_names_in_scope_are_those_of_the_brackets_around(
    mark: str, bound: set[str], unbound: set[str]
) -> None:
    names = {*at(mark).names}
    assert bound <= names
    assert not unbound & names


def test_between_declarations_there_is_no_declaration() -> None:
    text = "program main() { return 1 }\n\n"
    assert read_cursor(text, len(text)).keyword is None


@pytest.mark.parametrize("text", ['"""', '"', "# ", "{{", "program main() { x = (", "}}}", "\\"])
def test_text_of_any_form_has_a_cursor(text: str) -> None:
    for offset in range(len(text) + 1):
        read_cursor(text, offset)
