"""The functions behind a program's externs: given by the embedder, or imported by grant."""

import json
import re
from collections.abc import Collection, Container, Iterable, Mapping
from typing import TYPE_CHECKING

from pp_lang.api.python_modules import import_function
from pp_lang.diagnostics import did_you_mean
from pp_lang.errors import InputError
from pp_lang.graph import Region, externs_of
from pp_lang.semantics import CheckedExtern, CheckedModule

if TYPE_CHECKING:
    from pp_lang.runtime import ExternFunction

_GRANT = re.compile(r"extern:([^\W\d]\w*(?:\.[^\W\d]\w*)*)")


class Externs:
    """Finds the functions that a run calls. Nothing is imported before a run needs it."""

    def __init__(
        self, given: Mapping[str, object] | None = None, allow: Iterable[str] = ()
    ) -> None:
        """Take the functions by name, and grants such as `extern:acme.words`.

        Raises `InputError` for a grant of another form, and for what cannot be called.
        """
        self._given = {name: _function(name, one) for name, one in (given or {}).items()}
        self._modules = frozenset(map(_granted_module, allow))

    def verify(self, module: CheckedModule) -> None:
        """Raise `InputError` for a function that is given under a name that nothing has."""
        known = {name for one in module.externs.values() for name in _names(one)}
        for name in self._given:
            if name not in known:
                hint = did_you_mean(name, known) or _listed(module.externs)
                raise InputError(f"the program has no extern `{name}`", hint=hint)

    def functions(
        self, module: CheckedModule, region: Region, without: Container[str] = ()
    ) -> "dict[str, ExternFunction]":
        """Return the functions that a run of `region` may call, by their keys.

        Those in `without` are left out: they are not called.

        Raises `InputError` where one is not allowed, and where one cannot be imported.
        """
        needed = [module.externs[key] for key in externs_of(region) if key not in without]
        self._refuse(one for one in needed if self._find_given(one) is None)
        return {one.name: self._find_given(one) or import_function(one) for one in needed}

    def _find_given(self, extern: CheckedExtern) -> "ExternFunction | None":
        return next((self._given[one] for one in _names(extern) if one in self._given), None)

    def _refuse(self, needed: Iterable[CheckedExtern]) -> None:
        refused = [one for one in needed if one.module not in self._modules]
        if not refused:
            return
        grants = [f"extern:{name}" for name in dict.fromkeys(one.module for one in refused)]
        flags = " ".join(f"--allow {one}" for one in grants)
        raise InputError(
            f"the program calls Python code that is not allowed: "
            f"{', '.join(one.target for one in refused)}",
            hint=f"If you trust it, add `{flags}`; in Python, `allow={json.dumps(grants)}`.",
        )


def _function(name: str, given: object) -> "ExternFunction":
    if not callable(given):
        kind = type(given).__name__
        raise InputError(f"what is given for `{name}` is no function but of type `{kind}`")
    return given


def _names(extern: CheckedExtern) -> tuple[str, str]:
    """Return what an extern can be given by: its name, also in an imported module its target."""
    return extern.name, extern.target


def _listed(externs: Collection[str]) -> str:
    return f"It has {', '.join(f'`{one}`' for one in externs)}." if externs else "It has none."


def _granted_module(grant: str) -> str:
    found = _GRANT.fullmatch(grant)
    if found is None:
        raise InputError(
            f"`{grant}` is no grant",
            hint="Write `extern:` and the name of a Python module, such as `extern:acme.words`.",
        )
    return found[1]
