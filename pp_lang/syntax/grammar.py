"""Finds `pp.lark` and builds the one parser from it."""

import re
from functools import cache
from pathlib import Path

from lark import Lark
from lark.lexer import PatternRE, PatternStr, TerminalDef

_KEYWORD_PRIORITY = 1
"""Above NAME, which matches every keyword too where both may stand."""


@cache
def load_parser() -> Lark:
    """Return the LALR parser of the language, built once per process."""
    return Lark(
        grammar_text(),
        parser="lalr",
        start="module",
        propagate_positions=True,
        maybe_placeholders=True,
        edit_terminals=_as_whole_word,
    )


@cache
def terminal_words() -> dict[str, str]:
    """Return the text of each terminal that is always written the same, by its name."""
    words: dict[str, str] = {}
    for terminal in load_parser().terminals:
        pattern = terminal.pattern
        if isinstance(pattern, PatternStr):
            words[terminal.name] = pattern.value
        elif (word := _WORD.fullmatch(pattern.value)) is not None:
            words[terminal.name] = word[1].replace(r"\s+", " ")
    return words


def grammar_text() -> str:
    """Return the grammar: the file shipped in the wheel, or the one of the checkout."""
    here = Path(__file__).resolve()
    shipped = here.with_name("pp.lark")
    path = shipped if shipped.is_file() else here.parents[2] / "grammar" / "pp.lark"
    return path.read_text(encoding="utf-8")


@cache
def reserved_words() -> frozenset[str]:
    """Return the words that are never names: those that NAME leaves out."""
    listed = re.search(r"^NAME: /\(\?!\(\?:([a-z|]+)\)", grammar_text(), re.MULTILINE)
    assert listed is not None
    return frozenset(listed[1].split("|"))


_WORD_END = r"\b"
_NO_NAME = r"(?!(?:\s|#[^\n]*+)*+[=:])"
"""Where a value may end, a name may begin: `by = 1` and `by: int` are no `by`."""
_WORD = re.compile(rf"([a-z]+(?:\\s\+[a-z]+)?)\\b(?:{re.escape(_NO_NAME)})?")


def _as_whole_word(terminal: TerminalDef) -> TerminalDef:
    """Let a keyword end where the word ends: `endfor` is not `end` and `for`."""
    if isinstance(terminal.pattern, PatternStr) and terminal.pattern.value.isalpha():
        word = terminal.pattern.value
        end = _WORD_END if word in reserved_words() else _WORD_END + _NO_NAME
        terminal.pattern = PatternRE(word + end)
        terminal.priority = _KEYWORD_PRIORITY
    return terminal
