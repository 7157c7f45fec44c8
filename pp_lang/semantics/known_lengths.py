"""Lists that are written out have a known length; their type does not say it, so that it stays
simple."""

from pp_lang.semantics.ty import FieldTy, ListTy, RecordTy, Ty, plain, union_of
from pp_lang.semantics.typed_nodes import TypedExpr, TypedList, TypedRecord


def with_known_lengths(expr: TypedExpr) -> Ty:
    """Return the type of `expr`, narrowed by the lengths of the lists written out in it."""
    match expr:
        case TypedList(items, ListTy(element)):
            known = [with_known_lengths(item) for item in items]
            if known != [item.ty for item in items]:
                element = union_of([plain(ty) for ty in known])
            return ListTy(element, len(items), len(items))
        case TypedRecord(fields):
            return RecordTy(tuple(FieldTy(name, with_known_lengths(one)) for name, one in fields))
        case _:
            return expr.ty
