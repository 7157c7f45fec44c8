"""What an editor is told that depends on types: members of values, fields, calls, conversations."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.lsp_client import Json, LspClient

URI = "file:///talk.pp"
TEXT = '''type Verdict { mood: "good" | "bad", topic: text(max_chars: 40) "what it is about" }

template draft(topic: text) -> text """
  Write about {{ topic }}.
"""

template again(why: text = "better") within draft """
  Once more: {{ why }}
"""

template judge(line: text) -> Verdict """
  Judge as {{ format }}: {{ line }}
"""

program shorter(drafts: list[draft] until len(drafts) >= num, num: int) -> text {
  return drafts[0].again()
}

program main(subject: text) {
  first = draft(subject) { temperature: 0.5 }
  second = first.again(why: "shorter")
  verdict = judge(second)
  told = match verdict: {
    case { mood: "bad", topic }: choose({ mood: "good", topic })
    else: verdict.topic
  }
  sure = first.logprob
  most = shorter(sample 4: draft(subject), 2)
  return { told, sure, most }
}

program choose(verdict: Verdict) -> text {
  return verdict.topic
}
'''


@pytest.fixture(scope="module")
def client() -> Iterator[LspClient]:
    client = LspClient()
    client.start()
    yield client
    client.kill()


@pytest.fixture
def talk(client: LspClient) -> LspClient:
    assert client.open(URI, TEXT) == []
    return client


def labels(items: list[Json]) -> set[str]:
    return {str(item["label"]) for item in items}


def completed(client: LspClient, old: str, new: str) -> dict[str, Json]:
    """Return what is offered at the end of `new`, which stands in the place of `old`."""
    client.change(URI, TEXT.replace(old, new, 1))
    items = client.ask_at("textDocument/completion", URI, new, len(new))
    return {str(item["label"]): item for item in items}


def test_behind_an_answer_stand_its_scores_and_what_continues_it(talk: LspClient) -> None:
    offered = completed(talk, "first.logprob", "first.")
    assert offered.keys() == {"again", "entropy", "log_likelihood", "logprob", "raw", "tokens"}
    assert offered["logprob"]["detail"] == "float"
    assert "in nats" in offered["logprob"]["documentation"]
    assert offered["again"]["detail"].startswith("again(why: text = …) -> text")


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("first.logprob", "judge(subject).", {"mood", "topic", "entropy", "raw"}),
        ("first.logprob", "first.again().again(why: subject) { top_k: 1 }.", {"again", "tokens"}),
        ("drafts[0].again()", "drafts[0].", {"again", "logprob"}),
        ("verdict.topic\n  }\n  sure", "verdict.mood.", set()),
    ],
)
def test_a_chain_of_members_calls_and_items_is_followed(
    talk: LspClient, old: str, new: str, wanted: set[str]
) -> None:
    offered = completed(talk, old, new).keys()
    assert wanted <= offered
    assert bool(wanted) == bool(offered)


def test_a_case_binds_names_that_have_members(talk: LspClient) -> None:
    new = "else: verdict."
    assert {"mood", "topic"} <= completed(talk, "else: verdict.topic", new).keys()


@pytest.mark.parametrize(
    ("part", "shift", "said"),
    [
        ("first = draft", 1, "of type `text (an answer of draft)`"),
        ("first.logprob", 8, "logprob: float\n```\n\nmean log-probability"),
        ("verdict.topic", 9, "what it is about"),
        ("first.again", 8, "template again(why: text"),
    ],
)
def test_hover_says_types(talk: LspClient, part: str, shift: int, said: str) -> None:
    answer = talk.ask_at("textDocument/hover", URI, part, shift)
    assert said in answer["contents"]["value"]


def test_a_field_leads_to_its_type_and_back(talk: LspClient) -> None:
    found = talk.ask_at("textDocument/definition", URI, "else: verdict.topic", 15)
    assert found["range"]["start"] == talk.position(URI, "topic: text(max_chars")
    places = talk.ask_at(
        "textDocument/references", URI, "mood:", 1, context={"includeDeclaration": False}
    )
    starts = [place["range"]["start"] for place in places]
    assert starts == [
        talk.position(URI, 'mood: "bad", topic }'),
        talk.position(URI, 'mood: "good", t'),
    ]


def test_a_field_is_renamed_in_its_type_in_literals_patterns_and_uses(talk: LspClient) -> None:
    edit = talk.ask_at("textDocument/rename", URI, "topic: text(max", 1, newName="about")
    texts = [one["newText"] for one in edit["changes"][URI]]
    assert texts == ["about", "about: topic", "about: topic", "about", "about"]


def test_a_field_keeps_its_name_where_values_of_other_types_come_in(client: LspClient) -> None:
    bare = "bare = { mood: verdict.mood, topic: verdict.topic }\n  more = choose(bare)\n  sure = "
    mixed = TEXT.replace("sure = ", bare).replace("{ told,", "{ told, more,")
    assert client.open(URI, mixed) == []
    answer = client.ask_raw(
        "textDocument/rename",
        textDocument={"uri": URI},
        position=client.position(URI, "topic: text(max", 1),
        newName="about",
    )
    assert "`topic` cannot be called `about`" in answer["error"]["message"]


def test_what_continues_an_answer_is_found_and_renamed(talk: LspClient) -> None:
    found = talk.ask_at("textDocument/definition", URI, "first.again", 8)
    assert found["range"]["start"] == talk.position(URI, "again(why: text")
    edit = talk.ask_at("textDocument/rename", URI, "first.again", 8, newName="retry")
    assert len(edit["changes"][URI]) == 3


def test_a_template_is_a_type_and_is_renamed_as_one(talk: LspClient) -> None:
    offered = completed(talk, "drafts: list[draft]", "drafts: list[")
    assert {"draft", "Verdict", "text"} <= offered.keys()
    talk.change(URI, TEXT)
    edit = talk.ask_at("textDocument/rename", URI, "draft(topic: text)", 1, newName="write")
    assert len(edit["changes"][URI]) == 5


@pytest.mark.parametrize(
    ("before", "label", "active"),
    [
        ("first.again(", "again(why: text = …) -> text (an answer of again)", 0),
        ("shorter(sample 4: draft(subject), ", "shorter(drafts: list[text], num: int) -> text", 1),
        ("draft(", "draft(topic: text) -> text (an answer of draft)", 0),
        ("len(", "len(value: text | list[…])", 0),
    ],
)
def test_the_form_of_a_call_is_shown_while_it_is_written(
    talk: LspClient, before: str, label: str, active: int
) -> None:
    part = f"most = {before}"
    talk.change(URI, TEXT.replace("most = shorter(sample 4: draft(subject), 2)", part))
    shown = talk.ask_at("textDocument/signatureHelp", URI, part, len(part))
    assert shown["signatures"][0]["label"].startswith(label[: label.index("(")])
    assert shown["signatures"][0]["label"] == label or "len" in label
    assert shown["activeParameter"] == active


def test_outside_calls_no_form_is_shown(talk: LspClient) -> None:
    assert talk.ask_at("textDocument/signatureHelp", URI, "return", 0) is None


def test_a_named_argument_says_which_parameter_is_next(talk: LspClient) -> None:
    part = "most = shorter(num: "
    talk.change(URI, TEXT.replace("most = shorter(sample 4: draft(subject), 2)", part))
    shown = talk.ask_at("textDocument/signatureHelp", URI, part, len(part))
    assert shown["activeParameter"] == 1


def test_options_of_a_call_are_more_than_those_of_a_head(talk: LspClient) -> None:
    at_call = talk.ask_at("textDocument/completion", URI, "{ temperature", 2)
    assert {"answer", "begin", "temperature"} <= labels(at_call)
    head = "template judge(line: text) -> Verdict { "
    at_head = completed(talk, "template judge(line: text) -> Verdict ", head)
    assert "temperature" in at_head
    assert not {"answer", "begin"} & at_head.keys()
    of_program = completed(talk, "2)\n", "2) { ")
    assert "temperature" in of_program
    assert not {"answer", "begin"} & of_program.keys()


def test_limits_and_conditions_know_their_names(talk: LspClient) -> None:
    assert completed(talk, "sample 4:", "sample 4 within { ").keys() == {"budget", "deadline"}
    until = completed(talk, "until len(drafts) >= num", "until ")
    assert {"remaining", "drafts", "num", "len"} <= until.keys()
    assert "until" in completed(talk, "until len(drafts) >= num", "unt")


def test_the_outline_shows_fields_and_bodies_fold(talk: LspClient) -> None:
    document = {"uri": URI}
    outline = talk.ask("textDocument/documentSymbol", textDocument=document)
    assert [one["name"] for one in outline[0]["children"]] == ["mood", "topic"]
    talk.change(
        URI, TEXT.replace("draft(topic: text) -> text ", "draft(\n  topic: text\n) -> text ")
    )
    folds = talk.ask("textDocument/foldingRange", textDocument=document)
    lines = [(fold["startLine"], fold["endLine"]) for fold in folds]
    assert lines[:2] == [(2, 6), (4, 6)]


def test_a_warning_can_be_allowed_where_it_stands(client: LspClient) -> None:
    text = TEXT.replace("sure = first", "spare = 1\n  sure = first")
    (warning,) = client.open(URI, text)
    actions = client.ask(
        "textDocument/codeAction",
        textDocument={"uri": URI},
        range=warning["range"],
        context={"diagnostics": [warning]},
    )
    allow = actions[-1]
    assert allow["title"] == "Allow `unused-value` here"
    (edit,) = allow["edit"]["changes"][URI]
    assert edit["newText"] == "  # pp: allow unused-value\n"
    silent = text.replace("  spare = 1", f"{edit['newText']}  spare = 1")
    assert client.change(URI, silent) == []


def test_paths_of_imports_are_offered(client: LspClient, tmp_path: Path) -> None:
    (tmp_path / "shared" / ".hidden").mkdir(parents=True)
    for name in ("shared/desk.pp", "other.pp", "shared/.hidden/no.pp", "notes.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    uri = (tmp_path / "main.pp").as_uri()
    client.open(uri, 'import "sh')
    offered = client.ask_at("textDocument/completion", uri, "sh", 2)
    assert labels(offered) == {"other.pp", "shared/desk.pp"}
    assert offered[0]["textEdit"]["range"]["start"] == {"line": 0, "character": 8}
    client.change(uri, "import std.")
    offered = client.ask_at("textDocument/completion", uri, "std.", 4)
    assert {"voting", "ranking"} <= labels(offered)
    client.change(uri, "import ")
    assert "std" in labels(client.ask_at("textDocument/completion", uri, "import ", 7))


def test_fields_of_imported_types_are_followed_to_their_file(
    client: LspClient, tmp_path: Path
) -> None:
    home, uri = (tmp_path / "verdicts.pp").as_uri(), (tmp_path / "main.pp").as_uri()
    verdicts = '''type Verdict { mood: text, topic: text }
context desk() """Desk."""
template ask() -> Verdict within desk """Ask {{ format }}."""
'''
    (tmp_path / "verdicts.pp").write_text(verdicts, encoding="utf-8")
    text = """import "verdicts.pp" as v
program main(one: v.Verdict) {
  found = v.desk().ask()
  return match found: { case { mood, topic }: mood + topic + one.mood }
}
"""
    assert client.open(uri, text) == []
    found = client.ask_at("textDocument/definition", uri, "one.mood", 5)
    assert (found["uri"], found["range"]["start"]) == (home, {"line": 0, "character": 15})
    found = client.ask_at("textDocument/definition", uri, ".ask", 2)
    assert (found["uri"], found["range"]["start"]) == (home, {"line": 2, "character": 9})
    client.open(home, verdicts)
    edit = client.ask_at("textDocument/rename", home, "mood", 1, newName="feeling")
    assert [one["newText"] for one in edit["changes"][uri]] == ["feeling: mood", "feeling"]


def test_a_template_may_lie_within_any_other(talk: LspClient) -> None:
    offered = completed(talk, "within draft", "within ")
    assert "draft" in offered
    assert "again" not in offered
