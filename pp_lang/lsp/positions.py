"""Offsets in a text to the lines and characters of the protocol, and back."""

import re
from bisect import bisect_right

from lsprotocol.types import Position, PositionEncodingKind, Range

from pp_lang.source import Span

_LINE_END = re.compile(r"\r\n|\n|\r")
_LAST_OF_BASIC_PLANE = "\uffff"


class TextIndex:
    """Places in one text. The protocol counts in code units of an encoding, pp in characters."""

    def __init__(
        self, text: str, encoding: PositionEncodingKind | str = PositionEncodingKind.Utf16
    ) -> None:
        self.text = text
        self._encoding = encoding
        self._is_ascii = text.isascii()
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def offset(self, position: Position) -> int:
        """Return the offset of `position`; one outside the text is the nearest inside."""
        if position.line >= len(self._starts):
            return len(self.text)
        start = self._starts[max(0, position.line)]
        line = self._line(max(0, position.line))
        return start + self._characters(line, position.character)

    def position(self, offset: int) -> Position:
        """Return the position of `offset`, which lies in the text or at its end."""
        line = bisect_right(self._starts, offset) - 1
        before = self.text[self._starts[line] : offset]
        return Position(line, len(before) if self._is_ascii else self._units(before))

    def range(self, span: Span) -> Range:
        """Return the range of `span`."""
        return Range(self.position(span.start), self.position(span.end))

    def span(self, place: Range) -> Span:
        """Return the span of a range."""
        return Span(self.offset(place.start), self.offset(place.end))

    def whole(self) -> Range:
        """Return the range of the whole text."""
        return self.range(Span(0, len(self.text)))

    def units(self, span: Span) -> int:
        """Return how long the text in `span` is for the protocol."""
        return self._units(self.text[span.start : span.end])

    def _line(self, number: int) -> str:
        """Return a line without its end."""
        last = number + 1 == len(self._starts)
        end = len(self.text) if last else self._starts[number + 1]
        return self.text[self._starts[number] : end].rstrip("\r\n")

    def _characters(self, line: str, units: int) -> int:
        """Return how many characters of `line` take `units`; never half a character."""
        if self._is_ascii or self._encoding == PositionEncodingKind.Utf32:
            return min(max(0, units), len(line))
        left = units
        for number, char in enumerate(line):
            left -= self._units(char)
            if left < 0:
                return number
        return len(line)

    def _units(self, text: str) -> int:
        if self._encoding == PositionEncodingKind.Utf32:
            return len(text)
        if self._encoding == PositionEncodingKind.Utf8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text) + sum(char > _LAST_OF_BASIC_PLANE for char in text)
