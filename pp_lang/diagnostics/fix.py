"""Changes of the text that put a mistake right, as plain data."""

from collections.abc import Iterable
from dataclasses import dataclass

from pp_lang.diagnostics.suggest import find_sure
from pp_lang.source import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Text to be put in the place of what stands in `span`; an empty span inserts."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to put a mistake right. Its edits do not overlap."""

    title: str
    """What it does, as an order: `Write `name``."""
    edits: tuple[Edit, ...]
    is_safe: bool
    """True where nothing else can be meant: `pp check --fix` makes these, editors offer all."""


def replace_fix(span: Span, text: str, *, is_safe: bool = True) -> tuple[Fix, ...]:
    """Return the fix that writes `text` in place of what stands in `span`."""
    title = f"Write `{text.strip()}`" if text.strip() else "Remove it"
    return (Fix(title, (Edit(span, text),), is_safe),)


def insert_fix(at: int, text: str, *, is_safe: bool = True) -> tuple[Fix, ...]:
    """Return the fix that inserts `text` at an offset."""
    return (Fix(f"Insert `{text.strip()}`", (Edit(Span(at, at), text),), is_safe),)


def rename_fix(name: str, span: Span, candidates: Iterable[str]) -> tuple[Fix, ...]:
    """Return the fix for a misspelt name: none where no candidate is near.

    It is safe only for a name of four letters or more with a single candidate near to it.
    """
    nearest, is_sure = find_sure(name, candidates)
    return replace_fix(span, nearest, is_safe=is_sure) if nearest is not None else ()


def word_fix(table: dict[str, str], word: str, span: Span) -> tuple[Fix, ...]:
    """Return the safe fix that writes what `table` has for `word`, if it has anything."""
    return replace_fix(span, table[word]) if word in table else ()


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with all the edits made; places count in `text` as it is given."""
    for edit in sorted(edits, key=lambda one: one.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
