"""What there is to know about a diagnostic beyond its message."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """The explanation of one code, the smallest file that gives it, and that file put right."""

    explanation: str
    example: str
    fixed: str


def entry(text: str) -> Entry:
    """Return the entry written as three parts with a line `---` between them."""
    explanation, example, fixed = (part.strip("\n") for part in text.split("\n---\n"))
    return Entry(" ".join(explanation.split()), f"{example}\n", f"{fixed}\n")
