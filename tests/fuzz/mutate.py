"""Changes of programs that keep most of them readable: words are moved, not bytes."""

import random
import re

from tests.support.programs import FRAGMENTS
from tests.support.written import RULES

_TOKEN = re.compile(
    r'"""|"(?:[^"\\\n]|\\.)*"|\w+|\s+|#[^\n]*|\{\{|\{%|\{#|%\}|->|=>|\.\.|[=!<>]=|//|.', re.DOTALL
)
_MOST_STEPS = 4


def vocabulary() -> list[str]:
    """Return words, signs and whole forms of the language to put into a text."""
    forms = [form for forms in RULES.values() for form in forms]
    words = {word for form in forms for word in form.split() if not word.startswith("$")}
    return sorted({*words, *FRAGMENTS, *(re.sub(r"\$\w+[?*+,]*", "a", form) for form in forms)})


VOCABULARY = vocabulary()


def mutate(text: str, other: str, seed: int) -> str:
    """Return `text` with a few of its words left out, doubled, moved, or taken from `other`."""
    draw = random.Random(seed)
    tokens, others = _TOKEN.findall(text), _TOKEN.findall(other) or [" "]
    for _ in range(draw.randint(1, _MOST_STEPS)):
        start = draw.randint(0, len(tokens))
        end = min(len(tokens), start + draw.choice([0, 0, 1, 1, 2, 5, 20]))
        tokens[start:end] = _middle(draw, tokens, others, start, end)
    return "".join(tokens)


def _middle(
    draw: random.Random, tokens: list[str], others: list[str], start: int, end: int
) -> list[str]:
    way = draw.randint(0, 4)
    if way == 0:
        return []
    if way == 1:
        return tokens[start:end] * 2
    if way == 2:
        return [" ", draw.choice(VOCABULARY), " "]
    source = tokens if way == 3 and tokens else others
    at = draw.randint(0, len(source) - 1)
    return source[at : at + draw.choice([1, 2, 5, 20])]
