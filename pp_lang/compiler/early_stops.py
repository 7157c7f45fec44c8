"""Lists that end early because their only user says when the items so far are enough.

A parameter of a program may have such a condition, and `first` has enough of one sample. Where the
list given is a sample or a map, written there or named and used nowhere else, the condition becomes
a part of it. Pure functions over the typed tree; what names stand for is for `expand` to say.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from pp_lang.compiler.free_values import free_values, is_short
from pp_lang.compiler.step_free import is_step_free
from pp_lang.semantics import (
    BOOL,
    INT,
    CheckedProgram,
    FunctionTy,
    ListTy,
    Parameter,
    Ty,
    TypedBinary,
    TypedBinding,
    TypedBlock,
    TypedBuiltin,
    TypedExpr,
    TypedIf,
    TypedLambda,
    TypedList,
    TypedLiteral,
    TypedMap,
    TypedName,
    TypedProgramCall,
    TypedReduce,
    TypedRepeat,
    TypedSample,
    parts_of,
    with_parts,
)

Programs = Mapping[str, CheckedProgram]
Source = TypedSample | TypedMap
UntilOf = Callable[[Parameter, Mapping[str, TypedExpr], Ty], TypedLambda]


def move_to_users(block: TypedBlock, programs: Programs) -> TypedBlock:
    """Return `block` with each list that may end early moved to its only user, under its name.

    The graph stays the same: it knows no places, only who uses what.
    """
    wanted = {name for part in _always_computed(block) for name in _ended_by(part, programs)}
    bindings = {one.name: one for one in block.bindings if one.name in wanted}
    if not bindings:
        return block
    uses = Counter(_names_in(block))
    moved = {
        name: one
        for name, one in bindings.items()
        if uses[name] == 1 and isinstance(one.value, Source) and not is_step_free(one.value)
    }
    rest = tuple(one for one in block.bindings if one.name not in moved)
    changed = _put_in_place(replace(block, bindings=rest), moved)
    assert isinstance(changed, TypedBlock), "a block stays one"
    return changed


def end_lists(
    parameters: Iterable[Parameter],
    args: Mapping[str, TypedExpr],
    until_of: UntilOf,
    next_suffix: Callable[[], str],
) -> tuple[dict[str, TypedExpr], list[TypedBinding]]:
    """Return the arguments of a call with conditions in its lists, and what is named for that.

    `until_of` gives the condition of a parameter, for the values of the others.
    """
    args, named = dict(args), list[TypedBinding]()
    for one in parameters:
        found = _find_source(args[one.name]) if one.until is not None else None
        if one.until is None or found is None:
            continue
        used = free_values(one.until).keys() & args.keys() - {one.name}
        suffix = next_suffix()
        values = {name: _short(name, args[name], suffix) for name in args if name in used}
        until = until_of(one, values, found[1].ty)
        if not is_step_free(until):
            continue  # a function given to the call asks a model
        for name, value in values.items():
            if value is not args[name]:
                named.append(TypedBinding(f"{name}{suffix}", args[name], args[name].span))
                args[name] = value
        args[one.name] = _ended(*found, until, named)
    return args, named


def end_at_first(args: list[TypedExpr]) -> tuple[list[TypedExpr], list[TypedBinding]]:
    """Return the arguments of `first`, a sample among them ended, and what is named for that."""
    found, named = _find_source(args[0]), list[TypedBinding]()
    if found is None or not isinstance(found[1], TypedSample):
        return args, named
    any_item = TypedLiteral(True, BOOL, found[1].span)
    until = until_function("finished~until", "remaining~until", found[1].ty, any_item)
    return [_ended(*found, until, named), *args[1:]], named


def until_function(finished: str, remaining: str, ty: Ty, condition: TypedExpr) -> TypedLambda:
    """Return a condition as a function of the finished items, of type `ty`, and of the others."""
    function = FunctionTy((ty, INT), BOOL)
    return TypedLambda((finished, remaining), condition, function, condition.span)


def with_optional_items(step: TypedMap) -> TypedMap:
    """Return `step` without its filter: each item gives a list, which is empty where it fails.

    A filter that needs a model is thereby within the same limits as the body.
    """
    assert step.condition is not None, "only a map with a filter has optional items"
    lists = ListTy(step.ty)
    kept = TypedList((step.body,), step.ty, step.body.span)
    none = TypedList((), step.ty, step.body.span)
    body = TypedIf(step.condition, kept, none, step.ty, step.span)
    until = None if step.until is None else _of_lists(step.until, lists)
    return replace(step, condition=None, body=body, ty=lists, until=until)


def _of_lists(until: TypedLambda, lists: ListTy) -> TypedLambda:
    """Return `until` for lists of items; where all are empty it is not asked."""
    finished, remaining = until.params
    given = TypedName(f"{finished}~lists", lists, until.span)
    items = TypedName(finished, lists.element, until.span)
    flat = TypedBuiltin("flatten", (given,), lists.element, until.span)
    count = TypedBuiltin("len", (items,), INT, until.span)
    is_any = TypedBinary(">", count, TypedLiteral(0, INT, until.span), BOOL, until.span)
    condition = TypedBlock(
        (TypedBinding(finished, flat, until.span),),
        TypedBinary("and", is_any, until.body, BOOL, until.span),
        BOOL,
        until.span,
    )
    return until_function(given.name, remaining, lists, condition)


def _find_source(arg: TypedExpr) -> tuple[str | None, Source] | None:
    """Return the name, if it has one, of the sample or map that `arg` is, and itself.

    None where it is something else, computed at once, or ended by another user already.
    """
    name = None
    match arg:
        case TypedBlock((TypedBinding(bound, value),), TypedName(result)) if bound == result:
            name, arg = bound, value
    if not isinstance(arg, Source) or arg.until is not None or is_step_free(arg):
        return None
    return name, arg


def _ended(
    name: str | None, source: Source, until: TypedLambda, named: list[TypedBinding]
) -> TypedExpr:
    """Return `source` with its condition, or its name, which is added to `named`."""
    source = replace(source, until=until)
    if name is None:
        return source
    named.append(TypedBinding(name, source, source.span))
    return TypedName(name, source.ty, source.span)


def _short(name: str, value: TypedExpr, suffix: str) -> TypedExpr:
    """Return `value`, or a name for it where it may not be computed twice."""
    return value if is_short(value) else TypedName(f"{name}{suffix}", value.ty, value.span)


def _put_in_place(expr: TypedExpr, moved: Mapping[str, TypedBinding]) -> TypedExpr:
    if isinstance(expr, TypedName) and expr.name in moved:
        binding = moved[expr.name]
        value = _put_in_place(binding.value, moved)
        return TypedBlock((replace(binding, value=value),), expr, expr.ty, expr.span)
    return with_parts(expr, lambda part: _put_in_place(part, moved))


def _ended_by(expr: TypedExpr, programs: Programs) -> Iterator[str]:
    """Yield the names that stand in a call where lists may end early."""
    match expr:
        case TypedBuiltin("first", (TypedName(name),)):
            yield name
        case TypedProgramCall(program, args) if program in programs:
            ends = {one.name for one in programs[program].parameters if one.until is not None}
            for parameter, value in args:
                if parameter in ends and isinstance(value, TypedName):
                    yield value.name


def _always_computed(expr: TypedExpr) -> Iterator[TypedExpr]:
    """Yield `expr` and what in it is computed exactly once, whenever `expr` is."""
    yield expr
    match expr:
        case TypedIf(condition):
            parts: tuple[TypedExpr, ...] = (condition,)
        case TypedBinary("and" | "or", left):
            parts = (left,)
        case TypedMap(_, source) | TypedReduce(source):
            parts = (source,)
        case TypedSample(count):
            parts = (count,)
        case TypedRepeat(start=start, count=count):
            parts = (start, count)
        case TypedProgramCall(_, args):
            parts = tuple(value for _, value in args)
        case TypedLambda():
            parts = ()
        case _:
            parts = parts_of(expr)
    for part in parts:
        yield from _always_computed(part)


def _names_in(expr: TypedExpr) -> Iterator[str]:
    if isinstance(expr, TypedName):
        yield expr.name
    for part in parts_of(expr):
        yield from _names_in(part)
