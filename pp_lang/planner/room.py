"""The room that an answer takes in the model's cells."""

from dataclasses import dataclass

from pp_lang.engine import (
    FIRST_FORM_TOKENS,
    FORM_TOKENS,
    FREE_TEXT_TOKENS,
    LEAST_FORM_TOKENS,
)
from pp_lang.graph import GenerateNode
from pp_lang.semantics import IntTy, LiteralTy, Options, TextTy, Ty, closed_options, plain


@dataclass(frozen=True, slots=True)
class Room:
    """What an answer may take."""

    most: int
    """The most tokens that it may have; 0 for a closed set or a given answer: they are scored."""
    reserved: int
    """Cells set aside when it begins."""
    least: int
    """Without room for so many tokens it is not even tried."""


def room_of(node: GenerateNode, settings: Options) -> Room:
    """Return the room of an answer; `settings` lie above the node's own options."""
    given = dict(node.given)
    if closed_options(node.ty) is not None or "answer" in given:
        return Room(0, 0, 0)
    limit = settings.over(node.options).get("max_tokens")
    if "max_tokens" in given and settings.get("max_tokens") is None:
        limit = _highest(given["max_tokens"].ty)
    if isinstance(limit, int):
        return Room(limit, limit, limit)
    if plain(node.ty) == TextTy():
        return Room(FREE_TEXT_TOKENS, FREE_TEXT_TOKENS, FREE_TEXT_TOKENS)
    return Room(FORM_TOKENS, FIRST_FORM_TOKENS, LEAST_FORM_TOKENS)


def _highest(ty: Ty) -> int | None:
    """Return the largest whole number of a type, if it has one."""
    match plain(ty):
        case IntTy(_, maximum):
            return maximum
        case LiteralTy(int() as value):
            return value
        case _:
            return None
