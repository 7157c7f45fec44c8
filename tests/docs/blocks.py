"""Fenced blocks of a Markdown file, and what is done with each kind."""

import re
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)

_STEP_TIME = re.compile(r"\S+:(?: [\d,]+ \w+ in)?(?: \d+ h)?(?: [\d.]+ (?:min|s))+$")


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block."""

    language: str
    name: str | None
    """The file that the block is to be written to."""
    text: str
    line: int


def read_blocks(path: Path) -> tuple[Block, ...]:
    """Return the fenced blocks of the file, in order."""
    text = path.read_text(encoding="utf-8")
    return tuple(
        Block(match[1], match[2], match[3], text.count("\n", 0, match.start()) + 1)
        for match in _FENCE.finditer(text)
    )


def matches(expected: str, actual: str) -> bool:
    """Return whether `actual` is what a page says.

    `…` stands for anything, alone on a line for any lines. Lines that say how long a step took are
    only there on a slow machine and do not count.
    """
    pattern = "".join(
        r"(?s:.*)" if line.strip() == "…" else ".*?".join(map(re.escape, line.split("…"))) + r"\n"
        for line in expected.strip().splitlines()
    )
    lines = (line.rstrip() for line in actual.strip().splitlines() if not _STEP_TIME.match(line))
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in lines)) is not None
