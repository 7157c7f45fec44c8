"""Where the declarations of a file begin, told without parsing it."""

import re
from collections.abc import Iterator

from pp_lang.source import Span
from pp_lang.syntax import habits
from pp_lang.syntax.problems import DECLARATIONS

_NAMED = (
    r"(?:type[ \t]+\w+(?=[ \t]*[={])|(?:context|template|extern)[ \t]+\w+(?=[ \t]*\()"
    r"|program[ \t]+\w+(?=[ \t]*[(\[])|model[ \t]+\w+(?=[ \t]*=))"
)
_NAMED_HEAD = re.compile(f"^{_NAMED}", re.MULTILINE)
_HEAD = re.compile(rf"^(?:import[ \t]+[\w\"]|test[ \t]+\"|{_NAMED})", re.MULTILINE)
"""What can hardly be anything but the beginning of a declaration."""

_WORDS = "|".join(sorted({*DECLARATIONS, *habits.DECLARATIONS} - {"if", "map", "match", "return"}))
_LIKELY = re.compile(
    rf"^(?:(?:{_WORDS})\b(?![ \t]*[=:.,)])"
    r"|(?!(?:within|return|else|if|map|match|not|case)\b)\w+[ \t]+\w+[ \t]*(?:[({]|=(?![=>]))"
    r"|[^\W\d]\w*[ \t]*(?:\(|=(?![=>])))",
    re.MULTILINE,
)
"""What is one where no bracket is open: a misspelt one, or a value outside any program."""

_MARK = re.compile(r'"""|"(?:[^"\\\n]|\\.)*"|#[^\n]*|[()\[\]{}]|^(?=\w)', re.MULTILINE)


def find_chunks(text: str) -> list[tuple[int, int]]:
    """Return the parts of `text`, each with one declaration, right or wrong; together all of it."""
    starts = sorted({0, *_starts(text)})
    if len(starts) > 1 and not text[: starts[1]].strip():
        del starts[1]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def find_heads(text: str) -> Iterator[tuple[str, Span]]:
    """Yield the names of the declarations that begin in a text of any form, with their heads."""
    for head in _NAMED_HEAD.finditer(text):
        yield head[0].split()[1], Span(*head.span())


def _starts(text: str) -> list[int]:
    starts: list[int] = []
    is_odd = text.count('"""') % 2 == 1
    depth = at = 0
    while (mark := _MARK.search(text, at)) is not None:
        at = mark.end()
        word = mark[0]
        if word == '"""':
            at = _body_end(text, at, may_be_open=is_odd)
        elif word == "":
            if _HEAD.match(text, at) or (depth == 0 and _LIKELY.match(text, at)):
                starts.append(at)
                depth = 0
            at += 1
        elif word in "([{":
            depth += 1
        elif word in ")]}":
            depth = max(0, depth - 1)
    return starts


def _body_end(text: str, at: int, *, may_be_open: bool) -> int:
    """Return where the body ends: at its quotes, or before the next declaration if it has none."""
    end = text.find('"""', at)
    end = len(text) if end < 0 else end + 3
    head = _HEAD.search(text, at, end) if may_be_open else None
    return end if head is None else head.start()
