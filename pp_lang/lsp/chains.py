"""What is written in front of a dot or a bracket, and what it leads to."""

from dataclasses import dataclass

from pp_lang.lsp.cursor import Cursor
from pp_lang.lsp.scan import Token
from pp_lang.tools import Document, Found, Meaning, Step

_OPENING = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Chain:
    """A name, and the steps behind it: `draft.again().tokens`."""

    name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a chain leads to, and what else is known where that is known."""

    found: Found
    meaning: Meaning


def read_chain(tokens: tuple[Token, ...]) -> Chain | None:
    """Return the chain that ends with the last of `tokens`, or None where none does."""
    steps: list[Step] = []
    at = len(tokens) - 1
    while at >= 0:
        token = tokens[at]
        if token.text in _OPENING and token.kind == "mark":
            opening = _matching(tokens, at)
            if token.text != "}":  # options change nothing
                steps.append(Step("call" if token.text == ")" else "item"))
            at = opening - 1
        elif token.kind != "name":
            return None
        elif at and tokens[at - 1].text == ".":
            steps.append(Step("member", token.text))
            at -= 2
        else:
            return Chain(token.text, tuple(reversed(steps)))
    return None


def resolve(
    document: Document, cursor: Cursor, offset: int, tokens: tuple[Token, ...]
) -> Resolved | None:
    """Return what the chain at the end of `tokens` leads to; None where that is not known."""
    chain = read_chain(tokens)
    if chain is None:
        return None
    value = document.find_value(chain.name, cursor.declaration, offset)
    if value is not None:
        checked, ty = value
        return _resolved(checked.meaning, checked.meaning.follow(ty, chain.name, chain.steps))
    for checked in (document.checked, document.last_readable):
        found = checked.meaning.follow(None, chain.name, chain.steps)
        if found is not None:
            return _resolved(checked.meaning, found)
    return None


def _resolved(meaning: Meaning, found: Found) -> Resolved | None:
    return None if found is None else Resolved(found, meaning)


def _matching(tokens: tuple[Token, ...], at: int) -> int:
    """Return where the bracket opens that closes at `at`; the beginning if nowhere."""
    depth = 0
    for place in range(at, -1, -1):
        if tokens[place].kind == "mark":
            depth += (tokens[place].text in _OPENING) - (tokens[place].text in "([{")
        if not depth:
            return place
    return 0
