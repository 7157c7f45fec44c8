"""The functions that every program can call: names, parameters, result types."""

from collections.abc import Callable
from dataclasses import dataclass

from pp_lang.semantics.subtypes import is_assignable, join
from pp_lang.semantics.ty import (
    BOOL,
    FLOAT,
    INT,
    NONE,
    TEXT,
    UNKNOWN,
    IntTy,
    ListTy,
    Ty,
    UnionTy,
    UnknownTy,
    plain,
    union_of,
    without_none,
)

ANY_LIST = ListTy(UNKNOWN)
NUMBERS = ListTy(FLOAT)


@dataclass(frozen=True, slots=True)
class Builtin:
    """A function of the prelude."""

    parameters: tuple[tuple[str, Ty], ...]
    """Names and widest types, for messages and for the check of each argument."""
    result: Callable[[tuple[Ty, ...]], Ty]
    """The result type from the argument types, which fit already."""
    optional: int = 0
    """How many of the last parameters may be left out."""


def _always(ty: Ty) -> Callable[[tuple[Ty, ...]], Ty]:
    return lambda _args: ty


def element_of(ty: Ty) -> Ty | None:
    """Return the element type of a list, or None where `ty` is not a list."""
    ty = plain(ty)
    if isinstance(ty, ListTy):
        return ty.element
    if isinstance(ty, UnknownTy):
        return UNKNOWN
    if isinstance(ty, UnionTy):
        elements = [element_of(member) for member in ty.members]
        found = [element for element in elements if element is not None]
        return union_of(found) if len(found) == len(elements) else None
    return None


def item_of(ty: Ty) -> Ty:
    """Return the element type of a list; what is no list is its own item."""
    return element_of(ty) or ty


def _element(args: tuple[Ty, ...]) -> Ty:
    return element_of(args[0]) or UNKNOWN


def _list_of_element(args: tuple[Ty, ...]) -> Ty:
    return ListTy(_element(args))


def _number_like(args: tuple[Ty, ...]) -> Ty:
    return INT if is_assignable(_element(args), INT) else FLOAT


def _same_kind(args: tuple[Ty, ...]) -> Ty:
    return INT if is_assignable(args[0], INT) else FLOAT


def _rounded(args: tuple[Ty, ...]) -> Ty:
    return INT if len(args) == 1 else FLOAT


def _defaulted(args: tuple[Ty, ...]) -> Ty:
    given = args[0]
    return args[1] if plain(given) == NONE else join(without_none(given), args[1])


def _flattened(args: tuple[Ty, ...]) -> Ty:
    return ListTy(element_of(_element(args)) or UNKNOWN)


BUILTINS: dict[str, Builtin] = {
    "abs": Builtin((("number", FLOAT),), _same_kind),
    "contains": Builtin((("text", TEXT), ("part", TEXT)), _always(BOOL)),
    "count": Builtin((("list", ANY_LIST), ("value", UNKNOWN)), _always(INT)),
    "default": Builtin((("value", UNKNOWN), ("otherwise", UNKNOWN)), _defaulted),
    "drop": Builtin((("list", ANY_LIST), ("count", INT)), _list_of_element),
    "exp": Builtin((("number", FLOAT),), _always(FLOAT)),
    "first_match": Builtin((("text", TEXT), ("pattern", TEXT)), _always(union_of([TEXT, NONE]))),
    "all_matches": Builtin((("text", TEXT), ("pattern", TEXT)), _always(ListTy(TEXT))),
    "first": Builtin((("list", ANY_LIST),), lambda args: union_of([_element(args), NONE])),
    "flatten": Builtin((("lists", ListTy(ANY_LIST)),), _flattened),
    "groups": Builtin((("list", ANY_LIST),), _always(ListTy(ListTy(IntTy(0))))),
    "join": Builtin((("list", ListTy(TEXT)), ("separator", TEXT)), _always(TEXT)),
    "json_at": Builtin((("text", TEXT), ("path", TEXT)), _always(union_of([TEXT, NONE]))),
    "len": Builtin((("value", UnionTy((TEXT, ANY_LIST))),), _always(IntTy(0))),
    "lines": Builtin((("text", TEXT),), _always(ListTy(TEXT))),
    "log": Builtin((("number", FLOAT),), _always(FLOAT)),
    "lower": Builtin((("text", TEXT),), _always(TEXT)),
    "max": Builtin((("list", NUMBERS),), _number_like),
    "min": Builtin((("list", NUMBERS),), _number_like),
    "number": Builtin((("text", TEXT),), _always(union_of([FLOAT, NONE]))),
    "order": Builtin((("list", UnionTy((NUMBERS, ListTy(TEXT)))),), _always(ListTy(IntTy(0)))),
    "range": Builtin((("count", INT),), _always(ListTy(IntTy(0)))),
    "replace": Builtin((("text", TEXT), ("old", TEXT), ("new", TEXT)), _always(TEXT)),
    "reverse": Builtin((("list", ANY_LIST),), _list_of_element),
    "round": Builtin((("number", FLOAT), ("digits", INT)), _rounded, optional=1),
    "sort": Builtin((("list", UnionTy((NUMBERS, ListTy(TEXT)))),), _list_of_element),
    "split": Builtin((("text", TEXT), ("separator", TEXT)), _always(ListTy(TEXT))),
    "sum": Builtin((("list", NUMBERS),), _number_like),
    "take": Builtin((("list", ANY_LIST), ("count", INT)), _list_of_element),
    "text": Builtin((("value", UNKNOWN),), _always(TEXT)),
    "trim": Builtin((("text", TEXT),), _always(TEXT)),
    "unique": Builtin((("list", ANY_LIST),), _list_of_element),
    "upper": Builtin((("text", TEXT),), _always(TEXT)),
}
