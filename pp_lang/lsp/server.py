"""The language server: which request is answered by what. It speaks over stdio."""

import asyncio
import logging
import os
import sys

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from pp_lang.lsp.diagnostics import published
from pp_lang.lsp.formatting import format_edits
from pp_lang.lsp.outline import document_symbols, folding_ranges
from pp_lang.lsp.session import Session

PUBLISH_DELAY_S = 0.15
"""How long typing must rest before messages about a file are sent."""


class PpServer(LanguageServer):
    """A server with the files of its one client."""

    def __init__(self) -> None:
        super().__init__(
            "pp", "1", text_document_sync_kind=types.TextDocumentSyncKind.Full, max_workers=4
        )
        self.session = Session()
        self._pending: asyncio.TimerHandle | None = None
        self._stale: set[str] = set()

    def take(self, uri: str, text: str, version: int | None, *, is_typing: bool) -> None:
        """Take the text of a file; messages about it follow, while typing a little later."""
        self._stale.add(self.session.put(uri, text, version))
        if self._pending is not None:
            self._pending.cancel()
        loop = asyncio.get_running_loop()
        self._pending = loop.call_later(PUBLISH_DELAY_S if is_typing else 0, self.publish)

    def drop(self, uri: str) -> None:
        """Forget a closed file, and have the editor forget what was said about it."""
        self.session.close(uri)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def publish(self) -> None:
        """Send the messages about all files that an edit has touched."""
        stale, self._stale = self._stale, set()
        for name, file in self.session.open_files():
            if name in stale:
                view = self.session.view(name)
                self.text_document_publish_diagnostics(
                    published(self.session, view, file.uri, file.version)
                )


def serve() -> None:
    """Answer the client on stdin and stdout until it says goodbye."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    # Whatever prints, such as a native library, must not write into the protocol.
    protocol = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    create_server().start_io(sys.stdin.buffer, protocol)


def create_server() -> PpServer:
    """Return a server that answers all that it knows."""
    server = PpServer()
    _register_sync(server)
    _register_outline(server)
    return server


def _register_sync(server: PpServer) -> None:
    @server.feature(types.INITIALIZE)
    def initialize(ls: PpServer, params: types.InitializeParams) -> None:
        ls.session.encoding = ls.workspace.position_encoding

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(ls: PpServer, params: types.DidOpenTextDocumentParams) -> None:
        file = params.text_document
        ls.take(file.uri, file.text, file.version, is_typing=False)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(ls: PpServer, params: types.DidChangeTextDocumentParams) -> None:
        file = params.text_document
        text = ls.workspace.get_text_document(file.uri).source
        ls.take(file.uri, text, file.version, is_typing=True)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(ls: PpServer, params: types.DidCloseTextDocumentParams) -> None:
        ls.drop(params.text_document.uri)


def _register_outline(server: PpServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outline(
        ls: PpServer, params: types.DocumentSymbolParams
    ) -> list[types.DocumentSymbol] | None:
        view = ls.session.find(params.text_document.uri)
        return document_symbols(view) if view else None

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    def folding(ls: PpServer, params: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
        view = ls.session.find(params.text_document.uri)
        return folding_ranges(view) if view else None

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def formatting(
        ls: PpServer, params: types.DocumentFormattingParams
    ) -> list[types.TextEdit] | None:
        view = ls.session.find(params.text_document.uri)
        return format_edits(view) if view else None
