"""The fields that can be read of a value, whichever of its type's records it is."""

from pp_lang.semantics.ty import RecordTy, Ty, UnionTy, plain, union_of


def fields_of(ty: Ty) -> dict[str, Ty]:
    """Return the fields that every value of `ty` has."""
    match plain(ty):
        case RecordTy(fields):
            return {field.name: field.ty for field in fields}
        case UnionTy(members) if members:
            each = [fields_of(member) for member in members]
            shared = [name for name in each[0] if all(name in one for one in each)]
            return {name: union_of([one[name] for one in each]) for name in shared}
        case _:
            return {}
