"""What can be called on a value, told from how the value is defined."""

import re

from pp_lang.tools import Symbol, SymbolKind

_BASE = re.compile(r"([^\W\d]\w*)\s*\.\s*$")
_OPENED = re.compile(r"=\s*(?:\w+\s*\.\s*)*([^\W\d]\w*)\s*\(")
_PASSED = re.compile(r":\s*([^\W\d]\w*)$")


def members(code: str, symbols: tuple[Symbol, ...]) -> tuple[Symbol, ...]:
    """Return the contexts and templates that can be called on the value before the last dot.

    Where its context is not known, they are all that lie within any.
    """
    contexts = {one.name: one for one in symbols if one.kind is SymbolKind.CONTEXT}
    inside = tuple(one for one in symbols if one.parent is not None)
    context = _context_of(code, symbols)
    if context not in contexts:
        return inside
    around = _outwards(context, contexts)
    return tuple(one for one in inside if one.parent in around)


def _context_of(code: str, symbols: tuple[Symbol, ...]) -> str:
    base = _BASE.search(code)
    symbol = next((one for one in symbols if base and one.name == base[1]), None)
    if symbol is None:
        return ""
    pattern = _OPENED if symbol.kind is SymbolKind.VALUE else _PASSED
    found = pattern.search(symbol.detail)
    return found[1] if found else ""


def _outwards(name: str, contexts: dict[str, Symbol]) -> set[str]:
    """Return the context called `name` and those around it."""
    around: set[str] = set()
    while name in contexts and name not in around:
        around.add(name)
        name = contexts[name].parent or ""
    return around
