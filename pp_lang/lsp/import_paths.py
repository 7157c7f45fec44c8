"""What can be imported, for completion: files near the one at hand, and modules."""

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types as lsp

from pp_lang.lsp.cursor import Cursor
from pp_lang.lsp.page import Page
from pp_lang.lsp.scan import Where
from pp_lang.source import Span
from pp_lang.tools import importable_files, importable_modules


def complete_import(page: Page, cursor: Cursor, offset: int) -> Iterator[lsp.CompletionItem]:
    """Yield the files or modules that can stand at the cursor, which is in an import."""
    if cursor.where is Where.STRING:
        yield from _files(page, cursor, offset)
    else:
        yield from _modules(cursor)


def _files(page: Page, cursor: Cursor, offset: int) -> Iterator[lsp.CompletionItem]:
    own = Path(page.document.name)
    if not own.is_absolute() or not cursor.tokens:
        return
    place = page.range(Span(cursor.tokens[-1].start + 1, offset))
    for path in importable_files(own):
        edit = lsp.TextEdit(place, path)
        yield lsp.CompletionItem(path, kind=lsp.CompletionItemKind.File, text_edit=edit)


def _modules(cursor: Cursor) -> Iterator[lsp.CompletionItem]:
    """Yield the next part of a dotted name; after a whole one nothing."""
    words = [token.text for token in cursor.frame.tokens[1:]]
    if words[1::2] != ["."] * (len(words) // 2) or len(words) % 2:
        return
    for name in importable_modules(tuple(words[::2])):
        yield lsp.CompletionItem(name, kind=lsp.CompletionItemKind.Module)
