"""A text up to the cursor as tokens, whatever is wrong with it.

What is being typed has no form yet, so completion cannot wait for the parser. This reads words,
brackets, prompt bodies and their holes, and never gives up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<comment>\#[^\n]*)"
    r'|(?P<quotes>""")'
    r'|(?P<string>"(?:[^"\\\n]|\\.)*(?:"|(?=\n)|\Z))'
    r"|(?P<number>\d[\d_]*(?:\.\d+)?)"
    r"|(?P<name>[^\W\d]\w*)"
    r"|(?P<mark>=>|->|==|!=|<=|>=|\.\.|//|.)",
    re.DOTALL,
)
_OF_TEXT = re.compile(r'"""|\{\{|\{%|\{#')


class Where(Enum):
    """What kind of text a place lies in."""

    CODE = auto()
    COMMENT = auto()
    STRING = auto()
    DOCSTRING = auto()
    PROMPT = auto()
    """The words of a body."""
    HOLE = auto()
    TAG = auto()


class Token(NamedTuple):
    """A word, a mark, or where a body, hole or tag begins and ends."""

    kind: str
    """`name`, `number`, `string` or `mark`; of bodies `body`, `hole`, `tag` and their `…-end`."""
    text: str
    start: int
    end: int


@dataclass(slots=True)
class Scanned:
    """The tokens of a text, and where it ends."""

    tokens: list[Token] = field(default_factory=list)
    where: Where = Where.CODE


def scan(text: str, start: int, end: int, where: Where = Where.CODE) -> Scanned:
    """Return the tokens of `text` between two offsets, the first of which lies in `where`."""
    scanned = Scanned(where=where)
    at = start
    while at < end:
        match scanned.where:
            case Where.PROMPT:
                at = _scan_prompt(text, at, end, scanned)
            case Where.DOCSTRING:
                at = _skip_past(text, '"""', at, end, scanned, Where.CODE)
            case Where.COMMENT:
                at = _skip_past(text, "#}", at, end, scanned, Where.PROMPT)
            case Where.CODE | Where.HOLE | Where.TAG | Where.STRING:
                at = _scan_code(text, at, end, scanned)
    return scanned


def _scan_prompt(text: str, at: int, end: int, scanned: Scanned) -> int:
    mark = _OF_TEXT.search(text, at, end)
    if mark is None:
        return end
    kinds = {
        '"""': ("body-end", Where.CODE),
        "{{": ("hole", Where.HOLE),
        "{%": ("tag", Where.TAG),
        "{#": ("", Where.COMMENT),
    }
    kind, scanned.where = kinds[mark[0]]
    if kind:
        scanned.tokens.append(Token(kind, mark[0], *mark.span()))
    return mark.end()


def _skip_past(text: str, mark: str, at: int, end: int, scanned: Scanned, then: Where) -> int:
    found = text.find(mark, at, end)
    if found < 0:
        return end
    scanned.where = then
    return found + len(mark)


def _scan_code(text: str, at: int, end: int, scanned: Scanned) -> int:
    closing = {Where.HOLE: "}}", Where.TAG: "%}"}.get(scanned.where)
    if closing and text.startswith(closing, at) and not _is_in_braces(scanned.tokens):
        kind = "hole-end" if closing == "}}" else "tag-end"
        scanned.tokens.append(Token(kind, closing, at, at + 2))
        scanned.where = Where.PROMPT
        return min(end, at + 2)
    found = _TOKEN.match(text, at, end)
    assert found is not None
    kind = found.lastgroup or "mark"
    match kind:
        case "quotes":
            _open_or_close(found, scanned)
        case "comment" if found.end() == end:
            scanned.where = Where.COMMENT
        case "string" if found.end() == end and not _is_closed(found[0]):
            scanned.tokens.append(Token(kind, found[0], *found.span()))
            scanned.where = Where.STRING
        case "space" | "comment":
            pass
        case _:
            scanned.tokens.append(Token(kind, found[0], *found.span()))
    return found.end()


def _open_or_close(found: "re.Match[str]", scanned: Scanned) -> None:
    """Triple quotes open a docstring or a body, or end one in the midst of a hole."""
    last = scanned.tokens[-1] if scanned.tokens else None
    if scanned.where is not Where.CODE:
        scanned.tokens.append(Token("body-end", found[0], *found.span()))
        scanned.where = Where.CODE
    elif last is None or last.text == "{":
        scanned.where = Where.DOCSTRING
    else:
        scanned.tokens.append(Token("body", found[0], *found.span()))
        scanned.where = Where.PROMPT


def _is_closed(string: str) -> bool:
    return re.fullmatch(r'"(?:[^"\\\n]|\\.)*"', string) is not None


def _is_in_braces(tokens: list[Token]) -> bool:
    """Return whether a brace is open since the hole or tag began."""
    depth = 0
    for token in _since_opening(tokens):
        depth += (token.text == "{") - (token.text == "}")
    return depth > 0


def _since_opening(tokens: list[Token]) -> Iterator[Token]:
    for token in reversed(tokens):
        if token.kind in ("hole", "tag"):
            return
        yield token
