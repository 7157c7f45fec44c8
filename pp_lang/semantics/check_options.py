"""Options: known names, constant values of the right type."""

from collections.abc import Mapping

from pp_lang.diagnostics import Problem
from pp_lang.semantics.option_table import MODEL_NAMES
from pp_lang.semantics.problems import BadOptionValue, DuplicateName, UnknownModel, UnknownOption
from pp_lang.semantics.signatures import Signatures
from pp_lang.semantics.ty import ListTy, Ty, literal_fits
from pp_lang.semantics.typed_nodes import Options, OptionValue
from pp_lang.source import Span
from pp_lang.syntax import Expr, ListExpr, LiteralExpr, NameExpr, Option, UnaryExpr


def check_options(
    options: tuple[Option, ...],
    known: Mapping[str, Ty],
    signatures: Signatures,
    problems: list[Problem],
) -> Options:
    """Return the settings of `options`, without those that are wrong."""
    values: dict[str, OptionValue] = {}
    seen: dict[str, Span] = {}
    for option in options:
        name = option.name.text
        if name not in known:
            problems.append(UnknownOption(name, option.name.span, tuple(known)))
        elif name in seen:
            problems.append(DuplicateName(name, option.name.span, seen[name]))
        else:
            value = _value(option, known[name], signatures, problems)
            if value is not None:
                values[name] = value
        seen.setdefault(name, option.name.span)
    return Options(tuple(values.items()))


def fits_option(value: object, ty: Ty) -> bool:
    """Return whether the constant `value` may be given to an option of type `ty`."""
    if isinstance(ty, ListTy):
        return (
            isinstance(value, tuple)
            and all(fits_option(one, ty.element) for one in value)
            and (ty.min_items or 0) <= len(value) <= (ty.max_items or len(value))
        )
    return isinstance(value, str | int | float | bool) and literal_fits(value, ty)


def _value(option: Option, ty: Ty, signatures: Signatures, problems: list[Problem]) -> OptionValue:
    name = option.name.text
    if name in MODEL_NAMES and isinstance(option.value, NameExpr):
        if option.value.name not in signatures.models:
            problems.append(
                UnknownModel(option.value.name, option.value.span, tuple(signatures.models))
            )
            return None
        return f"{signatures.prefix}{option.value.name}"
    value = _constant(option.value)
    if isinstance(ty, ListTy) and isinstance(value, str):
        value = (value,)  # one stop string needs no brackets
    if not fits_option(value, ty):
        wanted = "a declared model or a text" if name in MODEL_NAMES else f"`{ty}`"
        problems.append(BadOptionValue(name, option.value.span, wanted))
        return None
    return value


def _constant(expr: Expr) -> OptionValue:
    match expr:
        case LiteralExpr(value):
            return value
        case UnaryExpr("-", LiteralExpr(int() | float() as number)):
            return -number
        case ListExpr(items):
            values = tuple(_constant(item) for item in items)
            return values if all(isinstance(one, str) for one in values) else None  # type: ignore[return-value]  # all are text
        case _:
            return None
