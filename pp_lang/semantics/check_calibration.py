"""Calibration: only of closed sets, by data that can be left out or by a map that is there."""

from collections.abc import Iterator, Mapping

from pp_lang.diagnostics import Problem
from pp_lang.semantics.calibration_problems import (
    CalibratedAlone,
    CalibratedWriting,
    NothingLeftOut,
)
from pp_lang.semantics.call_options import options_of_call
from pp_lang.semantics.rebuild import parts_of
from pp_lang.semantics.ty import Ty, UnknownTy, closed_options, plain
from pp_lang.semantics.typed_nodes import (
    CheckedModule,
    CheckedProgram,
    CheckedTemplate,
    Options,
    TypedExpr,
    TypedFormat,
    TypedForPart,
    TypedHole,
    TypedIfPart,
    TypedLambda,
    TypedLiteral,
    TypedMap,
    TypedPart,
    TypedProgramCall,
    TypedTemplateCall,
)

_Call = TypedTemplateCall | TypedProgramCall


def check_calibration(module: CheckedModule, own: CheckedModule) -> list[Problem]:
    """Return the mistakes with calibration in the declarations of `own`, as `module` links it.

    What only a caller decides, such as where a function that a program takes is called, is not
    looked at; the run does so before it begins.
    """
    problems: list[Problem] = []
    for template in own.templates.values():
        problems += _of_template(template)
    calls = {name: tuple(_calls(one.body)) for name, one in own.programs.items()}
    has_map = _programs_in_maps(own.programs, calls)
    for name, program in own.programs.items():
        for call, is_in_map in calls[name]:
            if isinstance(call, TypedTemplateCall):
                in_map = is_in_map or has_map[name]
                problems += _of_call(call, module, program.options, is_in_map=in_map)
    return problems


def shows_data(parts: tuple[TypedPart, ...]) -> bool:
    """Return whether a body shows anything that can differ between calls."""
    return any(map(_shows_data, parts))


def _shows_data(part: TypedPart) -> bool:
    match part:
        case TypedHole(value):
            return not isinstance(value, TypedFormat | TypedLiteral)
        case TypedForPart(parts=parts):
            return shows_data(parts)
        case TypedIfPart(then=then, otherwise=otherwise):
            return shows_data(then) or shows_data(otherwise)
        case _:
            return False


def _of_template(template: CheckedTemplate) -> Iterator[Problem]:
    how = template.options.get("calibrate")
    if how not in ("prior", "batch"):
        return
    if _is_written(template.output):
        yield CalibratedWriting(template.name, template.output, template.span)
    elif how == "prior" and not shows_data(template.body):
        yield NothingLeftOut(template.name, template.span)


def _of_call(
    call: TypedTemplateCall, module: CheckedModule, around: Options, *, is_in_map: bool
) -> Iterator[Problem]:
    template = module.templates.get(call.template)
    if template is None:
        return  # a template that could not be read
    here = call.options.get("calibrate")
    if here in ("prior", "batch") and _is_written(template.output):
        yield CalibratedWriting(template.name, template.output, call.span)
        return
    if here == "prior" and not shows_data(template.body):
        yield NothingLeftOut(template.name, call.span)
    how = options_of_call(call, module).over(around).get("calibrate")
    if how == "batch" and not is_in_map and closed_options(template.output) is not None:
        yield CalibratedAlone(template.name, call.span)


def _is_written(output: Ty) -> bool:
    return closed_options(output) is None and not isinstance(plain(output), UnknownTy)


def _calls(expr: TypedExpr, *, is_in_map: bool = False) -> Iterator[tuple[_Call, bool]]:
    """Yield the calls of templates and programs in `expr`, and whether a map is around each.

    Where a function that is written out will be called is not known, so it may be in a map.
    """
    if isinstance(expr, _Call):
        yield expr, is_in_map
    if isinstance(expr, TypedMap):
        yield from _calls(expr.source, is_in_map=is_in_map)
        inside = [one for one in (expr.condition, expr.body) if one is not None]
        is_in_map = True
    else:
        inside = list(parts_of(expr))
        is_in_map = is_in_map or isinstance(expr, TypedLambda)
    for one in inside:
        yield from _calls(one, is_in_map=is_in_map)


def _programs_in_maps(
    programs: Mapping[str, CheckedProgram], calls: Mapping[str, tuple[tuple[_Call, bool], ...]]
) -> dict[str, bool]:
    """Return of each program whether others call it, and only in maps."""
    callers: dict[str, list[tuple[str, bool]]] = {name: [] for name in programs}
    for name, found in calls.items():
        for call, is_in_map in found:
            if isinstance(call, TypedProgramCall) and call.program in callers:
                callers[call.program].append((name, is_in_map))
    known: dict[str, bool] = {}

    def find(name: str) -> bool:
        if name not in known:
            known[name] = False  # programs in a circle are a mistake of their own
            found = callers[name]
            known[name] = bool(found) and all(inside or find(caller) for caller, inside in found)
        return known[name]

    return {name: find(name) for name in programs}
