"""Every block of code in the README and the docs is run, in order, as a reader would."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from pp_lang.api import FileImporter
from pp_lang.compiler import check_source
from pp_lang.diagnostics import Severity, render_text
from pp_lang.source import SourceFile
from tests.docs.blocks import Block, matches, read_blocks

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])

STD = FileImporter(None)
"""What a page's programs can import."""
RUN_BY_THE_CHECK = re.compile(r"^(python3 -m venv|\.ci/run|git |CMAKE_ARGS=|pip install)")
"""Commands that install: `.ci/run` runs the README's, the others need a network or a GPU."""


@pytest.mark.model
@pytest.mark.timeout(300)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_block_does_what_the_page_says(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "programs", tmp_path / "programs")
    reader = _Reader(page, tmp_path)
    for block, following in pairwise([*read_blocks(page), None]):
        assert block is not None
        reader.run(block, following)


def test_every_link_between_pages_leads_somewhere() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in PAGES
        for target in _links(page.read_text(encoding="utf-8"))
        if not _exists(page, *target.partition("#")[::2])
    ]
    assert not broken


def _links(text: str) -> list[str]:
    """Return what a page links to in this repository, places in itself included."""
    written = re.findall(r"\]\(([^):]+)\)", text) + re.findall(
        r"^\[.+?\]: (\S+)$", text, re.MULTILINE
    )
    return [target for target in written if "://" not in target]


def _exists(page: Path, target: str, anchor: str) -> bool:
    path = page.parent / target if target else page
    if not anchor or path.suffix != ".md":
        return path.exists()
    headings = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return anchor in {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}


class _Reader:
    """Does what a page says, in a folder with the sample programs."""

    def __init__(self, page: Path, folder: Path) -> None:
        self._page = page
        self._folder = folder
        self._names: dict[str, Any] = {"__name__": "page"}  # Any: whatever the page defines

    def run(self, block: Block, following: Block | None) -> None:
        place = f"{self._page.name}:{block.line}"
        if block.name is not None:
            (self._folder / block.name).write_text(block.text, encoding="utf-8")
        match block.language:
            case "pp":
                self._compile(block, following, place)
            case "python":
                self._execute(block, place)
            case "console":
                self._converse(block, place)
            case "sh":
                for line in block.text.strip().splitlines():
                    assert RUN_BY_THE_CHECK.match(line), f"{place}: not run by anything: {line}"
            case "error" | "text" | "json" | "yaml" | "csv":
                pass  # said by the block before, or written to a file
            case other:
                pytest.fail(f"{place}: nobody runs a block of `{other}`")

    def _compile(self, block: Block, following: Block | None, place: str) -> None:
        source = SourceFile(block.name or "example.pp", block.text)
        found = "\n\n".join(render_text(one, source) for one in check_source(source, STD))
        errors = [one for one in check_source(source, STD) if one.severity is Severity.ERROR]
        if following is not None and following.language == "error":
            assert matches(following.text, found), f"{place}: pp says\n{found}"
        else:
            assert not errors, f"{place}: pp says\n{found}"

    def _execute(self, block: Block, place: str) -> None:
        here = Path.cwd()
        os.chdir(self._folder)
        try:
            exec(compile(block.text, place, "exec"), self._names)  # noqa: S102  # the page's own code
        finally:
            os.chdir(here)

    def _converse(self, block: Block, place: str) -> None:
        for command, expected in re.findall(
            r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block.text, re.MULTILINE
        ):
            assert command.startswith("pp "), f"{place}: not run by anything: {command}"
            done = subprocess.run(
                [sys.executable, "-m", "pp_lang", *shlex.split(command)[1:]],
                cwd=self._folder,
                capture_output=True,
                text=True,
                encoding="utf-8",
                env={**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1", "PP_RUNS": ""},
                check=False,
            )
            said = done.stdout + done.stderr
            assert matches(expected, said), f"{place}: `{command}` says\n{said}"
