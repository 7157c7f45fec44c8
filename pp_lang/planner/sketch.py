"""Values as far as they are known before the run; the smallest stand-ins for the others."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from typing import assert_never

from pp_lang.evaluation import Chosen, ContextValue, Environment, Value, evaluate, show_in_prompt
from pp_lang.graph import Node
from pp_lang.semantics import (
    BoolTy,
    CheckedModule,
    ChoiceTy,
    ContextTy,
    FloatTy,
    IntTy,
    ListTy,
    LiteralTy,
    NoneTy,
    RecordTy,
    Scalar,
    TextTy,
    Ty,
    TypedExpr,
    TypedField,
    TypedList,
    TypedName,
    TypedRecord,
    UnionTy,
    UnknownTy,
    closed_options,
)


@dataclass(frozen=True, slots=True)
class Sketch:
    """A value, and what its unknown parts depend on."""

    value: Value
    """Stand-ins where it is not known: the prompt that shows it is no longer than the true one."""
    depends_on: frozenset[str] = frozenset()
    """Ids of inputs and generations that decide the unknown parts; empty for a known value."""
    has_length: bool = True
    """Whether the number of items of a list is known, though they may not be."""

    @property
    def is_known(self) -> bool:
        """True where nothing stands in."""
        return not self.depends_on


class Scope:
    """Sketches bound to names, inner scopes chained to outer ones."""

    def __init__(
        self, outer: "Scope | None" = None, sketches: dict[str, Sketch] | None = None
    ) -> None:
        self._outer = outer
        self._sketches = sketches or {}
        self.environment = Environment(
            {name: sketch.value for name, sketch in self._sketches.items()},
            outer.environment if outer else None,
        )

    def bind(self, name: str, sketch: Sketch) -> None:
        """Give `name` its sketch."""
        self._sketches[name] = sketch
        self.environment.bind(name, sketch.value)

    def find(self, name: str) -> Sketch | None:
        """Return the sketch of `name`; None for names that an expression binds itself."""
        if name in self._sketches:
            return self._sketches[name]
        return self._outer.find(name) if self._outer else None


def sketch_expr(expr: TypedExpr, scope: Scope, module: CheckedModule) -> Sketch:
    """Return what is known of an expression. Raises `RunError` where it is known to fail."""
    match expr:
        case TypedName(name):
            found = scope.find(name)
            assert found is not None, "the checker bound every name"
            return found
        case TypedList(items):
            return gather([sketch_expr(item, scope, module) for item in items])
        case TypedRecord(parts):
            named = {name: sketch_expr(value, scope, module) for name, value in parts}
            return Sketch({n: s.value for n, s in named.items()}, _union(named.values()))
    depends_on = dependencies(expr, scope)
    if not depends_on:
        return Sketch(evaluate(expr, scope.environment))
    if isinstance(expr, TypedField):
        base = sketch_expr(expr.base, scope, module)
        if isinstance(base.value, dict):
            return Sketch(base.value[expr.name], depends_on, has_length=False)
    return Sketch(stand_in(expr.ty, module), depends_on, has_length=False)


def gather(items: list[Sketch]) -> Sketch:
    """Return the list of `items`."""
    return Sketch([item.value for item in items], _union(items))


def dependencies(part: TypedExpr | Node, scope: Scope) -> frozenset[str]:
    """Return what the unknown values in an expression, or in all those of a node, depend on."""
    parts = tuple(getattr(part, field.name) for field in fields(part))
    found = (scope.find(name) for name in names_in((part, parts)))
    return _union([sketch for sketch in found if sketch is not None])


def names_in(part: object) -> set[str]:
    """Return every name that occurs in a typed expression."""
    if isinstance(part, TypedName):
        return {part.name}
    if isinstance(part, tuple):
        return set().union(*map(names_in, part))
    if is_dataclass(part) and type(part).__name__.startswith("Typed"):
        return set().union(*(names_in(getattr(part, field.name)) for field in fields(part)))
    return set()


def stand_in(ty: Ty, module: CheckedModule) -> Value:
    """Return the value of type `ty` that takes the least room in a prompt."""
    options = closed_options(ty)
    if options is not None:
        return _shortest_option(ty, options)
    match ty:
        case IntTy(minimum, maximum) | FloatTy(minimum, maximum):
            return max(minimum or 0, 0) if maximum is None or maximum >= 0 else maximum
        case ListTy(element, min_items):
            return [stand_in(element, module)] * (min_items or 0)
        case RecordTy(fields_):
            return {field.name: stand_in(field.ty, module) for field in fields_}
        case UnionTy(members):
            if any(isinstance(member, NoneTy) for member in members):
                return None
            return stand_in(members[0], module)
        case ContextTy(name):
            return _stand_in_context(name, module)
        case TextTy() | UnknownTy():
            return ""
        case NoneTy():
            return None
        case LiteralTy() | BoolTy() | ChoiceTy():
            return ""  # larger than what counts as a closed set
        case _:
            assert_never(ty)


def _shortest_option(ty: Ty, options: tuple[Scalar, ...]) -> Value:
    shortest = min(options, key=lambda option: len(show_in_prompt(option)))
    return Chosen(shortest, ((shortest, 1.0),)) if isinstance(ty, ChoiceTy) else shortest


def _stand_in_context(name: str, module: CheckedModule) -> ContextValue:
    context = module.contexts[name]
    parent = _stand_in_context(context.parent, module) if context.parent else None
    args = tuple((p.name, stand_in(p.ty, module)) for p in context.parameters)
    return ContextValue(name, parent, args)


def _union(sketches: Iterable[Sketch]) -> frozenset[str]:
    return frozenset().union(*(sketch.depends_on for sketch in sketches))
