"""What there is to know about a diagnostic beyond its message."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_FILE = re.compile(r"^=== (\S+)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """The explanation of one code, the smallest file that gives it, and that file put right."""

    explanation: str
    example: str
    fixed: str
    files: Mapping[str, str] = field(default_factory=dict)
    """What lies beside the example, by name."""
    fixed_files: Mapping[str, str] = field(default_factory=dict)
    """What lies beside the file put right."""


def entry(text: str) -> Entry:
    """Return the entry written as three parts with a line `---` between them.

    A line `=== name.pp` in an example begins another file; in what is put right only those stand
    that change.
    """
    explanation, example, fixed = (part.strip("\n") for part in text.split("\n---\n"))
    example, files = _split(f"{example}\n")
    fixed, changed = _split(f"{fixed}\n")
    return Entry(" ".join(explanation.split()), example, fixed, files, {**files, **changed})


def _split(text: str) -> tuple[str, dict[str, str]]:
    """Return the file itself and those beside it."""
    first, *rest = _FILE.split(text)
    others = zip(rest[::2], rest[1::2], strict=True)
    return f"{first.rstrip()}\n", {name: f"{other.rstrip()}\n" for name, other in others}
