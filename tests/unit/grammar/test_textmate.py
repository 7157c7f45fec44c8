"""The grammar for editors: its form, its expressions, and the words of the language."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
FILE = ROOT / "grammar" / "textmate" / "pp.tmLanguage.json"
GRAMMAR: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))  # Any: JSON
LARK = (ROOT / "grammar" / "pp.lark").read_text(encoding="utf-8")
SAMPLES = sorted((ROOT / "programs").rglob("*.pp"))


def rules(node: Any = GRAMMAR) -> Iterator[dict[str, Any]]:  # Any: JSON
    """Yield every rule of the grammar."""
    if isinstance(node, dict):
        if node.keys() & {"match", "begin", "include", "patterns"}:
            yield node
        for value in node.values():
            yield from rules(value)
    elif isinstance(node, list):
        for value in node:
            yield from rules(value)


def expressions() -> list[str]:
    return [rule[key] for rule in rules() for key in ("match", "begin", "end") if key in rule]


def words_of_the_language() -> set[str]:
    """Return every word that stands in quotes in the language's own grammar, and the roles."""
    code = re.sub(r"//.*", "", LARK)
    words = set(re.findall(r'"([a-z]+)"', code))
    return words | {"system", "user", "assistant", "up"}


def coloured(word: str) -> bool:
    """Return whether some rule names the word, alone or as one of several."""
    return any(re.search(rf"(?<![a-z\\]){word}(?![a-z])", one) for one in expressions())


@pytest.mark.parametrize("expression", sorted(set(expressions())))
def test_every_expression_is_one_that_both_engines_read_alike(expression: str) -> None:
    re.compile(expression)
    assert not re.search(r"\(\?P|\\Z|\(\?\(|\\g", expression), "Python only"


@pytest.mark.parametrize("word", sorted(words_of_the_language()))
def test_every_word_of_the_language_has_a_colour(word: str) -> None:
    assert coloured(word)


def test_every_include_leads_to_a_rule() -> None:
    included = {rule["include"] for rule in rules() if "include" in rule}
    assert included == {f"#{name}" for name in GRAMMAR["repository"]}


def test_every_capture_has_its_group() -> None:
    for rule in rules():
        for key, captures in (("match", "captures"), ("begin", "beginCaptures")):
            if captures in rule:
                groups = re.compile(rule[key]).groups
                assert all(int(number) <= groups for number in rule[captures]), rule


def test_every_scope_ends_in_the_name_of_the_language() -> None:
    names = [rule["name"] for rule in rules() if "name" in rule and rule is not GRAMMAR]
    assert [name for name in names if not name.endswith(".pp")] == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_rules_for_prompts_find_each_template_and_context(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    begin = GRAMMAR["repository"]["prompt-declaration"]["begin"]
    heads = re.findall(r"^(?:template|context) (\w+)", text, re.MULTILINE)
    assert [match[2] for match in re.finditer(begin, text) if match[2] in heads] == heads


class TestTheExtension:
    FOLDER = ROOT / "grammar" / "vscode"
    PACKAGE: dict[str, Any] = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))

    def test_names_files_that_are_there_or_that_its_installation_copies(self) -> None:
        (language,) = self.PACKAGE["contributes"]["languages"]
        (grammar,) = self.PACKAGE["contributes"]["grammars"]
        for name in (self.PACKAGE["main"], language["configuration"]):
            assert (self.FOLDER / name).is_file()
        assert Path(grammar["path"]).name == FILE.name
        assert FILE.name in (self.FOLDER / "copy-grammar.js").read_text(encoding="utf-8")

    def test_agrees_with_the_grammar_about_the_language(self) -> None:
        (grammar,) = self.PACKAGE["contributes"]["grammars"]
        assert grammar["scopeName"] == GRAMMAR["scopeName"]
        assert self.PACKAGE["contributes"]["languages"][0]["extensions"] == [".pp"]

    def test_starts_the_server_by_the_command_that_there_is(self) -> None:
        properties = self.PACKAGE["contributes"]["configuration"]["properties"]
        assert properties["pp.server.command"]["default"] == ["pp", "lsp"]

    def test_knows_the_brackets_and_comments_of_the_language(self) -> None:
        text = (self.FOLDER / "language-configuration.json").read_text(encoding="utf-8")
        configuration = json.loads(text)
        assert configuration["comments"] == {"lineComment": "#", "blockComment": ["{#", "#}"]}
        assert ["{", "}"] in configuration["brackets"]
