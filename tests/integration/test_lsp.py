"""`pp lsp` as an editor sees it: a process that is spoken to over its standard streams."""

import re
import subprocess
import sys

import pytest

from tests.support.lsp_client import LspClient

URI = "file:///triage.pp"
TEXT = '''type Mood = "good" | "bad"
model judge = "smollm2"
context desk(policy: text) """
  😀 日本 {{ policy }}
"""
template triage(review: text) -> Mood within desk { model: judge } """
  😀😀 {{ review }} {% if review != "" %}!{% end %}
"""
program main(policy: text, reviews: list[text]) {
  """Triage all."""
  office = desk(policy)
  moods = map review in reviews: office.triage(review) { max_tokens: 8 }
  return { moods, many: len(reviews) }
}
'''


def labels(items: list[dict[str, object]]) -> set[object]:
    return {item["label"] for item in items}


def test_a_session_from_the_first_message_to_the_last(client: LspClient) -> None:
    assert client.open(URI, TEXT) == []
    (problem,) = client.change(URI, TEXT.replace("len(reviews)", "len(reviewz)"))
    assert problem["code"] == "unknown-name"
    assert problem["source"] == "pp"
    assert "Did you mean `reviews`?" in problem["message"]
    assert client.change(URI, TEXT) == []
    assert client.stop() == 0


def test_places_count_units_of_utf_16(client: LspClient) -> None:
    broken = TEXT.replace("😀😀 {{ review }}", "😀😀 {{ reviewx }}")
    (problem,) = client.open(URI, broken)
    assert problem["range"]["start"] == client.position(URI, "reviewx")
    assert problem["range"]["end"] == client.position(URI, "reviewx", len("reviewx"))


def test_places_count_bytes_for_a_client_that_does() -> None:
    client = LspClient()
    try:
        can = client.start(general={"positionEncodings": ["utf-8"]})
        assert can["positionEncoding"] == "utf-8"
        (problem,) = client.open(URI, TEXT.replace("😀😀 {{ review }}", "😀😀 {{ reviewx }}"))
        assert problem["range"]["start"]["character"] == len("  😀😀 {{ ".encode())
    finally:
        client.kill()


def test_an_editor_may_say_that_it_speaks_over_standard_streams() -> None:
    client = LspClient("--stdio")
    try:
        assert client.start()["hoverProvider"]
        assert client.stop() == 0
    finally:
        client.kill()


def test_definition_and_references_meet(client: LspClient) -> None:
    client.open(URI, TEXT)
    found = client.ask_at("textDocument/definition", URI, "office.triage", 8)
    assert found["range"]["start"] == client.position(URI, "triage(review: text)")
    places = client.ask_at(
        "textDocument/references", URI, "{{ review }}", 4, context={"includeDeclaration": True}
    )
    assert [place["range"]["start"] for place in places] == [
        client.position(URI, "review: text"),
        client.position(URI, "review }}"),
        client.position(URI, 'review != ""'),
    ]


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("office.triage", "office = desk(policy)"),
        ("triage(review)", "template triage(review: text) -> Mood within desk"),
        ("main", "Triage all."),
        ("len(", "len(value: text | list"),
        ("max_tokens", "max_tokens: int(1..1000000)"),
    ],
)
def test_hover_says_what_a_name_is(client: LspClient, part: str, said: str) -> None:
    client.open(URI, TEXT)
    assert said in client.ask_at("textDocument/hover", URI, part, 1)["contents"]["value"]


@pytest.mark.model
def test_hover_counts_the_tokens_of_a_prompt_and_of_what_it_shares(client: LspClient) -> None:
    client.open(URI, TEXT)
    said = client.ask_at("textDocument/hover", URI, "triage(review: text)", 1)["contents"]["value"]
    sizes = re.search(r"(\d+) tokens before any data \(smollm2\), (\d+) of them shared", said)
    assert sizes is not None
    assert int(sizes[1]) > int(sizes[2]) > 0
    client.change(URI, TEXT + "program broken() { return nothing }")
    said = client.ask_at("textDocument/hover", URI, "triage(review: text)", 1)["contents"]["value"]
    assert "tokens" not in said


@pytest.mark.parametrize(
    ("before", "wanted", "unwanted"),
    [
        ("return { moods", {"office", "moods", "policy", "len", "map"}, {"review", "Mood"}),
        ("office.triage(", {"triage"}, {"office", "len", "map"}),
        ("{% if review", {"review", "contains"}, {"office", "policy"}),
        ("{% ", {"for", "user", "end"}, {"review"}),
        ("within ", {"desk"}, {"triage", "office"}),
        ("review: ", {"text", "list", "Mood"}, {"office", "map"}),
        ("{ model: ", {"judge"}, {"desk", "temperature"}),
        ("triage(review) { ", {"temperature", "stop"}, {"office", "cells"}),
        ("-> ", {"Mood", "bool"}, {"office"}),
    ],
)
def test_completion_offers_what_fits(
    client: LspClient, before: str, wanted: set[str], unwanted: set[str]
) -> None:
    shift = {"return { moods": 9, "office.triage(": 7, "{% if review": 6}.get(before, len(before))
    client.open(URI, TEXT)
    offered = labels(client.ask_at("textDocument/completion", URI, before, shift))
    assert wanted <= offered
    assert not unwanted & offered


def test_completion_knows_the_names_of_a_line_that_is_being_written(client: LspClient) -> None:
    client.open(URI, TEXT)
    assert client.change(URI, TEXT.replace("{ moods, many: len(reviews) }", "office."))
    offered = client.ask_at("textDocument/completion", URI, "return office.", len("return office."))
    assert {"triage"} == labels(offered)
    assert "program" in labels(client.ask_at("textDocument/completion", URI, "type", 0))


def test_rename_changes_every_use(client: LspClient) -> None:
    client.open(URI, TEXT)
    edit = client.ask_at("textDocument/rename", URI, "moods =", 1, newName="verdicts")
    assert [one["newText"] for one in edit["changes"][URI]] == ["verdicts", "moods: verdicts"]


def test_a_rename_that_is_not_safe_says_why(client: LspClient) -> None:
    client.open(URI, TEXT)
    place = client.position(URI, "moods =", 1)
    answer = client.ask_raw(
        "textDocument/rename", textDocument={"uri": URI}, position=place, newName="office"
    )
    assert "`moods` cannot be called `office`" in answer["error"]["message"]


def test_a_mistake_that_is_known_how_to_fix_has_a_code_action(client: LspClient) -> None:
    (problem,) = client.open(URI, TEXT.replace("len(reviews)", "len(reviewz)"))
    (action,) = client.ask(
        "textDocument/codeAction",
        textDocument={"uri": URI},
        range=problem["range"],
        context={"diagnostics": [problem]},
    )
    assert (action["kind"], action["isPreferred"]) == ("quickfix", True)
    (edit,) = action["edit"]["changes"][URI]
    assert (edit["newText"], edit["range"]) == ("reviews", problem["range"])
    assert action["diagnostics"] == [problem]


def test_formatting_gives_the_one_style_and_leaves_what_does_not_parse(client: LspClient) -> None:
    options = {"tabSize": 2, "insertSpaces": True}
    client.open(URI, "type  A=int\r\n")
    ask = {"textDocument": {"uri": URI}, "options": options}
    (edit,) = client.ask("textDocument/formatting", **ask)
    assert edit["newText"] == "type A = int\r\n"
    assert edit["range"]["end"] == {"line": 1, "character": 0}
    client.change(URI, "type = ")
    assert client.ask("textDocument/formatting", **ask) == []


def test_the_outline_holds_declarations_and_what_they_define(client: LspClient) -> None:
    client.open(URI, TEXT)
    document = {"uri": URI}
    outline = client.ask("textDocument/documentSymbol", textDocument=document)
    names = [one["name"] for one in outline]
    assert names == ["Mood", "judge", "desk", "triage", "main"]
    below = [one["name"] for one in outline[-1]["children"]]
    assert below == ["policy", "reviews", "office", "moods", "review"]
    folds = client.ask("textDocument/foldingRange", textDocument=document)
    assert [(fold["startLine"], fold["endLine"]) for fold in folds] == [(2, 4), (5, 7), (8, 13)]


def test_what_the_server_does_not_know_does_not_end_it(client: LspClient) -> None:
    assert client.ask_raw("pp/unknown")["error"]["code"] == -32601
    nowhere = {"textDocument": {"uri": "untitled:1"}, "position": {"line": 9, "character": 9}}
    assert client.ask("textDocument/hover", **nowhere) is None
    assert client.open(URI, '"""' * 3 + "\x00{{") != []
    assert client.open("untitled:2", "") == []
    assert client.stop() == 0


def test_without_the_extra_the_command_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['pygls'] = None; sys.modules['lsprotocol'] = None\n"
        "from pp_lang.cli.main import main; sys.exit(main(['lsp']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert 'pip install "pp-lang[lsp]"' in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 3


def test_malformed_messages_are_left_behind(client: LspClient) -> None:
    client.tell("textDocument/hover", textDocument=3)
    client.tell("textDocument/didOpen", textDocument={"uri": URI})
    client.tell("textDocument/didChange", textDocument={"uri": URI, "version": 1})
    assert client.open(URI, TEXT) == []
    assert client.stop() == 0


def test_a_client_that_hangs_up_ends_the_server(client: LspClient) -> None:
    client.open(URI, TEXT)
    client.hang_up()


def test_edits_that_come_in_a_row_are_answered_as_of_the_last(client: LspClient) -> None:
    client.open(URI, TEXT)
    for count in range(5):
        client.tell(
            "textDocument/didChange",
            textDocument={"uri": URI, "version": 2 + count},
            contentChanges=[{"text": TEXT + f"type T{count} = int\n"}],
        )
    outline = client.ask("textDocument/documentSymbol", textDocument={"uri": URI})
    assert outline[-1]["name"] == "T4"
