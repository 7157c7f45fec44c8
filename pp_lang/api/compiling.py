"""Source text or a file to a program."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, overload

from pp_lang.api.externs import Externs
from pp_lang.api.importing import FileImporter
from pp_lang.api.program import CompiledFile, Program, find_program
from pp_lang.compiler import compile_source
from pp_lang.errors import InputError
from pp_lang.source import SourceFile

if TYPE_CHECKING:
    from pp_lang.runtime import ExternFunction

T = TypeVar("T")

MOST_PATH_CHARS = 1_000
"""Longer texts are never tried as a path."""


@overload
def compile_program(
    source: str | Path,
    *,
    program: str | None = None,
    externs: "Mapping[str, ExternFunction] | None" = None,
    allow: Iterable[str] = (),
) -> Program[Any]: ...


@overload
def compile_program(
    source: str | Path,
    *,
    output: type[T],
    program: str | None = None,
    externs: "Mapping[str, ExternFunction] | None" = None,
    allow: Iterable[str] = (),
) -> Program[T]: ...


def compile_program(
    source: str | Path,
    *,
    output: type[T] | None = None,
    program: str | None = None,
    externs: "Mapping[str, ExternFunction] | None" = None,
    allow: Iterable[str] = (),
) -> Program[T]:
    """Return a program that can be run.

    `source` is a `Path`, or text: the path of a file if it ends in `.pp` or names one, and else
    the source itself. `program` names one of several; None means `main`, or the only one. With
    `output`, a pydantic model or another type that the result fits, runs return that type, also for
    type checkers. `externs` are the functions behind the program's externs, by name or target;
    those of the modules in `allow`, such as `["extern:acme.words"]`, are imported when a run needs
    them. Raises `CompileError`, or `InputError` where a file cannot be read, or where `output`,
    `externs` or `allow` do not fit.
    """
    path = _find_path(source)
    text = str(source) if path is None else _read(path)
    name = "<text>" if path is None else str(path)
    functions = Externs(externs, allow)
    file = CompiledFile(
        compile_source(SourceFile(name, text), FileImporter(path.parent if path else None)),
        None if path is None else path.parent,
        functions,
    )
    functions.verify(file.compilation.module)
    return find_program(file, program, output)


def _find_path(source: str | Path) -> Path | None:
    if isinstance(source, Path):
        return source
    if "\n" in source or len(source) > MOST_PATH_CHARS:
        return None
    path = Path(source)
    return path if source.endswith(".pp") or _is_file(path) else None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # text that no file can be called
        return False


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 text: byte {error.start} is wrong") from None
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror or error}") from None
