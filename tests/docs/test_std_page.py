"""docs/std.md lists each program of the standard library, in its own words, with true examples."""

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pydantic import BaseModel

import pp_lang
from pp_lang.api import FileImporter
from pp_lang.compiler import compile_source
from pp_lang.semantics import CheckedProgram, Parameter
from pp_lang.source import SourceFile

ROOT = Path(__file__).resolve().parents[2]
STD = ROOT / "pp_lang" / "std"
_PROGRAM = re.compile(r'^program ([a-z]\w*).*?"""(.*?)"""', re.DOTALL | re.MULTILINE)
_ROW = re.compile(r"^\| `(\w+)(\([^`]*)` \| (.*) \| `(.*)` \| `(.*)` \|$", re.MULTILINE)


class Row(NamedTuple):
    """A line of the page's tables."""

    module: str
    name: str
    signature: str
    words: str
    example: str
    value: str


def _rows() -> list[Row]:
    page = (ROOT / "docs" / "std.md").read_text(encoding="utf-8")
    _, *sections = re.split(r"^## std\.", page, flags=re.MULTILINE)
    return [
        Row(section.split()[0], *found) for section in sections for found in _ROW.findall(section)
    ]


def _plain(value: Any) -> Any:  # Any: whatever an example gives
    if isinstance(value, BaseModel):
        return value.model_dump()
    return [_plain(one) for one in value] if isinstance(value, list) else value


def test_the_page_says_of_each_program_what_its_docstring_says() -> None:
    written = {
        (path.stem, name): " ".join(words.split())
        for path in STD.glob("*.pp")
        for name, words in _PROGRAM.findall(path.read_text(encoding="utf-8"))
    }
    assert {(row.module, row.name): row.words for row in _rows()} == written


def _signature(program: CheckedProgram, source: SourceFile) -> str:
    """Return the parameters with types and defaults, and the type of the result."""
    shown = [f"{one.name}: {one.ty}{_default(one, source)}" for one in program.parameters]
    return f"({', '.join(shown)}) -> {program.output}"


def _default(parameter: Parameter, source: SourceFile) -> str:
    default = parameter.default or parameter.default_function
    return f" = {source.text[default.span.start : default.span.end]}" if default else ""


def test_the_page_shows_what_each_program_takes_and_gives() -> None:
    modules = {
        path.stem: compile_source(SourceFile(str(path), path.read_text("utf-8")), FileImporter(STD))
        for path in STD.glob("*.pp")
    }
    for row in _rows():
        module = modules[row.module]
        program = module.module.programs[row.name]
        assert row.signature == _signature(program, module.source), row.name


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row.module}.{row.name}")
def test_each_docstring_names_where_its_program_comes_from(row: Row) -> None:
    assert re.search(r"\d{4}\)|written for pp", row.words)


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row.module}.{row.name}")
def test_an_example_gives_the_value_beside_it(row: Row) -> None:
    program = pp_lang.compile(
        f"import std.{row.module}\nprogram main() {{ return {row.example} }}", program="main"
    )
    assert _plain(program.run(model="fake")) == json.loads(row.value)
