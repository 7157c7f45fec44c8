"""Offsets to the positions of the protocol, in text that takes more than one unit a character."""

import pytest
from lsprotocol.types import Position, PositionEncodingKind

from pp_lang.lsp.positions import TextIndex

TEXT = 'a = "😀日本"\r\nb = "é"\n'


@pytest.mark.parametrize("encoding", list(PositionEncodingKind))
def test_each_offset_comes_back_from_its_position(encoding: PositionEncodingKind) -> None:
    index = TextIndex(TEXT, encoding)
    offsets = [at for at in range(len(TEXT) + 1) if TEXT[at - 1 : at + 1] != "\r\n"]
    assert [index.offset(index.position(at)) for at in offsets] == offsets


def test_a_character_outside_the_basic_plane_takes_two_units() -> None:
    index = TextIndex(TEXT)
    assert index.position(TEXT.index("日")) == Position(0, 7)
    assert index.position(TEXT.index("é")) == Position(1, 5)


def test_a_position_inside_a_character_is_the_place_before_it() -> None:
    assert TextIndex(TEXT).offset(Position(0, 6)) == TEXT.index("😀")


def test_a_position_outside_the_text_is_the_nearest_inside() -> None:
    index = TextIndex(TEXT)
    assert index.offset(Position(0, 99)) == TEXT.index("\r")
    assert index.offset(Position(99, 0)) == len(TEXT)
