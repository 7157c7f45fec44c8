"""`pp fmt`: what it writes, and what it leaves alone."""

import io
import sys
from pathlib import Path

import pytest

from tests.support.command_line import Outcome, Pp

UGLY = b"type A{a:text}# note\n"
NEAT = b"type A { a: text }  # note\n"
BROKEN = b"program main() { return }\n"


@pytest.fixture
def ugly(pp: Pp) -> Path:  # it makes the folder
    path = Path("ugly.pp")
    path.write_bytes(UGLY)
    return path


def test_fmt_writes_the_file_and_says_so(pp: Pp, ugly: Path) -> None:
    assert pp("fmt", "ugly.pp") == Outcome(0, "ugly.pp: formatted\n", "")
    assert ugly.read_bytes() == NEAT
    assert pp("fmt", "ugly.pp") == Outcome(0, "ugly.pp: unchanged\n", "")


def test_fmt_leaves_no_file_behind_and_keeps_the_mode(pp: Pp, ugly: Path) -> None:
    ugly.chmod(0o640)
    before = sorted(Path().iterdir())
    pp("fmt", "ugly.pp")
    assert sorted(Path().iterdir()) == before
    assert ugly.stat().st_mode & 0o777 == 0o640


def test_fmt_writes_through_a_link(pp: Pp, ugly: Path) -> None:
    Path("link.pp").symlink_to(ugly)
    assert pp("fmt", "link.pp").code == 0
    assert Path("link.pp").is_symlink()
    assert ugly.read_bytes() == NEAT


def test_check_names_what_would_change_and_writes_nothing(pp: Pp, ugly: Path) -> None:
    Path("neat.pp").write_bytes(NEAT)
    assert pp("fmt", "--check", "ugly.pp", "neat.pp") == Outcome(
        1, "ugly.pp: would change\nneat.pp: unchanged\n", ""
    )
    assert ugly.read_bytes() == UGLY
    assert pp("fmt", "--check", "neat.pp").code == 0


def test_diff_prints_what_would_change_and_writes_nothing(pp: Pp, ugly: Path) -> None:
    outcome = pp("fmt", "--diff", "ugly.pp")
    assert outcome == Outcome(
        0,
        "--- ugly.pp\n+++ ugly.pp (formatted)\n@@ -1 +1 @@\n"
        "-type A{a:text}# note\n+type A { a: text }  # note\n",
        "",
    )
    assert ugly.read_bytes() == UGLY
    assert pp("fmt", "--diff", "--check", "ugly.pp").code == 1


def test_a_file_with_mistakes_is_left_alone_and_the_others_are_written(pp: Pp, ugly: Path) -> None:
    Path("broken.pp").write_bytes(BROKEN)
    outcome = pp("fmt", "broken.pp", "none.pp", "ugly.pp")
    assert outcome.code == 2
    assert "broken.pp:1:25" in outcome.err
    assert "none.pp: there is no such file" in outcome.err
    assert outcome.out == "ugly.pp: formatted\n"
    assert Path("broken.pp").read_bytes() == BROKEN
    assert ugly.read_bytes() == NEAT


def test_line_ends_are_kept_and_a_byte_order_mark_goes(pp: Pp, ugly: Path) -> None:
    ugly.write_bytes(b"\xef\xbb\xbf" + UGLY.replace(b"\n", b"\r\n"))
    assert pp("fmt", "ugly.pp").code == 0
    assert ugly.read_bytes() == NEAT.replace(b"\n", b"\r\n")


def test_a_dash_reads_standard_input_and_prints(pp: Pp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(UGLY), encoding="utf-8"))
    assert pp("fmt", "-") == Outcome(0, NEAT.decode(), "")


def test_a_folder_that_cannot_be_written_is_said(
    pp: Pp, ugly: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    outcome = pp("fmt", "ugly.pp")
    assert outcome.code == 2
    assert "ugly.pp: cannot be written: Permission denied" in outcome.err
    assert ugly.read_bytes() == UGLY


def test_a_folder_stands_for_the_programs_in_it(pp: Pp, ugly: Path) -> None:
    assert pp("fmt", "--check", ".").code == 1
    assert pp("fmt", ".").code == 0
    assert ugly.read_bytes() == NEAT
