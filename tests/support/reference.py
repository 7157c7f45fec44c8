"""The rules of the language reference, and the links at the foot of its pages."""

import re
from pathlib import Path

from pp_lang.compiler import CATALOGUE

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs" / "reference").glob("*.md"))
CASES = ROOT / "tests" / "conformance" / "language"

_RULE = re.compile(r"\[([a-z]+\.[a-z-]+)\](?![:(\[])")
_CODE = re.compile(r"\[([a-z]+(?:-[a-z]+)*)\](?![:(\[])")
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_FOOT = re.compile(r"^\[[a-z.-]+\]: \S+\n", re.MULTILINE)


def rules_of(page: Path) -> list[str]:
    """Return the names of the rules that a page states, in its order."""
    return _RULE.findall(_prose(page.read_text(encoding="utf-8")))


def with_links(text: str) -> str:
    """Return the text of a page with a link for each rule and each diagnostic that it names."""
    body = _FOOT.sub("", text).rstrip("\n")
    rules = sorted(set(_RULE.findall(_prose(body))))
    codes = sorted(set(_CODE.findall(_prose(body))) & CATALOGUE.keys())
    links = [f"[{rule}]: ../../{_case(rule).relative_to(ROOT).as_posix()}\n" for rule in rules]
    links += [f"[{code}]: ../diagnostics.md#{code}\n" for code in codes]
    return f"{body}\n\n{''.join(links)}" if links else f"{body}\n"


def unknown_codes(page: Path) -> list[str]:
    """Return what a page writes as a diagnostic's code and is none."""
    return sorted(set(_CODE.findall(_prose(page.read_text(encoding="utf-8")))) - CATALOGUE.keys())


def _case(rule: str) -> Path:
    """Return the case of a rule; where there is only one that breaks it, that one."""
    area, _, name = rule.partition(".")
    kept, broken = CASES / area / f"{name}.pp", CASES / area / f"{name}.wrong.pp"
    return broken if broken.is_file() and not kept.is_file() else kept


def _prose(text: str) -> str:
    """Return the text without blocks and pieces of code."""
    return re.sub(r"`[^`\n]*`", "", _FENCED.sub("", text))
