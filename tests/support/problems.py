"""All kinds of mistake that there are, found where they are defined."""

import importlib
import inspect
import pkgutil

import pp_lang


def problem_kinds() -> list[type]:
    """Return the classes of problems and lints, module by module."""
    modules = [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(pp_lang.__path__, "pp_lang.")
        if found.name.rpartition(".")[2].endswith(("problems", "lints"))
    ]
    return [
        kind
        for module in modules
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if kind.__module__ == module.__name__ and hasattr(kind, "diagnostic")
    ]
