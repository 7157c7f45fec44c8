"""What could be written at a place, told from the text in front of it."""

import re
from collections.abc import Iterable, Iterator

from lsprotocol import types as lsp

from pp_lang.lsp.page import Page
from pp_lang.lsp.words import (
    DECLARATION_WORDS,
    EXPRESSION_WORDS,
    HEAD_WORDS,
    TAGS,
    TYPE_WORDS,
    describe_builtin,
    describe_option,
)
from pp_lang.semantics import BUILTINS, CALL_OPTIONS, MODEL_OPTIONS
from pp_lang.tools import Symbol, SymbolKind

TRIGGERS = (".", "{", "%")

_Kind = lsp.CompletionItemKind
_KINDS = {
    SymbolKind.TYPE: _Kind.Struct,
    SymbolKind.CONTEXT: _Kind.Module,
    SymbolKind.TEMPLATE: _Kind.Method,
    SymbolKind.PROGRAM: _Kind.Function,
    SymbolKind.MODEL: _Kind.Constant,
    SymbolKind.PARAMETER: _Kind.Variable,
    SymbolKind.VALUE: _Kind.Variable,
    SymbolKind.VARIABLE: _Kind.Variable,
}
_IN_TYPES = (SymbolKind.TYPE, SymbolKind.CONTEXT)
_HEAD = re.compile(r"^(type|context|template|program|model)\b", re.MULTILINE)
_STRING = re.compile(r'"(?!"")(?:[^"\\\n]|\\.)*"')
_COMMENT = re.compile(r"#[^\n]*")


def complete(page: Page, position: lsp.Position) -> list[lsp.CompletionItem]:
    """Return what fits at `position`; the editor picks by what is typed already."""
    offset = page.offset(position)
    before = re.sub(r"\w*$", "", _declaration_before(page.document.text, offset))
    symbols = page.document.visible_at(offset)
    return list(_items(before, symbols))


def _items(before: str, symbols: tuple[Symbol, ...]) -> Iterator[lsp.CompletionItem]:
    if before.count('"""') % 2 == 1:
        yield from _in_body(before, symbols)
        return
    code = _STRING.sub('""', _COMMENT.sub("", before))
    if not code.strip():
        yield from _keywords(DECLARATION_WORDS)
    elif code.rstrip().endswith("."):
        yield from _symbols(symbols, (SymbolKind.TEMPLATE, SymbolKind.CONTEXT))
    elif re.search(r"\bwithin\s+$", code):
        yield from _symbols(symbols, (SymbolKind.CONTEXT,))
    elif re.search(r"\b(?:model|fallback)\s*:\s*$", code):
        yield from _symbols(symbols, (SymbolKind.MODEL,))
    elif _is_type(code):
        yield from _symbols(symbols, _IN_TYPES)
        yield from _keywords(TYPE_WORDS)
    elif _is_option(code):
        yield from _options(MODEL_OPTIONS if code.startswith("model") else CALL_OPTIONS)
    else:
        yield from _values(symbols)
        yield from _keywords((*EXPRESSION_WORDS, *HEAD_WORDS))


def _in_body(before: str, symbols: tuple[Symbol, ...]) -> Iterator[lsp.CompletionItem]:
    opened = max(("{{", "{%"), key=before.rfind)
    at = before.rfind(opened)
    if at < 0 or before.rfind("}") > at:
        return
    if opened == "{%" and not before[at + 2 :].strip():
        yield from _keywords(TAGS)
        return
    local = [one for one in symbols if one.owner is not None]
    yield from _values(tuple(local))
    yield from _keywords(EXPRESSION_WORDS)


def _declaration_before(text: str, offset: int) -> str:
    """Return the text in front of `offset` from the head of its declaration on."""
    starts = [match.start() for match in _HEAD.finditer(text, 0, offset)]
    return text[starts[-1] if starts else 0 : offset]


def _is_type(code: str) -> bool:
    """Return whether the next word is a type: after a parameter's colon, `->` or `type X =`."""
    if re.search(r"->\s*(?:[\w\[\]?|\s]*[|\[]\s*)?$", code):
        return True
    if code.startswith("type"):
        return re.search(r"[=:|\[]\s*$", code) is not None
    head = re.match(r"\w+\s+\w+\s*\(([^)]*)$", code)
    return head is not None and re.search(r"[:|\[]\s*$", head[1]) is not None


def _is_option(code: str) -> bool:
    """Return whether the next word names an option: in braces behind `)`, a type or a model."""
    opened = code.rfind("{")
    if opened < 0 or "}" in code[opened:] or not re.search(r"[{,]\s*$", code):
        return False
    if code.startswith("program") and code.count("{") == 1:
        return False
    return re.search(r'(?:\)|->[^{]*|within\s+\w+|"|\bby\s+\w+)\s*$', code[:opened]) is not None


def _values(symbols: tuple[Symbol, ...]) -> Iterator[lsp.CompletionItem]:
    yield from _symbols(symbols, tuple(kind for kind in SymbolKind if kind not in _IN_TYPES[:1]))
    for name in BUILTINS:
        yield lsp.CompletionItem(name, kind=_Kind.Function, detail=describe_builtin(name))


def _symbols(
    symbols: tuple[Symbol, ...], kinds: tuple[SymbolKind, ...]
) -> Iterator[lsp.CompletionItem]:
    for one in symbols:
        if one.kind in kinds:
            yield lsp.CompletionItem(
                one.name, kind=_KINDS[one.kind], detail=one.detail, documentation=one.doc
            )


def _options(names: Iterable[str]) -> Iterator[lsp.CompletionItem]:
    for name in sorted(names):
        yield lsp.CompletionItem(
            name, kind=_Kind.Property, detail=describe_option(name), insert_text=f"{name}: "
        )


def _keywords(words: Iterable[str]) -> Iterator[lsp.CompletionItem]:
    for word in words:
        yield lsp.CompletionItem(word, kind=_Kind.Keyword)
