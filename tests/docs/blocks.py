"""Fenced blocks of a Markdown file, and what is done with each kind."""

import re
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


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
    """Return whether `actual` is what a page says; `…` stands for anything, also for lines."""
    pattern = ".*?".join(map(re.escape, expected.strip().split("…")))
    lines = (line.rstrip() for line in actual.strip().splitlines())
    return re.fullmatch(pattern, "\n".join(lines), re.DOTALL) is not None
