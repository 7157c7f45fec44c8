"""Files that import one another, open in an editor or on the disk only."""

from pathlib import Path

import pytest

from tests.support.lsp_client import LspClient

DESK = '''# The desk.
context desk(policy: text) """
  Policy: {{ policy }}
"""
template reply(tone: text) -> text within desk """
  Answer in a {{ tone }} tone.
"""
program greet(name: text) { return "Hello " + name }
'''
MAIN = """import "shared/desk.pp" as office
import std.voting

program main(policy: text, names: list[text]) {
  open = office.desk(policy)
  answers = map name in names: office.greet(name)
  return { answers, first: voting.majority(answers), open: open.reply("calm") }
}
"""


@pytest.fixture
def main(tmp_path: Path) -> str:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "desk.pp").write_text(DESK, encoding="utf-8")
    return (tmp_path / "main.pp").as_uri()


def desk_beside(main: str) -> str:
    return main.replace("main.pp", "shared/desk.pp")


def test_what_is_imported_is_found_and_followed_to_its_file(client: LspClient, main: str) -> None:
    assert client.open(main, MAIN) == []
    found = client.ask_at("textDocument/definition", main, "office.greet", 8)
    assert found["uri"] == desk_beside(main)
    assert found["range"]["start"] == {"line": 7, "character": 8}
    said = client.ask_at("textDocument/hover", main, "office.greet", 8)
    assert "program greet(name: text)" in said["contents"]["value"]


def test_members_of_a_namespace_are_offered(client: LspClient, main: str) -> None:
    client.open(main, MAIN)
    client.change(main, MAIN.replace("office.greet(name)", "office."))
    shift = len(": office.")
    offered = client.ask_at("textDocument/completion", main, ": office.", shift)
    assert {one["label"] for one in offered} == {"desk", "reply", "greet"}


def test_an_edit_is_seen_by_the_open_files_that_import_it(client: LspClient, main: str) -> None:
    client.open(main, MAIN)
    client.open(desk_beside(main), DESK)
    client.change(desk_beside(main), DESK.replace("greet", "salute"))
    (problem,) = client.diagnostics(main)
    assert "greet" in problem["message"]


def test_a_rename_reaches_the_open_files_that_import(client: LspClient, main: str) -> None:
    client.open(main, MAIN)
    client.open(desk_beside(main), DESK)
    edit = client.ask_at(
        "textDocument/rename", desk_beside(main), "greet(name", 1, newName="salute"
    )
    assert {uri: len(edits) for uri, edits in edit["changes"].items()} == {
        main: 1,
        desk_beside(main): 1,
    }


def test_an_imported_name_is_renamed_where_it_is_defined(client: LspClient, main: str) -> None:
    client.open(main, MAIN)
    answer = client.ask_raw(
        "textDocument/rename",
        textDocument={"uri": main},
        position=client.position(main, "greet(name)", 1),
        newName="salute",
    )
    assert "Rename it in that file" in answer["error"]["message"]
