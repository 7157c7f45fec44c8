"""No text of an editor, however half written, makes an answer fail."""

from pathlib import Path

import pytest
from lsprotocol.types import Position

from pp_lang.lsp.answers import (
    diagnostics_of,
    document_symbols_of,
    folds_of,
    occurrences,
)
from pp_lang.lsp.complete import complete
from pp_lang.lsp.hovers import hover_at
from pp_lang.lsp.page import Page
from pp_lang.lsp.signature_help import signature_help
from pp_lang.tools import Workspace

PROGRAMS = sorted((Path(__file__).parents[3] / "programs").glob("*.pp"))
URI = "file:///a.pp"


def ask_everything(page: Page, position: Position) -> None:
    hover_at(page, position)
    signature_help(page, position)
    occurrences(page, position, with_definition=True)
    complete(page, position)


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_a_program_that_is_cut_anywhere_gets_answers_at_its_end(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    workspace = Workspace()
    for end in range(0, len(text), max(1, len(text) // 40)):
        workspace.update(URI, text[:end])
        page = Page(URI, workspace.document(URI))
        ask_everything(page, page.index.position(end))
        diagnostics_of(page)
        document_symbols_of(page)
        folds_of(page)


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_every_place_of_a_program_gets_answers(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
    workspace = Workspace()
    workspace.update(URI, text)
    page = Page(URI, workspace.document(URI))
    for at in range(0, len(text), 7):
        ask_everything(page, page.index.position(at))


def test_an_outline_has_every_range_of_a_name_inside_the_range_of_its_definition() -> None:
    workspace = Workspace()
    for path in PROGRAMS:
        workspace.update(URI, path.read_text(encoding="utf-8"))
        for outer in document_symbols_of(Page(URI, workspace.document(URI))):
            for one in (outer, *(outer.children or ())):
                assert one.range.start <= one.selection_range.start
                assert one.selection_range.end <= one.range.end
