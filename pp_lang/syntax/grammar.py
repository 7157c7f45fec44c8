"""Finds `pp.lark` and builds the one parser from it."""

import os
import re
import sys
from functools import cache
from pathlib import Path

from lark import Lark
from lark.lexer import PatternStr

from pp_lang.syntax.lean_parser import LeanParser
from pp_lang.syntax.lexer import SourceLexer


@cache
def load_parser() -> Lark:
    """Return the LALR parser of the language, built once per process."""
    return Lark(
        grammar_text(),
        parser="lalr",
        start="module",
        propagate_positions=True,
        maybe_placeholders=True,
        cache=_cache_file(),
        _plugins={"LALR_Parser": LeanParser, "ContextualLexer": SourceLexer},
    )


def _cache_file() -> str | bool:
    """Return where the tables of the parser are kept, for making them takes longer than a check.

    Lark compares the grammar and its own version with what they were made from. Where nothing can
    be written they are made each time.
    """
    try:
        folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "pp"
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):  # the latter where nobody has a home
        return False
    return str(folder / f"grammar-{sys.implementation.cache_tag}")


@cache
def terminal_words() -> dict[str, str]:
    """Return the text of each terminal that is always written the same, by its name."""
    words = {"UP_TO": "up to"}
    for terminal in load_parser().terminals:
        if isinstance(terminal.pattern, PatternStr):
            words[terminal.name] = terminal.pattern.value
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
