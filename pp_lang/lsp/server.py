"""The server: messages of the protocol in, answers out. What they say is made in `answers`."""

import os
from importlib.metadata import PackageNotFoundError, version

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

from pp_lang.errors import CompileError, InputError
from pp_lang.lsp.answers import (
    definition_of,
    diagnostics_of,
    document_symbols_of,
    folds_of,
    formatted,
    hover_at,
    occurrences,
    renamable_at,
    rename_edits,
)
from pp_lang.lsp.complete import TRIGGERS, complete
from pp_lang.lsp.page import Page
from pp_lang.tools import Workspace


class PPServer(LanguageServer):
    """A server with the files that its editor has open."""

    def __init__(self) -> None:
        super().__init__("pp", _version(), text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.files = Workspace()

    def page(self, uri: str) -> Page | None:
        """Return what the editor shows under `uri`; None for a file that it has not opened."""
        document = self.files.find(uri)
        encoding = self.workspace.position_encoding or lsp.PositionEncodingKind.Utf16
        return None if document is None else Page(uri, document, encoding)

    def update(self, uri: str, text: str, number: int) -> None:
        """Take the new text of a file and send what there is to say about it."""
        self.files.update(uri, text)
        page = self.page(uri)
        assert page is not None, "it was opened in the line above"
        self.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(uri, diagnostics_of(page), number)
        )


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
        server.update(document.uri, document.text, document.version)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def _changed(params: lsp.DidChangeTextDocumentParams) -> None:
        document = params.text_document
        text = server.workspace.get_text_document(document.uri).source
        server.update(document.uri, text, document.version)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def _closed(params: lsp.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.files.close(uri)
        server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))


def _add_names(server: PPServer) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def _hover(params: lsp.HoverParams) -> lsp.Hover | None:
        page = server.page(params.text_document.uri)
        return None if page is None else hover_at(page, params.position)

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def _definition(params: lsp.DefinitionParams) -> lsp.Location | None:
        page = server.page(params.text_document.uri)
        return None if page is None else definition_of(page, params.position)

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    def _references(params: lsp.ReferenceParams) -> list[lsp.Location]:
        page = server.page(params.text_document.uri)
        with_definition = params.context.include_declaration
        found = [] if page is None else occurrences(page, params.position, with_definition)
        return [lsp.Location(params.text_document.uri, place) for place in found]

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
        return lsp.WorkspaceEdit(changes={page.uri: edits})


def _add_texts(server: PPServer) -> None:
    @server.feature(
        lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=[*TRIGGERS])
    )
    def _complete(params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
        page = server.page(params.text_document.uri)
        return [] if page is None else complete(page, params.position)

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
