"""Files of inputs -> plain values. Every error names the file and the place in it."""

import csv
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from pp_lang.diagnostics import did_you_mean
from pp_lang.errors import InputError

MOST_BYTES = 256 * 1024 * 1024
MOST_PROGRAM_BYTES = 10_000_000
"""Far more than the longest program has; reading it takes seconds."""
_LONGEST_CELL = (
    2**31 - 1
)  # the csv module's own limit of 131,072 characters is too small for documents


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file: its header and its rows, all as text."""

    path: Path
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    """The line of the file on which each row ends, for messages."""


def read_text(path: Path, most: int = MOST_BYTES) -> str:
    """Return the text of a UTF-8 file, line ends as newlines, without a byte-order mark."""
    return decode_text(read_bytes(path, most), path).replace("\r\n", "\n")


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of a file of bearable size."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            _refuse(path, "this is a folder, not a file")
        if size > most:
            kind = "an input" if most == MOST_BYTES else "a program"
            _refuse(path, f"{size:,} bytes are more than the {most:,} that {kind} may have")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{path}: there is no such file", hint=_nearest_file(path)) from error
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        _refuse(path, f"cannot be read: {getattr(error, 'strerror', None) or error}", error)


def decode_text(data: bytes, path: Path) -> str:
    """Return the text of the bytes of `path`, line ends as they are, without a byte-order mark."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        kind = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else None
        raise InputError(
            f"{path}: not UTF-8 at byte {error.start}"
            + (f" (it looks like {kind})" if kind else ""),
            hint="Save the file as UTF-8.",
        ) from error


def read_lines(path: Path) -> list[str]:
    """Return the non-empty lines of a text file, without white space around them."""
    return [line.strip() for line in read_text(path).split("\n") if line.strip()]


def read_json(path: Path) -> Any:  # Any: whatever JSON holds
    """Return the value of a JSON file."""
    text = read_text(path)
    try:
        return _parse_json(text)
    except json.JSONDecodeError as error:
        _refuse(path, f"bad JSON, line {error.lineno}, column {error.colno}: {error.msg}", error)
    except (ValueError, RecursionError) as error:
        _refuse(path, f"bad JSON: {_reason(error)}", error)


def read_json_lines(path: Path) -> list[Any]:  # Any: whatever JSON holds
    """Return the values of a file with one JSON value on each line; empty lines are skipped."""
    values = []
    # Not splitlines: a JSON string may hold U+2028 and its like unescaped.
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            values.append(_parse_json(line))
        except json.JSONDecodeError as error:
            _refuse(path, f"bad JSON, line {number}, column {error.colno}: {error.msg}", error)
        except (ValueError, RecursionError) as error:
            _refuse(path, f"bad JSON, line {number}: {_reason(error)}", error)
    return values


def read_yaml(path: Path) -> Any:  # Any: whatever YAML holds
    """Return the value of a YAML file. Aliases are refused: they can grow without end."""
    import yaml

    from pp_lang.cli.yaml_keys import verify_distinct

    text = read_text(path)
    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text, yaml.SafeLoader)):
            _refuse(path, "bad YAML: aliases (`*name`) are not read")
        verify_distinct(yaml.compose(text, yaml.SafeLoader))
        return yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f", line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        _refuse(path, f"bad YAML{place}: {error.problem}", error)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        _refuse(path, f"bad YAML: {_reason(error)}", error)


def read_table(path: Path) -> Table:
    """Return a CSV file with a header (.tsv: between tabs); a row of another width is an error."""
    csv.field_size_limit(_LONGEST_CELL)
    delimiter = "\t" if path.suffix.lower() == ".tsv" else ","
    reader = csv.reader(io.StringIO(read_text(path), newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[str, ...]] = []
    lines: list[int] = []
    header: tuple[str, ...] | None = None
    try:
        for cells in reader:
            if not cells:
                continue
            if header is None:
                header = tuple(cell.strip() for cell in cells)
                continue
            _verify_width(path, len(rows) + 1, reader.line_num, cells, header)
            rows.append(tuple(cells))
            lines.append(reader.line_num)
    except csv.Error as error:
        _refuse(path, f"bad CSV, line {reader.line_num}: {error}", error)
    if header is None:
        _refuse(path, "the file is empty; its first line should name the columns")
    _verify_header(path, header)
    return Table(path, header, tuple(rows), tuple(lines))


def _nearest_file(path: Path) -> str | None:
    try:
        return did_you_mean(path.name, sorted(other.name for other in path.parent.iterdir()))
    except OSError:
        return None


def _parse_json(text: str) -> Any:  # Any: whatever JSON holds
    return json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_distinct)


def _distinct(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; of a name that is there twice nobody knows which value is meant."""
    found = dict(fields)
    if len(found) < len(fields):
        names = [name for name, _ in fields]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"`{twice}` is there twice in one object")
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _verify_width(
    path: Path, row: int, line: int, cells: list[str], header: tuple[str, ...]
) -> None:
    if len(cells) != len(header):
        count = f"{len(cells)} field{'s' if len(cells) != 1 else ''}"
        _refuse(path, f"row {row} (line {line}) has {count} where the header has {len(header)}")


def _verify_header(path: Path, header: tuple[str, ...]) -> None:
    for name in header:
        if header.count(name) > 1:
            _refuse(path, f"two columns are called `{name}`")


def _reason(error: BaseException) -> str:
    if isinstance(error, RecursionError):
        return "nested too deep"
    # Python's words for it name a function that undoes its limit.
    return "a number has too many digits" if "int_max_str_digits" in str(error) else str(error)


def _refuse(path: Path, message: str, cause: BaseException | None = None) -> NoReturn:
    raise InputError(f"{path}: {message}") from cause
