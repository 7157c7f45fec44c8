"""Finds imported modules: files beside the one that imports, `std`, and installed packages."""

import os
import re
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from pp_lang.compiler import FoundModule, ImportRefusedError
from pp_lang.diagnostics import did_you_mean
from pp_lang.source import SourceFile

MOST_BYTES = 1_000_000
STD = Path(__file__).resolve().parent.parent / "std"
_NAME = re.compile(r"[^\W\d]\w*")


class FileImporter:
    """Finds modules for programs that lie in files; `base` is the folder of the first one."""

    def __init__(self, base: Path | None) -> None:
        self._base = base

    def find_file(self, path: str, importer: SourceFile) -> FoundModule:
        """Return the module in the file at `path`, relative to the importing file."""
        if self._base is None:
            raise ImportRefusedError("the program is no file", "Compile it from a file.")
        if path.endswith(".py"):
            raise ImportRefusedError("it is a module of Python", _extern_help(Path(path).stem))
        if Path(path).is_absolute() or not path.endswith(".pp"):
            raise ImportRefusedError(
                "a relative path of a .pp file is wanted", 'Such as `import "shared/voting.pp"`.'
            )
        own = Path(importer.name)  # imported modules have absolute names, the first file need not
        base = self._base.resolve()
        target = ((own.parent if own.is_absolute() else base) / path).resolve()
        name = target.name.removesuffix(".pp")
        if not _NAME.fullmatch(name.replace("-", "_")):
            raise ImportRefusedError("its name cannot be part of a program")
        key = Path(os.path.relpath(target.with_suffix(""), base)).as_posix()
        return FoundModule(key, _read(target, path))

    def find_module(self, names: tuple[str, ...]) -> FoundModule:
        """Return a module of `std`, or the .pp file of an installed package."""
        first, *rest = names
        if not rest:
            is_python = first in sys.stdlib_module_names or self._has_file(f"{first}.py")
            help_ = _extern_help(first) if is_python else _help_for_one(first)
            raise ImportRefusedError("it names no module", help_)
        if rest == ["pp"]:
            raise ImportRefusedError("a path is a text", f'Write `import "{first}.pp"`.')
        folder = STD if first == "std" else _package_folder(first)
        target = folder.joinpath(*rest).with_suffix(".pp")
        if not target.is_file():
            raise ImportRefusedError(f"`{first}` has no such module", _help_for(names, target))
        return FoundModule(".".join(names), _read(target, ".".join(names)))

    def _has_file(self, name: str) -> bool:
        return self._base is not None and (self._base / name).is_file()


def _extern_help(name: str) -> str:
    return f'Functions of Python are declared: `extern f(x: text) -> text = "{name}:f"`.'


def _help_for_one(name: str) -> str:
    modules = sorted(one.stem for one in STD.glob("*.pp"))
    if name == "std" or name in modules:
        return f"Write `import std.{name if name in modules else modules[-1]}`."
    return 'Files stand in quotes: `"name.pp"`.'


def _help_for(names: tuple[str, ...], target: Path) -> str | None:
    """Return the module that is like the one wanted, or the one that what is wanted is in."""
    *above, last = names
    if target.parent.with_suffix(".pp").is_file():
        return f"Write `import {'.'.join(above)}`, and use it as `{above[-1]}.{last}`."
    return did_you_mean(last, sorted(one.stem for one in target.parent.glob("*.pp")))


def list_modules(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return what may follow `names` in an import: `std` and packages, or what lies in them."""
    if not names:
        return ("std", *_packages_with_modules())
    try:
        folder = (STD if names[0] == "std" else _package_folder(names[0])).joinpath(*names[1:])
    except ImportRefusedError:
        return ()
    if not folder.is_dir():
        return ()
    found = {one.stem for one in folder.glob("*.pp")}
    found |= {one.name for one in folder.iterdir() if _has_modules(one)}
    return tuple(sorted(name for name in found if _NAME.fullmatch(name)))


def _packages_with_modules() -> list[str]:
    """Return the installed packages that hold `.pp` files, told without importing them."""
    places = {Path(place) for place in sys.path if place}
    packages = (one for place in places if place.is_dir() for one in place.iterdir())
    return sorted({one.name for one in packages if _NAME.fullmatch(one.name) and _has_modules(one)})


def _has_modules(folder: Path) -> bool:
    try:
        return folder.is_dir() and any(folder.glob("*.pp"))
    except OSError:
        return False


def _package_folder(name: str) -> Path:
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        spec = None
    places = list(spec.submodule_search_locations or ()) if spec is not None else []
    if not places:
        raise ImportRefusedError(f"no package `{name}` is installed")
    return Path(places[0])


@cache
def _read_shipped(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _read(path: Path, shown: str) -> SourceFile:
    try:
        if path.is_relative_to(STD):
            return SourceFile(shown, _read_shipped(path))
        if path.stat().st_size > MOST_BYTES:
            raise ImportRefusedError("the file is too large")
        return SourceFile(str(path), path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ImportRefusedError("the file is not UTF-8 text") from None
    except FileNotFoundError:
        raise ImportRefusedError("there is no such file") from None
    except OSError as error:
        raise ImportRefusedError(f"it cannot be read: {error.strerror or error}") from None
