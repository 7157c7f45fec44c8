"""Passages of the sample texts: what they say does not matter, only how long they are."""

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parents[3] / "programs" / "data"
_FILES = (
    "reading/article.txt",
    "triage/policy.txt",
    "entities/news.txt",
    "comparison/second.md",
    "comparison/first.md",
    "generation/brief.md",
    "keywords/abstracts.jsonl",
    "sentiment/reviews.csv",
    "translation/sentences.json",
    "correction/sentences.csv",
)


@cache
def _words() -> list[str]:
    text = " ".join((_DATA / name).read_text("utf-8") for name in _FILES)
    return text.split(" ")


def passage(words: int, start: int = 0) -> str:
    """Return so many words from the word `start` on; the texts begin anew after their end."""
    all_words = _words()
    return " ".join(all_words[(start + index) % len(all_words)] for index in range(words))
