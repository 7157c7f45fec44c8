"""What could have stood at a place, in a few words."""

import unicodedata

from pp_lang.syntax.problems import DECLARATIONS, TEST_LINES
from pp_lang.syntax.situation import Situation

_KINDS = {
    "$END": "the end of the file",
    "NAME": "a name",
    "STRING": "a text in quotes",
    "INT": "a number",
    "FLOAT": "a number",
}
_VALUE_STARTS = {
    "NAME", "STRING", "INT", "FLOAT", "true", "false", "none", "[", "(", "{", "if", "map",
    "sample", "reduce", "match", "repeat", "not", "-", "soft",
}  # fmt: skip
_TYPE_STARTS = {"NAME", "STRING", "INT", "FLOAT", "true", "false", "none", "(", "{", "-"}
_OPERATORS = {
    "or", "and", "in", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "//", "%", ".", "[",
    "(", "not", "=>",
}  # fmt: skip
_MOST = 4


def name_expected(here: Situation) -> tuple[str, ...]:
    """Return the expected things in words, a whole kind as one; nothing where they are many."""
    rest = set(here.expected)
    words: list[str] = []
    if here.wants_value:
        words.append("a value")
        rest -= _VALUE_STARTS
    elif rest >= _TYPE_STARTS:
        words.append("a type")
        rest -= _TYPE_STARTS
    elif len(rest & _OPERATORS) > 2 or rest & _OPERATORS == {"or"}:
        words.append("an operator")
        rest -= _OPERATORS
    if rest >= set(DECLARATIONS):
        words.append("a declaration")
        rest -= {*DECLARATIONS, '"""'}
    if rest >= set(TEST_LINES):
        words.append("a line of a test")
        rest -= set(TEST_LINES)
    if here.opened == "{{" and "}" in rest:
        words.append("`}}`")
        rest -= {"}"}
    words += sorted({_KINDS.get(one, f"`{one}`") for one in rest if one not in ("TEXT", "ROLE")})
    return tuple(words) if len(words) <= _MOST else ()


def show_found(found: str) -> str:
    """Return what was found as a message shows it, invisible characters by name."""
    if not found:
        return "end of the file"
    if found.isprintable():
        return f"`{found}`"
    return f"character {unicodedata.name(found[0], f'U+{ord(found[0]):04X}')}"
