"""What is known of a value beyond its type: lengths of lists written out, bounds of numbers. Types
do not say it, so that they stay simple."""

from pp_lang.semantics.known_numbers import with_known_bounds
from pp_lang.semantics.ty import FieldTy, ListTy, RecordTy, Ty, plain, union_of
from pp_lang.semantics.typed_nodes import TypedExpr, TypedList, TypedRecord


def with_what_is_known(expr: TypedExpr) -> Ty:
    """Return the type of `expr`, narrowed by the lists written out in it and what it computes."""
    match expr:
        case TypedList(items, ListTy(element)):
            known = [with_what_is_known(item) for item in items]
            if known != [item.ty for item in items]:
                element = union_of([plain(ty) for ty in known])
            return ListTy(element, len(items), len(items))
        case TypedRecord(fields):
            return RecordTy(tuple(FieldTy(name, with_what_is_known(one)) for name, one in fields))
        case _:
            return with_known_bounds(expr.ty, expr)
