"""String literals: from what was written to the text meant."""

import re

from pp_lang.diagnostics import Problem
from pp_lang.source import Span
from pp_lang.syntax.problems import UnknownEscape

_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_MEANINGS = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}


def parse_string(literal: str, start: int) -> tuple[str, list[Problem]]:
    """Return the text of the quoted `literal` that begins at offset `start`, and its mistakes."""
    problems: list[Problem] = []

    def meaning(match: re.Match[str]) -> str:
        code = match[1]
        if len(code) == 5:
            point = int(code[1:], 16)
            if not 0xD800 <= point <= 0xDFFF:  # half of a pair is no character
                return chr(point)
        elif code in _MEANINGS:
            return _MEANINGS[code]
        at = start + 1 + match.start()
        problems.append(UnknownEscape(match[0], Span(at, at + len(match[0]))))
        return match[0]

    return _ESCAPE.sub(meaning, literal[1:-1]), problems
