"""A small reader of TextMate grammars: the scopes of the words of one line."""

import re
from collections.abc import Iterator
from typing import Any  # Any: JSON

Rule = dict[str, Any]


def scopes_of(grammar: Rule, line: str) -> dict[str, str]:
    """Return the scope of each part of a line that has one, by its text.

    Rules are tried as an editor does: the first match in the line, of two at one place the rule
    that stands first. What a rule begins ends in the same line.
    """
    rules = [*_leaves(grammar, grammar["patterns"])]
    found: dict[str, str] = {}
    at = 0
    while at < len(line):
        matches = [
            (match.start(), rule, match) for rule in rules if (match := _search(rule, line, at))
        ]
        if not matches:
            break
        _, rule, match = min(matches, key=lambda one: one[0])
        found |= dict(_named(rule, match))
        at = max(at + 1, match.end())
        if "end" in rule and "prompt" not in rule["name"]:
            closing = re.compile(rule["end"]).search(line, at)
            at = closing.end() if closing else len(line)
    return found


def _leaves(grammar: Rule, patterns: list[Rule]) -> Iterator[Rule]:
    for rule in patterns:
        if "include" in rule:
            included = grammar["repository"][rule["include"].removeprefix("#")]
            inner = [included] if {"match", "begin"} & included.keys() else included["patterns"]
            yield from _leaves(grammar, inner)
        else:
            yield rule


def _search(rule: Rule, line: str, at: int) -> "re.Match[str] | None":
    return re.compile(rule.get("match") or rule["begin"]).search(line, at)


def _named(rule: Rule, match: "re.Match[str]") -> Iterator[tuple[str, str]]:
    captures = rule.get("captures") or rule.get("beginCaptures") or {}
    for number, capture in captures.items():
        if match[int(number)]:
            yield match[int(number)], capture["name"]
    if "name" in rule and not captures:
        yield match[0], rule["name"]
