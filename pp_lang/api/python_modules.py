"""Imports the modules that a program's extern functions live in. Only for granted ones."""

import importlib
import importlib.util
import sys
from functools import reduce
from importlib.machinery import PathFinder
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from pp_lang.diagnostics import did_you_mean, said_by
from pp_lang.errors import InputError

if TYPE_CHECKING:
    from pp_lang.runtime import ExternFunction
    from pp_lang.semantics import CheckedExtern


def import_function(extern: "CheckedExtern") -> "ExternFunction":
    """Return the function that `extern` names, its module imported. Raises `InputError`."""
    module = _import_module(extern.module)
    *path, last = extern.function.split(".")
    try:
        home = reduce(getattr, path, module)
        function = getattr(home, last)
    except AttributeError:
        names = [name for name in dir(module) if callable(getattr(module, name, None))]
        raise InputError(
            f"the Python module `{extern.module}` has no function `{extern.function}`",
            hint=did_you_mean(extern.function, names),
        ) from None
    if not callable(function):
        kind = type(function).__name__
        raise InputError(f"`{extern.target}` is no function but of type `{kind}`")
    return function  # type: ignore[no-any-return]  # whatever can be called


def _import_module(name: str) -> ModuleType:
    """Return the module as Python finds it, or from the current folder.

    The folder is not put on Python's path: the one module that is named is taken from it, and only
    where none is installed under the name, so that no file there can stand in for another module.
    """
    first = name.partition(".")[0]
    try:
        importlib.invalidate_caches()  # the module may be newer than this process
        if not _is_installed(first):
            _load_from(Path.cwd(), first)
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name is not None and f"{name}.".startswith(f"{error.name}."):
            hint = "It is looked for among what is installed, then in the current folder."
            raise InputError(f"there is no Python module `{name}`", hint=hint) from None
        raise InputError(f"cannot import `{name}`: {said_by(error)}") from error
    except (Exception, SystemExit) as error:  # the module runs its own code
        raise InputError(f"cannot import `{name}`: {said_by(error)}") from error


def _is_installed(first: str) -> bool:
    return first in sys.modules or importlib.util.find_spec(first) is not None


def _load_from(folder: Path, name: str) -> None:
    """Load the module or package `name` that lies in `folder`; nothing where there is none."""
    spec = PathFinder.find_spec(name, [str(folder)])
    if spec is None or spec.loader is None:
        return
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
