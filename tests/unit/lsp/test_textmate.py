"""The colours of editors: a grammar that they can read, with every word of the language."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any  # Any: JSON

import pytest

GRAMMAR = Path(__file__).parents[3] / "grammar"
TEXTMATE = json.loads((GRAMMAR / "textmate" / "pp.tmLanguage.json").read_text(encoding="utf-8"))


def found(node: Any, *keys: str) -> Iterator[str]:
    """Yield the texts under any of `keys`, wherever they are."""
    below = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    if isinstance(node, dict):
        yield from (node[key] for key in keys if isinstance(node.get(key), str))
    for one in below:
        yield from found(one, *keys)


PATTERNS = [*found(TEXTMATE, "match", "begin", "end")]


def first_scopes(line: str) -> set[str]:
    """Return the scopes that the patterns of one line give to any of its words."""
    scopes = set()
    for rule in TEXTMATE["repository"].values():
        for one in (rule, *rule.get("patterns", ())):
            if "match" in one and re.search(one["match"], line):
                scopes |= {*found(one, "name")}
    return scopes


@pytest.mark.parametrize("pattern", PATTERNS)
def test_each_pattern_compiles(pattern: str) -> None:
    re.compile(pattern)


def test_each_word_of_the_language_has_a_colour() -> None:
    lark = (GRAMMAR / "pp.lark").read_text(encoding="utf-8")
    rules = re.sub(r"//.*", "", lark)
    words = {*re.findall(r'"([a-z]+)"', rules)} | {"system", "user", "assistant"}
    coloured = {*re.findall(r"[a-z]+", re.sub(r"\\[a-zA-Z]", " ", " ".join(PATTERNS)))}
    assert words <= coloured


def test_each_part_that_is_named_is_there() -> None:
    wanted = {one.removeprefix("#") for one in found(TEXTMATE, "include") if one != "$self"}
    assert wanted <= {*TEXTMATE["repository"]}


@pytest.mark.parametrize(
    ("line", "scope"),
    [
        ("program main(text: text) {", "entity.name.function.pp"),
        ("type Mood = text", "entity.name.type.pp"),
        ('model judge = "smollm2"', "entity.name.constant.model.pp"),
        ("# a comment", "comment.line.number-sign.pp"),
    ],
)
def test_a_line_has_the_scope_of_what_it_declares(line: str, scope: str) -> None:
    assert scope in first_scopes(line)


def test_the_extension_names_files_that_are_there() -> None:
    folder = GRAMMAR / "vscode"
    package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    (language,) = package["contributes"]["languages"]
    (grammar,) = package["contributes"]["grammars"]
    assert language["extensions"] == [".pp"]
    assert grammar["scopeName"] == TEXTMATE["scopeName"]
    assert (folder / package["main"]).is_file()
    json.loads((folder / language["configuration"]).read_text(encoding="utf-8"))
    assert Path(grammar["path"]).name == "pp.tmLanguage.json"
