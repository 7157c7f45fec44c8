"""The open files of one editor: texts under URIs, and places in them as the protocol counts."""

from collections.abc import Iterator
from dataclasses import dataclass

from lsprotocol.types import Location, PositionEncodingKind
from pygls.uris import from_fs_path, to_fs_path

from pp_lang.lsp.positions import TextIndex
from pp_lang.source import Span
from pp_lang.tools import Document, Workspace


@dataclass(frozen=True, slots=True)
class OpenFile:
    """One open file: what the editor calls it and which version of it is known."""

    uri: str
    text: str
    version: int | None


@dataclass(frozen=True, slots=True)
class View:
    """A checked document, and its places in the terms of the protocol."""

    name: str
    document: Document
    index: TextIndex


class Session:
    """What the server knows about its client. Files are checked when they are first asked about."""

    def __init__(self) -> None:
        self.workspace = Workspace()
        self.encoding: PositionEncodingKind | str = PositionEncodingKind.Utf16
        self._open: dict[str, OpenFile] = {}
        self._indexes: dict[str, TextIndex] = {}

    def put(self, uri: str, text: str, version: int | None) -> str:
        """Take the whole text of a file and return the name that it has here."""
        name = name_of(uri)
        self._open[name] = OpenFile(uri, text, version)
        return name

    def close(self, uri: str) -> None:
        """Forget an open file; what is on disk counts again."""
        name = name_of(uri)
        self._open.pop(name, None)
        self._indexes.pop(name, None)
        self.workspace.remove(name)

    def open_files(self) -> Iterator[tuple[str, OpenFile]]:
        """Yield the open files with their names."""
        yield from list(self._open.items())

    def find(self, uri: str) -> View | None:
        """Return the file at `uri` as it is now; None where it is not open."""
        name = name_of(uri)
        return self.view(name) if name in self._open else None

    def view(self, name: str) -> View:
        """Return the open file `name` as it is now."""
        text = self._open[name].text
        self.workspace.update(name, text)
        return View(name, self.workspace.document(name), self.index(name, text))

    def index(self, name: str, text: str) -> TextIndex:
        """Return the places of a text, which is remembered under its name."""
        known = self._indexes.get(name)
        if known is None or known.text != text:
            known = self._indexes[name] = TextIndex(text, self.encoding)
        return known

    def location(self, name: str, text: str, span: Span) -> Location:
        """Return a place in the file `name`, whose text is `text`."""
        return Location(self.uri_of(name), self.index(name, text).range(span))

    def uri_of(self, name: str) -> str:
        """Return the URI of a file: the editor's own where it is open."""
        if name in self._open:
            return self._open[name].uri
        return from_fs_path(name) or name


def name_of(uri: str) -> str:
    """Return the path of a `file:` URI; other URIs are names themselves."""
    return to_fs_path(uri) or uri
