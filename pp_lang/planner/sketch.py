"""Values as far as they are known before the run; the smallest stand-ins for the others."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from pp_lang.evaluation import (
    Answer,
    ContextValue,
    Conversation,
    Environment,
    Value,
    evaluate,
    plain_value,
    show_in_prompt,
)
from pp_lang.graph import Node, names_in, names_of_node
from pp_lang.planner.bounds import Bounds, exactly
from pp_lang.semantics import (
    AnswerTy,
    BoolTy,
    CheckedModule,
    ContextTy,
    FloatTy,
    FunctionTy,
    IntTy,
    ListTy,
    LiteralTy,
    NoneTy,
    RecordTy,
    TextTy,
    Ty,
    TypedBuiltin,
    TypedExpr,
    TypedField,
    TypedList,
    TypedMap,
    TypedName,
    TypedRecord,
    UnionTy,
    UnknownTy,
    VariableTy,
    closed_options,
    plain,
)


@dataclass(frozen=True, slots=True)
class Sketch:
    """A value, and what its unknown parts depend on."""

    value: Value
    """Stand-ins where it is not known: the prompt that shows it is no longer than the true one."""
    depends_on: frozenset[str] = frozenset()
    """Ids of inputs and generations that decide the unknown parts; empty for a known value."""
    num_items: Bounds | None = None
    """Of a list: how many items it may have; None where `value` has exactly as many."""

    @property
    def is_known(self) -> bool:
        """True where nothing stands in."""
        return not self.depends_on

    @property
    def length(self) -> Bounds:
        """How many items the list has."""
        if self.num_items is not None:
            return self.num_items
        value = plain_value(self.value)
        assert isinstance(value, list), "only lists have a length"
        return exactly(len(value))


class Scope:
    """Sketches bound to names, inner scopes chained to outer ones."""

    def __init__(
        self, outer: "Scope | None" = None, sketches: dict[str, Sketch] | None = None
    ) -> None:
        self._outer = outer
        self._sketches = sketches or {}
        self.environment: Environment = Environment(
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
            return _narrowed(found, expr.ty, module)
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
        record = plain_value(base.value)
        if isinstance(record, dict):
            field = Sketch(record[expr.name], depends_on, length_of(expr.ty))
            return _narrowed(field, expr.ty, module)
    if isinstance(expr, TypedMap):
        source = sketch_expr(expr.source, scope, module).length
        low = 0 if expr.condition else source.low
        values = [stand_in(expr.body.ty, module)] * low
        return Sketch(values, depends_on, Bounds(low, source.high))
    if isinstance(expr, TypedBuiltin) and expr.name in ("sort", "unique"):
        source = sketch_expr(expr.args[0], scope, module).length
        low = source.low if expr.name == "sort" else min(source.low, 1)
        values = [stand_in(expr.ty.element, module)] * low if isinstance(expr.ty, ListTy) else []
        return Sketch(values, depends_on, Bounds(low, source.high))
    return unknown(expr.ty, depends_on, module)


def _narrowed(sketch: Sketch, ty: Ty, module: CheckedModule) -> Sketch:
    """Return the sketch as a `ty`, which the program has asked for: no longer as none."""
    if sketch.is_known or plain_value(sketch.value) is not None:
        return sketch
    return unknown(ty, sketch.depends_on, module)


def unknown(ty: Ty, depends_on: frozenset[str], module: CheckedModule) -> Sketch:
    """Return the sketch of a value of which only the type is known."""
    return Sketch(stand_in(ty, module), depends_on, length_of(ty))


def length_of(ty: Ty) -> Bounds | None:
    """Return how many items a list of type `ty` may have; None for other types."""
    ty = plain(ty)
    return Bounds(ty.min_items or 0, ty.max_items) if isinstance(ty, ListTy) else None


def gather(items: list[Sketch]) -> Sketch:
    """Return the list of `items`."""
    return Sketch([item.value for item in items], _union(items))


def dependencies(part: TypedExpr | Node, scope: Scope) -> frozenset[str]:
    """Return what the unknown values in an expression, or in all those of a node, depend on."""
    names = names_of_node(part) if isinstance(part, Node) else names_in(part)
    found = (scope.find(name) for name in sorted(names))
    return _union([sketch for sketch in found if sketch is not None])


def stand_in(ty: Ty, module: CheckedModule) -> Value:
    """Return the value of type `ty` that takes the least room in a prompt."""
    options = None if isinstance(ty, AnswerTy) else closed_options(ty)
    if options is not None:
        return min(options, key=lambda option: len(show_in_prompt(option)))
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
            return stand_in(members[0], module) if members else ""
        case ContextTy(name):
            return _stand_in_context(name, module)
        case TextTy() | UnknownTy() | VariableTy() | FunctionTy():
            return ""
        case NoneTy():
            return None
        case AnswerTy():
            return _stand_in_answer(ty, module)
        case LiteralTy() | BoolTy():
            return ""  # larger than what counts as a closed set
        case _:
            assert_never(ty)


def _stand_in_answer(ty: AnswerTy, module: CheckedModule) -> Answer:
    """Return an answer without scores, so that what depends on them is found to be unknown."""
    conversation = None
    if ty.template:
        template = module.templates[ty.template]
        args = tuple((p.name, stand_in(p.ty, module)) for p in template.parameters)
        conversation = Conversation(ty.template, stand_in_parent(template.parent, module), args)
    value = stand_in(ty.value, module)
    return Answer(value, show_in_prompt(value), conversation=conversation)


def stand_in_parent(name: str | None, module: CheckedModule) -> ContextValue | Answer | None:
    """Return what a template within `name` is called on, which takes the least room."""
    if name is None or name in module.contexts:
        return _stand_in_context(name, module) if name is not None else None
    template = module.templates[name]
    return _stand_in_answer(AnswerTy(template.output, name), module)


def _stand_in_context(name: str, module: CheckedModule) -> ContextValue:
    context = module.contexts[name]
    parent = _stand_in_context(context.parent, module) if context.parent else None
    args = tuple((p.name, stand_in(p.ty, module)) for p in context.parameters)
    return ContextValue(name, parent, args)


def _union(sketches: Iterable[Sketch]) -> frozenset[str]:
    return frozenset().union(*(sketch.depends_on for sketch in sketches))
