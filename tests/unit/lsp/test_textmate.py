"""The colours of editors: a grammar that they can read, with every word of the language."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any  # Any: JSON

import pytest

from tests.support.textmate import scopes_of

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
    ("line", "word", "scope"),
    [
        ("program main(text: text) {", "main", "entity.name.function.pp"),
        ("type Mood = text", "Mood", "entity.name.type.pp"),
        ('model judge = "smollm2"', "judge", "entity.name.constant.model.pp"),
        ('extern size(a: text) -> int = "m:f" { pure: true }', "size", "entity.name.function.pp"),
        (
            'extern size(a: text) -> int = "m:f" { pure: true }',
            "pure",
            "variable.other.property.pp",
        ),
        ("template again(why: text) within draft", "again", "entity.name.function.prompt.pp"),
        ("import std.voting as v", "std.voting", "entity.name.namespace.pp"),
        ("# a comment", "# a comment", "comment.line.number-sign.pp"),
        ("first = draft(a) { fallback: [judge] }", "fallback", "variable.other.property.pp"),
        ("sure = first.logprob", "logprob", "variable.other.member.pp"),
        ("left = remaining - 1", "-", "keyword.operator.pp"),
    ],
)
def test_a_word_has_the_scope_of_what_it_is(line: str, word: str, scope: str) -> None:
    assert scopes_of(TEXTMATE, line)[word] == scope


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "x = repeat d = a up to 3 within { budget: 9 } until good(d): d.again()",
            {"repeat", "up to", "within", "until"},
        ),
        ("x = repeat d with past = a up to 3: d.again()", {"repeat", "with", "up to"}),
        ("x = map a in b if c within { deadline: 1 }: f(a)", {"map", "in", "if", "within"}),
        ("x = reduce a with merge by tree { top_k: 1 }", {"reduce", "with", "by"}),
        ("x = match a: { case { b: 1 | 2, c }: c else: d }", {"match", "case", "else"}),
        ("x = if not a and b or c in d: e else: f", {"if", "not", "and", "or", "in", "else"}),
        ("x = sample 3 within { budget: 9 }: f(a)", {"sample", "within"}),
        ("program p(a: list[b] until len(a) >= n, n: int) -> b {", {"program", "until"}),
        ("template again(why: text) -> text within draft", {"template", "within"}),
        ("extern size(a: text) -> int", {"extern"}),
        ("import std.voting as v", {"import", "as"}),
        ('test "it works" {', {"test"}),
        ("  cases [1, 2] as row", {"cases", "as"}),
        ("  answers draft: [a]", {"answers"}),
        ("  given main(1) as all", {"given", "as"}),
        ("  expect soft len(all) == 1", {"expect", "soft"}),
        ("  return x", {"return"}),
    ],
)
def test_the_keywords_of_a_construct_are_coloured(line: str, words: set[str]) -> None:
    scopes = scopes_of(TEXTMATE, line)
    assert words <= {word for word, scope in scopes.items() if scope.startswith("keyword.")}


@pytest.mark.parametrize("word", ["by", "case", "until", "within", "with", "as", "given", "soft"])
def test_a_name_that_is_a_keyword_elsewhere_is_a_name(word: str) -> None:
    for line in (f"  {word} = 1", f"x = {{ {word}: 1 }}"):
        scopes = scopes_of(TEXTMATE, line)
        assert not scopes.get(word, "").startswith("keyword."), line


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
