"""Program files that a command changes, shown as a diff."""

from collections.abc import Iterator
from difflib import unified_diff


def diff_lines(name: str, before: str, after: str, what: str) -> Iterator[str]:
    """Yield the lines of a unified diff; `what` names the second side; line ends do not count."""
    old, new = (
        [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
        for text in (before, after)
    )
    return unified_diff(old, new, name, f"{name} ({what})", lineterm="")
