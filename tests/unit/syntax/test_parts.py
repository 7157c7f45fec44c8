"""Files read part by part: the same trees as from the whole, whatever was read before."""

import random
from pathlib import Path

import pytest

from pp_lang.syntax.grammar import load_parser
from pp_lang.syntax.nodes import Module
from pp_lang.syntax.parts import MOST_FILES, PartReader
from pp_lang.syntax.to_ast import ToAst
from tests.support.long_programs import long_file

ROOT = Path(__file__).parents[3]
RIGHT = sorted(
    [
        *(ROOT / "programs").rglob("*.pp"),
        *(ROOT / "pp_lang" / "std").glob("*.pp"),
        *(ROOT / "tests/golden/fmt").glob("*.pp"),
        *(ROOT / "tests/golden/graphs").glob("*.pp"),
    ]
)
TEXT = long_file(120)


def read_whole(text: str) -> Module:
    return ToAst().build(load_parser().parse(text))


class Counting:
    """Reads parts and remembers which."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def __call__(self, text: str) -> Module | None:
        self.texts.append(text)
        return None if "broken" in text else read_whole(text)


@pytest.mark.parametrize("path", RIGHT, ids=lambda path: path.stem)
def test_the_parts_make_the_tree_of_the_whole(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert PartReader(read_whole).read("a.pp", text) == read_whole(text)


def test_any_row_of_edits_gives_the_trees_of_fresh_reads() -> None:
    reader, random_ = PartReader(read_whole), random.Random(3)
    lines = TEXT.splitlines(keepends=True)
    starts = [at for at, line in enumerate(lines) if line.startswith(("type", "program"))]
    for number in range(25):
        at = random_.choice(starts)
        lines.insert(at, random_.choice(["\n", "# moved\n", f"type T{number} = int\n"]))
        starts = [one + (one >= at) for one in starts]
        text = "".join(lines)
        assert reader.read("a.pp", text) == read_whole(text)


def test_an_edit_reads_the_declaration_again_that_it_is_in() -> None:
    reading = Counting()
    reader = PartReader(reading)
    reader.read("a.pp", TEXT)
    reading.texts.clear()
    reader.read("a.pp", TEXT.replace("You work at", "You sit at", 1))
    (again,) = reading.texts
    assert again.startswith("context")


def test_what_does_not_move_stays_the_same_tree() -> None:
    reader = PartReader(read_whole)
    before = reader.read("a.pp", TEXT)
    after = reader.read("a.pp", f"{TEXT}\ntype Last = int\n")
    assert before is not None
    assert after is not None
    assert after.declarations[0] is before.declarations[0]


def test_a_part_with_a_mistake_gives_nothing_and_the_others_are_still_known() -> None:
    reading = Counting()
    reader = PartReader(reading)
    reader.read("a.pp", TEXT)
    assert reader.read("a.pp", TEXT.replace("You work at", "broken", 1)) is None
    reading.texts.clear()
    assert reader.read("a.pp", TEXT) == read_whole(TEXT)
    assert len(reading.texts) == 1


def test_a_docstring_between_declarations_is_not_that_of_the_file() -> None:
    text = f'{TEXT}\ntest_ = 1\n"""Words."""\ntype B = int\n'
    starts_part = text.index("test_ = 1")
    reader = PartReader(lambda part: read_whole(part.replace("test_ = 1", "")))
    assert reader.read("a.pp", text[:starts_part]) is not None
    assert reader.read("a.pp", text) is None


def test_only_the_last_files_are_remembered() -> None:
    reading = Counting()
    reader = PartReader(reading)
    for number in range(MOST_FILES + 1):
        reader.read(f"{number}.pp", "type A = int\n")
    reader.read("1.pp", "type A = int\n")
    assert len(reading.texts) == MOST_FILES + 1
    reader.read("0.pp", "type A = int\n")
    assert len(reading.texts) == MOST_FILES + 2
