from pathlib import Path

import pytest

from tests.support.formatting import formatted
from tests.support.front import messages_of
from tests.support.golden import Golden
from tests.support.problems import problem_kinds

HERE = Path(__file__).parent
BROKEN = sorted((HERE / "diagnostics").rglob("*.pp"))
FORMATS = sorted((HERE / "fmt").glob("*.pp"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_broken_program_gives_its_messages(path: Path, golden: Golden) -> None:
    got = messages_of(path)
    assert got, "this program has no mistakes"
    golden.check(path.with_suffix(".err"), got)


@pytest.mark.parametrize("path", FORMATS, ids=lambda path: path.stem)
def test_a_program_is_formatted_in_the_one_style(path: Path, golden: Golden) -> None:
    golden.check(path.with_suffix(".out"), formatted(path.read_text(encoding="utf-8")))


def test_every_golden_file_belongs_to_a_program() -> None:
    expected = [*HERE.rglob("*.err"), *HERE.rglob("*.out")]
    assert [path for path in expected if not path.with_suffix(".pp").is_file()] == []


def test_every_problem_is_shown_by_a_golden_message() -> None:
    shown = "".join(path.read_text(encoding="utf-8") for path in HERE.rglob("*.err"))
    codes = {kind.__name__: str(vars(kind)["code"]) for kind in problem_kinds()}
    assert [kind for kind, code in codes.items() if f"[{code}]" not in shown] == []
    assert len(set(codes.values())) == len(codes)
