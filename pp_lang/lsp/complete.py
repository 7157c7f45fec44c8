"""What could be written at a place, told from the text in front of it."""

from collections.abc import Iterable, Iterator

from lsprotocol import types as lsp

from pp_lang.lsp.brackets import Kind
from pp_lang.lsp.cursor import Cursor, read_cursor
from pp_lang.lsp.members import members_of
from pp_lang.lsp.page import Page
from pp_lang.lsp.scan import Where
from pp_lang.lsp.words import (
    CASE_WORDS,
    EXPRESSION_WORDS,
    HEAD_WORDS,
    LIMITS,
    TAGS,
    TEST_WORDS,
    TYPE_LIMITS,
    TYPE_WORDS,
    describe_builtin,
    describe_option,
)
from pp_lang.semantics import BUILTINS, CALL_OPTIONS, EXTERN_OPTIONS, MODEL_OPTIONS
from pp_lang.syntax import DECLARATIONS
from pp_lang.tools import Document, Symbol, SymbolKind

TRIGGERS = (".", "{", "%")

_Kind = lsp.CompletionItemKind
_Items = Iterator[lsp.CompletionItem]
_KINDS = {
    SymbolKind.TYPE: _Kind.Struct,
    SymbolKind.CONTEXT: _Kind.Module,
    SymbolKind.TEMPLATE: _Kind.Method,
    SymbolKind.PROGRAM: _Kind.Function,
    SymbolKind.EXTERN: _Kind.Function,
    SymbolKind.MODEL: _Kind.Constant,
    SymbolKind.NAMESPACE: _Kind.Module,
    SymbolKind.PARAMETER: _Kind.Variable,
    SymbolKind.VALUE: _Kind.Variable,
    SymbolKind.VARIABLE: _Kind.Variable,
}
_IN_TYPES = (SymbolKind.TYPE, SymbolKind.CONTEXT, SymbolKind.NAMESPACE)
_CALLED = (
    SymbolKind.CONTEXT, SymbolKind.TEMPLATE, SymbolKind.PROGRAM, SymbolKind.EXTERN,
    SymbolKind.NAMESPACE,
)  # fmt: skip
_OPTIONS = {"extern": EXTERN_OPTIONS, "model": MODEL_OPTIONS}
"""Options of the declarations that have others than calls."""
_BEFORE_TYPE = ("->", "|", ":", "(", "[", "=")


def complete(page: Page, position: lsp.Position) -> list[lsp.CompletionItem]:
    """Return what fits at `position`; the editor picks by what is typed already."""
    cursor = read_cursor(page.document.text, page.offset(position))
    return [*_Offers(page.document, cursor).items()]


class _Offers:
    """What fits in one place of a document."""

    def __init__(self, document: Document, cursor: Cursor) -> None:
        self._document = document
        self._cursor = cursor
        self._before = cursor.before.text if cursor.before is not None else ""
        versions = (document.checked, document.last_readable)
        self._checked = document.last_readable if not document.checked.uses else document.checked
        symbols = [symbol for one in versions for symbol in one.symbols]
        self._globals = {one.name: one for one in reversed(symbols) if one.owner is None}
        self._locals = {
            one.name: one for one in reversed(symbols) if one.owner == cursor.declaration
        }
        self._namespaces = {
            name: space for one in reversed(versions) for name, space in one.namespaces.items()
        }

    def items(self) -> _Items:
        match self._cursor.where:
            case Where.CODE:
                yield from self._in_code()
            case Where.HOLE | Where.TAG:
                yield from self._in_prompt()

    def _in_prompt(self) -> _Items:
        before = self._cursor.before
        if before is not None and before.kind == "tag":
            yield from _keywords(TAGS)
        elif self._before == ".":
            yield from self._members()
        else:
            yield from self._values(are_steps_allowed=False)

    def _in_code(self) -> _Items:
        cursor = self._cursor
        if self._before == ".":
            yield from self._members()
        elif cursor.keyword is None or self._is_at_start_of_file_line():
            yield from _keywords(DECLARATIONS)
        elif cursor.frame.kind is Kind.HEAD:
            yield from self._in_head()
        else:
            yield from self._in_brackets()

    def _is_at_start_of_file_line(self) -> bool:
        return self._cursor.is_at_line_start and self._cursor.frame.kind is Kind.HEAD

    def _in_head(self) -> _Items:
        if self._before == "within":
            yield from self._symbols(SymbolKind.CONTEXT, SymbolKind.NAMESPACE)
        elif self._cursor.frame.is_type(self._cursor.keyword) and self._before in _BEFORE_TYPE:
            yield from self._types()
        else:
            yield from _keywords(HEAD_WORDS)

    def _in_brackets(self) -> _Items:
        frame = self._cursor.frame
        match frame.kind:
            case Kind.PARAMS | Kind.TYPE | Kind.RECORD_TYPE if frame.is_type(self._cursor.keyword):
                if self._before in _BEFORE_TYPE:
                    yield from self._types()
            case Kind.PARAMS if len(frame.entry()) < 3:
                return  # a new name
            case Kind.TYPE_LIMITS:
                yield from (_option(name, None) for name in TYPE_LIMITS)
            case Kind.OPTIONS | Kind.LIMITS:
                yield from self._options()
            case Kind.TEST:
                yield from self._values()
                yield from _keywords(TEST_WORDS)
            case Kind.CASES:
                yield from self._values()
                yield from _keywords(CASE_WORDS)
            case Kind.PATTERN | Kind.TYPE_PARAMS:
                return
            case Kind.CALL if self._before in ("(", ","):
                yield from self._arguments()
                yield from self._values()
            case _ if frame.has_options():
                yield from self._options()
            case _:
                yield from self._values()

    def _options(self) -> _Items:
        frame = self._cursor.frame
        words = [token.text for token in frame.entry()]
        if words[-2:] in (["model", ":"], ["fallback", ":"]):
            yield from self._symbols(SymbolKind.MODEL)
        elif self._before not in ("{", ","):
            yield from self._values()
        elif frame.kind is Kind.LIMITS:
            yield from (_option(name, text) for name, text in LIMITS.items())
        else:
            known = _OPTIONS.get(self._cursor.keyword or "", CALL_OPTIONS)
            yield from (_option(name, describe_option(name)) for name in sorted(known))

    def _arguments(self) -> _Items:
        """The names of the parameters of the call whose arguments are being written."""
        for one in self._document.parameters_of(self._cursor.callee):
            yield lsp.CompletionItem(
                f"{one.name}:", kind=_Kind.Field, detail=one.detail, insert_text=f"{one.name}: "
            )

    def _members(self) -> _Items:
        tokens = self._cursor.tokens
        base = tokens[-2].text if len(tokens) > 1 else ""
        if base in self._namespaces:
            yield from map(_item, self._namespaces[base].values())
            return
        symbol = self._locals.get(base)
        if symbol is not None:
            for name, detail in members_of(self._checked, symbol):
                yield lsp.CompletionItem(name, kind=_Kind.Field, detail=detail)

    def _types(self) -> _Items:
        yield from self._symbols(*_IN_TYPES)
        yield from _keywords(TYPE_WORDS)

    def _values(self, *, are_steps_allowed: bool = True) -> _Items:
        for name in self._cursor.names:
            symbol = self._locals.get(name)
            yield _item(symbol) if symbol else lsp.CompletionItem(name, kind=_Kind.Variable)
        if are_steps_allowed:
            yield from self._symbols(*_CALLED)
        elif self._cursor.keyword == "template":
            yield lsp.CompletionItem(
                "format", kind=_Kind.Variable, detail="what to answer, in words"
            )
        for name in BUILTINS:
            yield lsp.CompletionItem(name, kind=_Kind.Function, detail=describe_builtin(name))
        yield from _keywords(EXPRESSION_WORDS)

    def _symbols(self, *kinds: SymbolKind) -> _Items:
        yield from (_item(one) for one in self._globals.values() if one.kind in kinds)


def _item(symbol: Symbol) -> lsp.CompletionItem:
    return lsp.CompletionItem(
        symbol.name, kind=_KINDS[symbol.kind], detail=symbol.detail, documentation=symbol.doc
    )


def _option(name: str, detail: str | None) -> lsp.CompletionItem:
    return lsp.CompletionItem(name, kind=_Kind.Property, detail=detail, insert_text=f"{name}: ")


def _keywords(words: Iterable[str]) -> _Items:
    for word in words:
        yield lsp.CompletionItem(word, kind=_Kind.Keyword)
