"""One open file in the words of the protocol."""

from functools import cached_property

from lsprotocol.types import Position, PositionEncodingKind, Range

from pp_lang.lsp.positions import TextIndex
from pp_lang.source import Span
from pp_lang.tools import Document, Symbol, Use


class Page:
    """A document, with places as the editor counts them."""

    def __init__(
        self, uri: str, document: Document, encoding: PositionEncodingKind | str = "utf-16"
    ) -> None:
        self.uri = uri
        self.document = document
        self._encoding = encoding

    @cached_property
    def index(self) -> TextIndex:
        """The lines of the text."""
        return TextIndex(self.document.text, self._encoding)

    def offset(self, position: Position) -> int:
        """Return the offset of a position."""
        return self.index.offset(position)

    def range(self, span: Span) -> Range:
        """Return the range of a span."""
        return self.index.range(span)

    def use_at(self, position: Position) -> Use | None:
        """Return the use at a position, or None."""
        return self.document.use_at(self.offset(position))

    def symbol_at(self, position: Position) -> Symbol | None:
        """Return what the name at a position stands for, or None."""
        use = self.use_at(position)
        return use.symbol if use is not None else None
