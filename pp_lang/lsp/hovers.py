"""What a page says about the name under the pointer."""

import re

from lsprotocol import types as lsp

from pp_lang.lsp.page import Page
from pp_lang.lsp.words import describe_builtin, describe_option
from pp_lang.source import Span
from pp_lang.tools import SCORES, Symbol, SymbolKind, show_type

_WORD = re.compile(r"[^\W\d]\w*")
_OF_TOLD_TYPE = (SymbolKind.VALUE, SymbolKind.VARIABLE)
"""What has no type written where it is defined."""


def hover_at(page: Page, position: lsp.Position, size: str | None = None) -> lsp.Hover | None:
    """Return what the name at `position` is, as it was written, its documentation and size."""
    use = page.use_at(position)
    if use is not None:
        return _hover(_describe(page, use.symbol, size), page.range(use.span))
    offset = page.offset(position)
    member = page.document.checked.meaning.name_at(offset)
    if member is not None:
        return _hover(_describe_member(page, member), page.range(member))
    span = _word_at(page.document.text, offset)
    said = _of_the_language(page.document.text, span)
    return None if said is None else _hover(_code(said), page.range(span))


def _of_the_language(text: str, span: Span) -> str | None:
    word = text[span.start : span.end]
    said = describe_builtin(word) if text[span.end : span.end + 1] == "(" else None
    if said is None and re.match(r"\s*:", text[span.end :]):
        said = describe_option(word)
    return said


def _hover(text: str, place: lsp.Range) -> lsp.Hover:
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, text), place)


def _code(text: str) -> str:
    return f"```pp\n{text}\n```"


def _describe(page: Page, symbol: Symbol, size: str | None) -> str:
    owner = f" of `{symbol.owner}`" if symbol.owner else ""
    told = ""
    if symbol.kind in _OF_TOLD_TYPE and symbol.file is None:
        ty = page.document.checked.meaning.type_at(symbol.span)
        told = f", of type `{show_type(ty)}`" if ty is not None else ""
    parts = [_code(symbol.detail), symbol.doc or "", f"{symbol.kind}{owner}{told}", size or ""]
    return "\n\n".join(part.strip() for part in parts if part)


def _describe_member(page: Page, name: Span) -> str:
    """Describe what stands behind a dot and has no definition: a score, a field of a value."""
    word = page.document.text[name.start : name.end]
    ty = page.document.checked.meaning.type_at(name)
    code = _code(word if ty is None else f"{word}: {show_type(ty)}")
    return f"{code}\n\n{SCORES[word]}" if word in SCORES else code


def _word_at(text: str, offset: int) -> Span:
    """Return the word that holds `offset` or ends there; nothing where there is none."""
    start = offset
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    match = _WORD.match(text, start)
    return Span(start, match.end()) if match else Span(offset, offset)
