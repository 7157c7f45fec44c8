"""`--set option=value` -> options of the run and of how its model is opened."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pp_lang.cli.coerce import coerce
from pp_lang.diagnostics import did_you_mean
from pp_lang.errors import InputError
from pp_lang.semantics import (
    CALL_OPTIONS,
    ENGINE_OPTIONS,
    ListTy,
    LiteralTy,
    OptionValue,
    TextTy,
    Ty,
    fits_option,
    is_assignable,
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command line sets."""

    options: dict[str, OptionValue] = field(default_factory=dict)
    """Options of every generation, above all that the program sets."""
    engine: dict[str, Any] = field(default_factory=dict)  # Any: each has its own type
    """Fields of `EngineConfig`."""


def read_settings(given: Sequence[str], *, exact: bool = False) -> Settings:
    """Return what `--set` gives. Raises `InputError` for an unknown option or a bad value.

    With `exact` records keep the names of their fields, whatever is set.
    """
    settings = Settings()
    for argument in given:
        name, equals, text = argument.partition("=")
        name = name.strip()
        if not equals or not name:
            raise InputError(f"`--set {argument}`: expected OPTION=VALUE")
        if name in CALL_OPTIONS:
            settings.options[name] = _read(name, text, CALL_OPTIONS[name])
        elif name in ENGINE_OPTIONS:
            settings.engine[name] = _read(name, text, ENGINE_OPTIONS[name])
        else:
            known = sorted([*CALL_OPTIONS, *ENGINE_OPTIONS])
            raise InputError(
                f"There is no option `{name}`",
                hint=did_you_mean(name, known) or f"Options: {', '.join(known)}.",
            )
    if exact:
        settings.options["records"] = "keyed"
    return settings


def _read(name: str, text: str, ty: Ty) -> OptionValue:
    if isinstance(ty, ListTy):
        return _read_list(name, text, ty)
    value = coerce(text, ty, f"--set {name}")
    assert value is None or isinstance(value, str | int | float | bool)
    if value is not None and not is_assignable(LiteralTy(value), ty):
        raise InputError(f"--set {name}: expected {ty}, found {text}")
    return value


def _read_list(name: str, text: str, ty: ListTy) -> tuple[str, ...] | tuple[float, ...]:
    is_text = isinstance(ty.element, TextTy)
    if is_text and not text.lstrip().startswith("["):
        return (text,)
    try:
        values = json.loads(text)
    except ValueError as error:
        raise InputError(f"--set {name}: this is not JSON: {text}") from error
    if not isinstance(values, list) or not fits_option(tuple(values), ty):
        wanted = "a list of texts" if is_text else str(ty)
        raise InputError(f"--set {name}: expected {wanted}, found {text}")
    return tuple(values)
