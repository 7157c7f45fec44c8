"""The file of recorded answers beside a program: one line for each, so that a diff can be read."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from pp_lang.api.recording import Recording
from pp_lang.api.replacing import replace_file
from pp_lang.errors import InputError

if TYPE_CHECKING:
    from pp_lang.api.recording_lines import Line

VERSION = 1
_HEAD = {"recorded": "answers for pp test", "version": VERSION}
_AGAIN = "Record the answers again with `pp test --record`."


def recording_path(program: Path) -> Path:
    """Return where the answers of a program's tests are kept: `a.recorded.jsonl` for `a.pp`."""
    return program.with_suffix(".recorded.jsonl")


def read_recording(path: Path) -> Recording | None:
    """Return what is recorded; None where there is no such file.

    Raises `InputError` for a file that cannot be read, with the line that is wrong.
    """
    from pp_lang.api.recording_lines import BrokenLineError, read_lines

    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error
    (_, head), *rest = _objects(path, text) or [(1, {})]
    if head != _HEAD:
        raise InputError(f"{path}: these are no recorded answers of version {VERSION}", hint=_AGAIN)
    try:
        return read_lines(rest)
    except BrokenLineError as error:
        raise _broken(path, error.number) from error


def write_recording(path: Path, recording: Recording) -> None:
    """Write the file, whole or not at all; without an answer, remove it. Raises `InputError`."""
    from pp_lang.api.recording_lines import written_lines

    if not recording.cases:
        path.unlink(missing_ok=True)
        return
    lines = (_HEAD, *written_lines(recording))
    text = "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in lines)
    replace_file(path, text.encode())


def _objects(path: Path, text: str) -> "list[tuple[int, Line]]":
    """Return the numbered lines, each an object of JSON."""
    objects: list[tuple[int, Line]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError:
            raise _broken(path, number) from None
        if not isinstance(value, dict):
            raise _broken(path, number)
        objects.append((number, value))
    return objects


def _broken(path: Path, number: int) -> InputError:
    return InputError(f"{path}:{number}: this line is no recorded answer", hint=_AGAIN)
