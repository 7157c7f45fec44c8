"""`pp` as a function, and its language server as a client sees it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pp_lang.cli.main import main
from tests.support.command_line import TRIAGE, Outcome, Pp
from tests.support.lsp_client import LspClient


@pytest.fixture
def pp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Pp:
    """`pp` in an empty folder that holds `triage.pp` and some inputs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PP_MODELS", str(tmp_path))
    (tmp_path / "triage.pp").write_text(TRIAGE, encoding="utf-8")
    (tmp_path / "reviews.txt").write_text("Lovely.\nNever again!\n", encoding="utf-8")

    def call(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = main(arguments)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


@pytest.fixture
def client() -> Iterator[LspClient]:
    """A client whose server is up."""
    client = LspClient()
    try:
        client.start()
        yield client
    finally:
        client.kill()
