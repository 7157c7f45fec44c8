"""The parser's tables between runs, for making them takes longer than a check.

They are kept as JSON: lark's own cache is a pickle, and what reads a pickle runs what is in it.
"""

import hashlib
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import lark
from lark import Lark
from lark.grammar import Rule
from lark.lexer import TerminalDef

from pp_lang.user_folders import cache_folder

_PAIRS = "#"
"""Marks an object whose keys are numbers, which JSON has not: a list of keys and values."""


def load_tables(path: Path, plugins: dict[str, Any]) -> Lark | None:
    """Return the parser that `save_tables` wrote; None where nothing whole is there."""
    try:
        digest, _, text = path.read_text(encoding="utf-8").partition("\n")
    except (OSError, ValueError):
        return None
    if digest != _digest(text):
        return None
    data, memo = json.loads(text, object_hook=_unpacked)
    load: Any = Lark._load_from_dict  # what lark's stand-alone parsers call; it has no types
    parser: Lark = load(data, memo, _plugins=plugins)
    return parser


def save_tables(parser: Lark, path: Path) -> None:
    """Write the tables; where that is not possible they are made again next time."""
    data, memo = parser.memo_serialize([TerminalDef, Rule])
    options = {name: one for name, one in data["options"].items() if name != "_plugins"}
    text = json.dumps(_packed([{**data, "options": options}, memo]), separators=(",", ":"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", dir=path.parent, encoding="utf-8", delete=False
        ) as file:
            file.write(f"{_digest(text)}\n{text}")
        Path(file.name).replace(path)
    except OSError:
        return


def tables_path(grammar: str) -> Path:
    """Return where the tables of a grammar are kept."""
    made_from = f"{grammar} {lark.__version__} {sys.version_info}"
    return cache_folder() / f"grammar-{_digest(made_from)[:16]}.json"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _packed(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_packed(one) for one in value]
    if not isinstance(value, dict):
        return value
    if all(isinstance(key, str) for key in value):
        return {key: _packed(one) for key, one in value.items()}
    return {_PAIRS: [[key, _packed(one)] for key, one in value.items()]}


def _unpacked(found: dict[str, Any]) -> Any:
    return dict(found[_PAIRS]) if _PAIRS in found else found
