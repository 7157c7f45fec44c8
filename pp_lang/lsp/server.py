"""The server: messages of the protocol in, answers out. What they say is made in `answers`."""

import asyncio
import os
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from pp_lang.errors import CompileError, InputError
from pp_lang.lsp.answers import (
    code_actions,
    diagnostics_of,
    document_symbols_of,
    folds_of,
    formatted,
    occurrences,
    renamable_at,
    rename_edits,
)
from pp_lang.lsp.complete import TRIGGERS, complete
from pp_lang.lsp.hovers import hover_at
from pp_lang.lsp.page import Page
from pp_lang.lsp.positions import TextIndex
from pp_lang.lsp.signature_help import TRIGGERS as CALL_TRIGGERS
from pp_lang.lsp.signature_help import signature_help
from pp_lang.lsp.token_counts import TokenCounts
from pp_lang.source import Span
from pp_lang.tools import SymbolKind, TextEdit, Workspace

_PROMPTS = (SymbolKind.CONTEXT, SymbolKind.TEMPLATE)
REST_S = 0.1
"""How long typing must rest before a text is checked unasked."""


class PPServer(LanguageServer):
    """A server with the files that its editor has open."""

    def __init__(self) -> None:
        super().__init__("pp", _version(), text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.files = Workspace()
        self.token_counts = TokenCounts(self.files)
        self._uris: dict[str, str] = {}
        """What the editor calls each open file."""
        self._texts: dict[str, tuple[str, int]] = {}
        """Texts and version numbers that are not checked yet, by URI."""
        self._timers: dict[str, asyncio.TimerHandle] = {}

    def page(self, uri: str) -> Page | None:
        """Return what the editor shows under `uri`; None for a file that it has not opened."""
        self.read(uri)
        document = self.files.find(name_of(uri))
        return None if document is None else Page(uri, document, self._encoding)

    def pages(self) -> list[Page]:
        """Return all that the editor has open."""
        found = (self.page(uri) for uri in self._uris.values())
        return [page for page in found if page is not None]

    def open(self, uri: str, text: str, number: int) -> None:
        """Take a file that is opened now, and say at once what there is to say about it."""
        self._uris[name_of(uri)] = uri
        self._texts[uri] = (text, number)
        self.read(uri)

    def change(self, uri: str, text: str, number: int) -> None:
        """Take the new text of a file. It is checked when it is asked about, or typing rests."""
        self._texts[uri] = (text, number)
        if uri in self._timers:
            self._timers[uri].cancel()
        loop = asyncio.get_running_loop()
        self._timers[uri] = loop.call_later(REST_S, self.read, uri)

    def read(self, uri: str) -> None:
        """Check the last text of a file, and what imports it, and send what there is to say."""
        if uri not in self._texts:
            return
        text, number = self._texts.pop(uri)
        self.files.update(name_of(uri), text)
        self._send(uri, number)
        for name in self.files.refresh(name_of(uri)):
            self._send(self._uris[name], None)

    def close(self, uri: str) -> None:
        """Forget a file; what is on disk counts again."""
        self._texts.pop(uri, None)
        self._uris.pop(name_of(uri), None)
        self.files.close(name_of(uri))
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    def location(self, name: str, span: Span) -> lsp.Location | None:
        """Return a place in a file that is open or on the disk."""
        page = self.page(self._uris.get(name, name))
        if page is not None:
            return lsp.Location(page.uri, page.range(span))
        try:
            text = Path(name).read_bytes().decode("utf-8-sig")
        except (OSError, ValueError):  # such as a module that lies in an archive
            return None
        return lsp.Location(self.uri_of(name), TextIndex(text, self._encoding).range(span))

    def places_elsewhere(self, page: Page, position: lsp.Position) -> list[lsp.Location]:
        """Return where other open files name what is named at `position`."""
        symbol = page.symbol_at(position)
        if symbol is None:
            return []
        found = self.files.uses_elsewhere(page.document.name, symbol)
        pages = {name: self.page(self._uris[name]) for name in found}
        return [
            lsp.Location(other.uri, other.range(use.span))
            for name, uses in found.items()
            if (other := pages[name]) is not None
            for use in uses
        ]

    def changes(self, edits: Mapping[str, Iterable[TextEdit]]) -> dict[str, list[lsp.TextEdit]]:
        """Return edits of open files as the protocol says them."""
        pages = {name: self.page(self._uris[name]) for name in edits}
        return {
            page.uri: [lsp.TextEdit(page.range(edit.span), edit.text) for edit in edits[name]]
            for name, page in pages.items()
            if page is not None
        }

    def uri_of(self, name: str) -> str:
        """Return the URI of a file: the editor's own where it is open."""
        return self._uris.get(name) or from_fs_path(name) or name

    @property
    def _encoding(self) -> lsp.PositionEncodingKind | str:
        return self.workspace.position_encoding or lsp.PositionEncodingKind.Utf16

    def _send(self, uri: str, number: int | None) -> None:
        page = self.page(uri)
        assert page is not None, "it is open"
        self.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(uri, diagnostics_of(page), number)
        )


def name_of(uri: str) -> str:
    """Return the path of a file; what is no file is called by its URI."""
    return to_fs_path(uri) or uri


def serve() -> None:
    """Answer an editor over standard input and output until it says `exit`."""
    with os.fdopen(os.dup(0), "rb") as messages, os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)  # whatever else is printed must not get between the answers
        build_server().start_io(messages, answers)


def build_server() -> PPServer:
    """Return a server that knows all requests, not started."""
    server = PPServer()
    _add_documents(server)
    _add_names(server)
    _add_texts(server)
    return server


def _add_documents(server: PPServer) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def _opened(params: lsp.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        server.open(document.uri, document.text, document.version)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def _changed(params: lsp.DidChangeTextDocumentParams) -> None:
        document = params.text_document
        text = server.workspace.get_text_document(document.uri).source
        server.change(document.uri, text, document.version)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def _closed(params: lsp.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)


def _add_names(server: PPServer) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def _hover(params: lsp.HoverParams) -> lsp.Hover | None:
        page = server.page(params.text_document.uri)
        if page is None:
            return None
        symbol, size = page.symbol_at(params.position), None
        if symbol is not None and symbol.kind in _PROMPTS and symbol.file is None:
            size = await server.token_counts.describe(page.document.name, symbol.name)
        return hover_at(page, params.position, size)

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def _definition(params: lsp.DefinitionParams) -> lsp.Location | None:
        page = server.page(params.text_document.uri)
        symbol = None if page is None else page.symbol_at(params.position)
        if page is None or symbol is None:
            return None
        if symbol.file is None:
            return lsp.Location(page.uri, page.range(symbol.span))
        return server.location(symbol.file, symbol.span)

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    def _references(params: lsp.ReferenceParams) -> list[lsp.Location]:
        page = server.page(params.text_document.uri)
        with_definition = params.context.include_declaration
        if page is None:
            return []
        found = occurrences(page, params.position, with_definition)
        places = [lsp.Location(page.uri, place) for place in found]
        return places + server.places_elsewhere(page, params.position)

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
    def _highlight(params: lsp.DocumentHighlightParams) -> list[lsp.DocumentHighlight]:
        page = server.page(params.text_document.uri)
        found = [] if page is None else occurrences(page, params.position, True)
        return [lsp.DocumentHighlight(place) for place in found]

    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    def _prepare_rename(params: lsp.PrepareRenameParams) -> lsp.Range | None:
        page = server.page(params.text_document.uri)
        return None if page is None else renamable_at(page, params.position)

    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    def _rename(params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        page = server.page(params.text_document.uri)
        if page is None:
            return None
        try:
            edits = rename_edits(server.files, page, params.position, params.new_name)
        except InputError as error:
            raise _refusal(error) from error
        return lsp.WorkspaceEdit(changes=server.changes(edits))


def _add_texts(server: PPServer) -> None:
    @server.feature(
        lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=[*TRIGGERS])
    )
    def _complete(params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
        page = server.page(params.text_document.uri)
        return [] if page is None else complete(page, params.position)

    @server.feature(lsp.TEXT_DOCUMENT_SIGNATURE_HELP, lsp.SignatureHelpOptions([*CALL_TRIGGERS]))
    def _signature(params: lsp.SignatureHelpParams) -> lsp.SignatureHelp | None:
        page = server.page(params.text_document.uri)
        return None if page is None else signature_help(page, params.position)

    @server.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix])
    )
    def _code_actions(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        page = server.page(params.text_document.uri)
        return [] if page is None else code_actions(page, params.range)

    @server.feature(lsp.TEXT_DOCUMENT_FORMATTING)
    def _format(params: lsp.DocumentFormattingParams) -> list[lsp.TextEdit]:
        page = server.page(params.text_document.uri)
        try:
            return [] if page is None else formatted(page)
        except CompileError:
            return []  # the mistakes of form are shown already

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def _symbols(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        page = server.page(params.text_document.uri)
        return [] if page is None else document_symbols_of(page)

    @server.feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE)
    def _folds(params: lsp.FoldingRangeParams) -> list[lsp.FoldingRange]:
        page = server.page(params.text_document.uri)
        return [] if page is None else folds_of(page)


def _refusal(error: InputError) -> JsonRpcInvalidParams:
    """Return the answer that makes an editor show why nothing was done."""
    return JsonRpcInvalidParams(message=f"{error.message}. {error.hint or ''}".rstrip())


def _version() -> str:
    try:
        return version("pp-lang")
    except PackageNotFoundError:
        return "checkout"
