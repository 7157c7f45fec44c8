"""What every rule needs: places, names, texts and numbers from the tokens of Lark."""

import math
from collections.abc import Sequence
from typing import TypeVar

from lark import Token
from lark.tree import Meta

from pp_lang.diagnostics import Problem
from pp_lang.source import Span
from pp_lang.syntax.nodes import Ident
from pp_lang.syntax.problems import NumberTooLarge
from pp_lang.syntax.strings import parse_string

T = TypeVar("T")

MOST_DIGITS = 18
"""Whole numbers of this many digits fit everywhere: in JSON, in grammars, in SQLite."""


class Leaves:
    """Reads tokens, and collects the mistakes that the grammar cannot see."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def _text(self, token: Token) -> str:
        assert token.start_pos is not None
        text, problems = parse_string(str(token), token.start_pos)
        self.problems += problems
        return text

    def _number(self, token: Token) -> int | float:
        text = token.replace("_", "")
        value = int(text[:MOST_DIGITS]) if text.isdigit() else float(text)
        if (text.isdigit() and len(text) > MOST_DIGITS) or math.isinf(value):
            self.problems.append(NumberTooLarge(ident_of(token).span))
        return value


def span_of(meta: Meta) -> Span:
    """Return the place of a rule."""
    return Span(meta.start_pos, meta.end_pos)


def ident_of(token: Token) -> Ident:
    """Return a token as a name with its place."""
    assert token.start_pos is not None
    return Ident(str(token), Span(token.start_pos, token.start_pos + len(token)))


def present(items: Sequence[T | None]) -> tuple[T, ...]:
    """Return those of `items` that are there."""
    return tuple(item for item in items if item is not None)
