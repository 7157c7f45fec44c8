"""Options: known names, values of the right type, constant ones but for those of a call."""

from collections.abc import Callable, Mapping

from pp_lang.diagnostics import Problem
from pp_lang.semantics.answer_problems import NotConstant
from pp_lang.semantics.name_problems import DuplicateName
from pp_lang.semantics.option_problems import BadOptionValue, UnknownModel, UnknownOption
from pp_lang.semantics.option_table import ANSWER_OPTIONS, CONSTANT_OPTIONS, MODEL_NAMES
from pp_lang.semantics.signatures import Signatures
from pp_lang.semantics.subtypes import literal_fits
from pp_lang.semantics.ty import BOOL, ListTy, Ty
from pp_lang.semantics.typed_nodes import Options, OptionValue, TypedExpr
from pp_lang.source import Span
from pp_lang.syntax import Expr, ListExpr, LiteralExpr, NameExpr, Option, UnaryExpr

Given = tuple[tuple[str, TypedExpr], ...]
Computed = Callable[[Option, Ty], TypedExpr]


def check_options(
    options: tuple[Option, ...],
    known: Mapping[str, Ty],
    signatures: Signatures,
    problems: list[Problem],
) -> Options:
    """Return the settings of `options`, all constant, without those that are wrong."""
    return _check(options, known, signatures, problems, None)[0]


def check_call_options(
    options: tuple[Option, ...],
    known: Mapping[str, Ty],
    signatures: Signatures,
    problems: list[Problem],
    computed: Computed,
) -> tuple[Options, Given]:
    """Return the constant settings of a template's call, and those that `computed` types."""
    return _check(options, known, signatures, problems, computed)


def _check(
    options: tuple[Option, ...],
    known: Mapping[str, Ty],
    signatures: Signatures,
    problems: list[Problem],
    computed: Computed | None,
) -> tuple[Options, Given]:
    values: dict[str, OptionValue] = {}
    given: dict[str, TypedExpr] = {}
    seen: dict[str, Span] = {}
    for option in options:
        name = option.name.text
        if name not in known:
            problems.append(UnknownOption(name, option.name.span, tuple(known)))
        elif name in seen:
            problems.append(DuplicateName(name, option.name.span, seen[name]))
        elif computed is not None and _is_computed(option):
            given[name] = computed(option, known[name])
        else:
            value = _value(option, known[name], signatures, problems)
            if value is not None:
                values[name] = value
        seen.setdefault(name, option.name.span)
    return Options(tuple(values.items())), tuple(given.items())


def fits_option(value: object, ty: Ty) -> bool:
    """Return whether the constant `value` may be given to an option of type `ty`."""
    if isinstance(ty, ListTy):
        return (
            isinstance(value, tuple)
            and all(fits_option(one, ty.element) for one in value)
            and (ty.min_items or 0) <= len(value) <= (ty.max_items or len(value))
        )
    return isinstance(value, str | int | float | bool) and literal_fits(value, ty)


def _is_computed(option: Option) -> bool:
    name = option.name.text
    if name in ANSWER_OPTIONS:
        return True
    return name not in CONSTANT_OPTIONS and not _is_constant(option.value)


def _value(option: Option, ty: Ty, signatures: Signatures, problems: list[Problem]) -> OptionValue:
    name = option.name.text
    if name in MODEL_NAMES:
        value = _models(option.value, signatures, problems)
    else:
        value = _constant(option.value)
    if isinstance(ty, ListTy) and isinstance(value, str):
        value = (value,)  # one stop string needs no brackets
    if value == ():
        return None  # said already
    if ty == BOOL and isinstance(option.value, NameExpr):
        problems.append(BadOptionValue(name, option.value.span, "`true` or `false`"))
        return None
    if name not in MODEL_NAMES and not _is_constant(option.value):
        problems.append(NotConstant(name, option.value.span))
        return None
    if not fits_option(value, ty):
        wanted = "a declared model or a text" if name in MODEL_NAMES else f"`{ty}`"
        problems.append(BadOptionValue(name, option.value.span, wanted, value))
        return None
    return value


def _models(expr: Expr, signatures: Signatures, problems: list[Problem]) -> OptionValue:
    """Return the keys or names of models; an empty tuple where one is unknown, which is said."""
    if isinstance(expr, ListExpr):
        each = [_models(item, signatures, problems) for item in expr.items]
        if () in each:
            return ()
        return tuple(one for one in each if isinstance(one, str)) if all(each) else None
    if not isinstance(expr, NameExpr):
        return _constant(expr)
    if expr.name in signatures.models:
        return f"{signatures.prefix}{expr.name}"
    problems.append(UnknownModel(expr.name, expr.span, tuple(signatures.models)))
    return ()


def _is_constant(expr: Expr) -> bool:
    match expr:
        case LiteralExpr() | UnaryExpr("-", LiteralExpr()):
            return True
        case ListExpr(items):
            return all(map(_is_constant, items))
        case _:
            return False


def _constant(expr: Expr) -> OptionValue:
    match expr:
        case LiteralExpr(value):
            return value
        case UnaryExpr("-", LiteralExpr(int() | float() as number)):
            return -number
        case ListExpr(items):
            values = tuple(_constant(item) for item in items)
            is_alike = all(isinstance(one, str) for one in values) or all(map(_is_number, values))
            return values if is_alike else None  # type: ignore[return-value]  # all are of one kind
        case _:
            return None


def _is_number(value: OptionValue) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
