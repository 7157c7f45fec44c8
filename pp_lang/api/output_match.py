"""Whether a pydantic model of the embedder's fits what a program gives."""

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from pp_lang.semantics import (
    BoolTy,
    FloatTy,
    IntTy,
    ListTy,
    LiteralTy,
    NoneTy,
    RecordTy,
    Scalar,
    TextTy,
    Ty,
    UnionTy,
    plain,
)

Annotation = Any  # whatever Python takes as an annotation


def find_mismatch(ty: Ty, wanted: Annotation, path: str = "the result") -> str | None:
    """Return the first place where a value of type `ty` would not be one of `wanted`, or None.

    Annotations of other kinds than pydantic models, lists, literals, unions and plain values are
    left to pydantic, which checks them when the result exists.
    """
    ty, wanted = plain(ty), _bare(wanted)
    if wanted is Any or wanted is object:
        return None
    if isinstance(ty, UnionTy):
        found = (find_mismatch(member, wanted, path) for member in ty.members)
        return next((mismatch for mismatch in found if mismatch is not None), None)
    if _origin(wanted) in (Union, UnionType):
        if any(find_mismatch(ty, member, path) is None for member in get_args(wanted)):
            return None
        return _says(path, ty, wanted)
    if isinstance(wanted, type) and issubclass(wanted, BaseModel):
        return _record_mismatch(ty, wanted, path)
    if wanted is list or _origin(wanted) is list:
        if not isinstance(ty, ListTy):
            return _says(path, ty, wanted)
        element = (*get_args(wanted), Any)[0]
        return find_mismatch(ty.element, element, f"an item of {path}")
    return None if _fits(ty, wanted) else _says(path, ty, wanted)


def _record_mismatch(ty: Ty, wanted: type[BaseModel], path: str) -> str | None:
    if not isinstance(ty, RecordTy):
        return _says(path, ty, wanted)
    fields = {info.alias or name: info for name, info in wanted.model_fields.items()}
    for name, info in fields.items():
        field = ty.find(name)
        if field is None:
            if info.is_required():
                return f"{path} has no field `{name}`, which {wanted.__name__} needs"
            continue
        mismatch = find_mismatch(field.ty, info.annotation, f"field `{name}` of {path}")
        if mismatch is not None:
            return mismatch
    if wanted.model_config.get("extra") == "forbid":
        for field in ty.fields:
            if field.name not in fields:
                return f"{path} has a field `{field.name}`, which {wanted.__name__} forbids"
    return None


_PLAIN: dict[type[Ty], tuple[type, ...]] = {
    TextTy: (str,),
    IntTy: (int, float),
    FloatTy: (float,),
    BoolTy: (bool,),
    NoneTy: (NoneType,),
}


def _fits(ty: Ty, wanted: Annotation) -> bool:
    if _origin(wanted) is Literal:
        options = {(type(option), option) for option in get_args(wanted)}
        return all((type(v), v) in options for v in _values(ty)) and bool(_values(ty))
    if wanted not in (str, int, float, bool, None, NoneType):
        return True
    wanted = NoneType if wanted is None else wanted
    if isinstance(ty, LiteralTy):
        return isinstance(ty.value, wanted) and (wanted is bool) == isinstance(ty.value, bool)
    return wanted in _PLAIN.get(type(ty), ())


def _values(ty: Ty) -> tuple[Scalar, ...]:
    if isinstance(ty, BoolTy):
        return (True, False)
    return (ty.value,) if isinstance(ty, LiteralTy) else ()


def _bare(annotation: Annotation) -> Annotation:
    return get_args(annotation)[0] if _origin(annotation) is Annotated else annotation


def _origin(annotation: Annotation) -> Any:  # any object that can be subscripted
    return get_origin(annotation)


def _says(path: str, ty: Ty, wanted: Annotation) -> str:
    name = wanted.__name__ if isinstance(wanted, type) else str(wanted).replace("typing.", "")
    return f"{path} is {ty}, not {name}"
