"""The quicker parser gives what Lark's own gives."""

from pathlib import Path
from typing import Any

import pytest
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from pp_lang.syntax.grammar import grammar_text, load_parser
from pp_lang.syntax.lexer import SourceLexer

ROOT = Path(__file__).resolve().parents[3]
WELL_FORMED = [*(ROOT / "programs").glob("*.pp"), *(ROOT / "tests/golden/fmt").glob("*.pp")]
BROKEN = (ROOT / "tests/golden/diagnostics/syntax").glob("*.pp")


@pytest.fixture(scope="module")
def plain() -> Lark:
    return Lark(
        grammar_text(),
        parser="lalr",
        start="module",
        propagate_positions=True,
        maybe_placeholders=True,
        _plugins={"ContextualLexer": SourceLexer},
    )


@pytest.mark.parametrize("path", sorted(WELL_FORMED), ids=lambda path: path.stem)
def test_a_program_has_the_tree_and_the_places_of_the_plain_parser(path: Path, plain: Lark) -> None:
    text = path.read_text(encoding="utf-8")
    assert placed(load_parser().parse(text)) == placed(plain.parse(text))


@pytest.mark.parametrize("path", sorted(BROKEN), ids=lambda path: path.stem)
def test_a_mistake_is_found_where_the_plain_parser_finds_it(path: Path, plain: Lark) -> None:
    text = path.read_text(encoding="utf-8")
    assert outcome(load_parser(), text) == outcome(plain, text)


def outcome(parser: Lark, text: str) -> Any:
    """Return the tree, or where parsing stopped, what was read and what could have followed."""
    try:
        return placed(parser.parse(text))
    except UnexpectedInput as error:
        interactive = error.interactive_parser
        stack = interactive.parser_state.value_stack
        accepts = interactive.accepts()  # type: ignore[no-untyped-call]
        return error.pos_in_stream, [placed(item) for item in stack], sorted(accepts)


def placed(item: "Tree[Token] | Token | None") -> Any:
    """Return a tree as nested tuples with its places."""
    if isinstance(item, Tree):
        meta = item.meta
        place = None if meta.empty else (meta.start_pos, meta.end_pos)
        return (item.data, place, [placed(child) for child in item.children])
    return (item.type, str(item), item.start_pos) if isinstance(item, Token) else item
