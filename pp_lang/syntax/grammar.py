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


_WORD_END = r"\b"
_NO_BINDING = r"(?!\s*=)"
"""Where a value may end, the name of the next one may begin: `by = 1` is no `by`."""
_AFTER_VALUES = frozenset(
    ("answers", "as", "by", "case", "cases", "expect", "given", "until", "with", "within")
)
_WORD = re.compile(r"([a-z]+(?:\\s\+[a-z]+)?)\\b(?:\(\?!\\s\*=\))?")


def _as_whole_word(terminal: TerminalDef) -> TerminalDef:
    """Let a keyword end where the word ends: `endfor` is not `end` and `for`."""
    if isinstance(terminal.pattern, PatternStr) and terminal.pattern.value.isalpha():
        word = terminal.pattern.value
        end = _WORD_END + _NO_BINDING if word in _AFTER_VALUES else _WORD_END
        terminal.pattern = PatternRE(word + end)
        terminal.priority = _KEYWORD_PRIORITY
    return terminal
