"""Finds `pp.lark` and builds the one parser from it."""

import re
from functools import cache
from pathlib import Path

from lark import Lark
from lark.lexer import PatternStr

from pp_lang.syntax.lean_parser import LeanParser
from pp_lang.syntax.lexer import SourceLexer
from pp_lang.syntax.tables import load_tables, save_tables, tables_path

_PLUGINS = {"LALR_Parser": LeanParser, "ContextualLexer": SourceLexer}


@cache
def load_parser() -> Lark:
    """Return the LALR parser of the language, built once per process."""
    grammar = grammar_text()
    path = tables_path(grammar)
    kept = load_tables(path, _PLUGINS)
    if kept is not None:
        return kept
    parser = Lark(
        grammar,
        parser="lalr",
        start="module",
        propagate_positions=True,
        maybe_placeholders=True,
        _plugins=_PLUGINS,
    )
    save_tables(parser, path)
    return parser


@cache
def terminal_words() -> dict[str, str]:
    """Return the text of each terminal that is always written the same, by its name."""
    words = {"UP_TO": "up to"}
    for terminal in load_parser().terminals:
        if isinstance(terminal.pattern, PatternStr):
            words[terminal.name] = terminal.pattern.value
    return words


@cache
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
