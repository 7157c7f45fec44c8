from pathlib import Path

import pytest

from pp_lang.compiler import compile_source
from pp_lang.graph import dump_text, verify
from pp_lang.source import SourceFile
from tests.support.formatting import formatted
from tests.support.front import messages_of
from tests.support.golden import Golden
from tests.support.problems import problem_kinds

HERE = Path(__file__).parent
BROKEN = sorted((HERE / "diagnostics").rglob("*.pp"))
FORMATS = sorted((HERE / "fmt").glob("*.pp"))
GRAPHS = sorted((HERE / "graphs").glob("*.pp"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_broken_program_gives_its_messages(path: Path, golden: Golden) -> None:
    got = messages_of(path)
    assert got, "this program has no mistakes"
    golden.check(path.with_suffix(".err"), got)


@pytest.mark.parametrize("path", GRAPHS, ids=lambda path: path.stem)
def test_a_program_gives_its_graphs(path: Path, golden: Golden) -> None:
    compilation = compile_source(SourceFile(path.name, path.read_text(encoding="utf-8")))
    assert compilation.warnings == ()
    regions = [compilation.region(name) for name in compilation.module.runnable]
    for region in regions:
        verify(region)
    golden.check(path.with_suffix(".graph"), "".join(f"{dump_text(one)}\n\n" for one in regions))


@pytest.mark.parametrize("path", FORMATS, ids=lambda path: path.stem)
def test_a_program_is_formatted_in_the_one_style(path: Path, golden: Golden) -> None:
    golden.check(path.with_suffix(".out"), formatted(path.read_text(encoding="utf-8")))


def test_every_golden_file_belongs_to_a_program() -> None:
    expected = [*HERE.rglob("*.err"), *HERE.rglob("*.graph"), *HERE.rglob("*.out")]
    assert [path for path in expected if not path.with_suffix(".pp").is_file()] == []


def test_every_problem_is_shown_by_a_golden_message() -> None:
    shown = "".join(path.read_text(encoding="utf-8") for path in HERE.rglob("*.err"))
    codes = {kind.__name__: str(vars(kind)["code"]) for kind in problem_kinds()}
    assert [kind for kind, code in codes.items() if f"[{code}]" not in shown] == []
    assert len(set(codes.values())) == len(codes)
