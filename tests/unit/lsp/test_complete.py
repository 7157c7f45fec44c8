"""Completion of what belongs to a value or a call."""

from pp_lang.lsp.complete import complete
from pp_lang.lsp.page import Page
from pp_lang.tools import Workspace

URI = "file:///a.pp"
TEXT = '''context desk(policy: text) """ {{ policy }} """
context thread(topic: text) within desk """ {{ topic }} """
context other() """ . """
template reply(tone: text, length: int = 3) -> text within thread """ {{ tone }} {{ length }} """
template sort() -> bool within desk """ ? """
template stray() -> bool within other """ ? """
program ask(talk: thread) { return talk.reply("kind") }
program main(policy: text) {
  office = desk(policy)
  talk = office.thread("tea")
  return talk.reply("kind", length: 3)
}
'''


def offered(before: str, text: str = TEXT) -> set[str]:
    workspace = Workspace()
    workspace.update(URI, text)
    page = Page(URI, workspace.document(URI))
    at = text.rindex(before) + len(before)
    return {item.label for item in complete(page, page.index.position(at))}


def test_behind_a_context_is_what_lies_within_it() -> None:
    assert offered("talk = office.") == {"thread", "sort"}


def test_behind_a_nested_context_is_also_what_lies_within_those_around_it() -> None:
    assert offered("return talk.") == {"thread", "sort", "reply"}
    assert offered("{ return talk.") == {"thread", "sort", "reply"}


def test_in_a_call_are_the_names_of_its_parameters() -> None:
    assert {"tone:", "length:", "policy", "len"} <= offered('reply("kind", ')
    assert "tone:" not in offered("office = ")


def test_a_function_of_python_has_options_of_its_own_and_is_called_like_a_template() -> None:
    text = (
        "extern size(words: text, least: int = 1) -> int"
        ' = "acme:size" { pure: true, version: "1" }\n'
        "program main(words: text) {\n  n = size(words, least: 2)\n  return n\n}\n"
    )
    assert offered("pure: true, ", text) == {"pure", "timeout", "version"}
    assert "size" in offered("  n = ", text)
    assert "least:" in offered("size(words, ", text)
    assert "text" in offered("(words: ", text)
