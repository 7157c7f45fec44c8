"""Types compared across a rename: the same, but for the name of a field."""

from collections.abc import Mapping

from pp_lang.semantics import AnswerTy, FunctionTy, ListTy, RecordTy, Ty, UnionTy
from pp_lang.source import Span
from pp_lang.tools.front import Checked

Shape = tuple[object, ...]


def shapes_of(checked: Checked) -> list[Shape]:
    """Return the types of all names of a file in order, its own fields by number, not by name."""
    file = checked.tree.source.name
    own = [use.span for use in checked.uses if use.span == use.symbol.span]
    numbers = {span: number for number, span in enumerate(own)}
    types = [ty for span in own if (ty := checked.meaning.type_at(span)) is not None]
    types += [one.result for one in checked.meaning.signatures.callables.values()]
    return [_shape(ty, file, numbers) for ty in types]


def _shape(ty: Ty, file: str, numbers: Mapping[Span, int]) -> Shape:
    match ty:
        case RecordTy(fields, name):
            parts: list[object] = [name]
            for one in fields:
                is_own = one.place is not None and one.place.file == file
                known = numbers.get(one.place.span) if one.place is not None and is_own else None
                parts += [one.name if known is None else known, _shape(one.ty, file, numbers)]
            return (RecordTy, *parts)
        case UnionTy(members):
            return (UnionTy, *(_shape(one, file, numbers) for one in members))
        case AnswerTy(value, template, ancestors):
            return (AnswerTy, _shape(value, file, numbers), template, ancestors)
        case ListTy(element, low, high):
            return (ListTy, _shape(element, file, numbers), low, high)
        case FunctionTy(params, result):
            return (FunctionTy, *(_shape(one, file, numbers) for one in (*params, result)))
        case _:
            return (ty,)
