"""Finds `pp.lark` and builds the one parser from it."""

from functools import cache
from pathlib import Path

from lark import Lark


@cache
def load_parser() -> Lark:
    """Return the LALR parser of the language, built once per process."""
    return Lark(
        grammar_text(),
        parser="lalr",
        start="module",
        propagate_positions=True,
        maybe_placeholders=True,
    )


def grammar_text() -> str:
    """Return the grammar: the file shipped in the wheel, or the one of the checkout."""
    here = Path(__file__).resolve()
    shipped = here.with_name("pp.lark")
    path = shipped if shipped.is_file() else here.parents[2] / "grammar" / "pp.lark"
    return path.read_text(encoding="utf-8")
