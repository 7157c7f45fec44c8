"""Types to pydantic: what inputs and answers are checked with, what results come as."""

import keyword
from functools import reduce
from operator import or_
from typing import Annotated, Any, Literal, assert_never

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    create_model,
)
from pydantic_core import PydanticCustomError

from pp_lang.evaluation.values import ContextValue, Value, is_equal
from pp_lang.semantics import (
    NONE,
    AnswerTy,
    BoolTy,
    ContextTy,
    FieldTy,
    FloatTy,
    FunctionTy,
    IntTy,
    ListTy,
    LiteralTy,
    NoneTy,
    RecordTy,
    Scalar,
    TextTy,
    Ty,
    UnionTy,
    UnknownTy,
    VariableTy,
    is_assignable,
    show_scalar,
)

MODEL_CONFIG = ConfigDict(
    extra="forbid",
    from_attributes=True,
    populate_by_name=True,
    protected_namespaces=(),
    arbitrary_types_allowed=True,
)


class PydanticTypes:
    """The pydantic types of one module; a record type becomes one `BaseModel` subclass."""

    def __init__(self) -> None:
        self._models: dict[RecordTy, type[BaseModel]] = {}
        self._adapters: dict[Ty, TypeAdapter[Any]] = {}

    def annotation(self, ty: Ty) -> Any:  # Any: an annotation made at run time
        """Return the annotation for a value of type `ty`."""
        match ty:
            case TextTy():
                return _text(ty)
            case IntTy(minimum, maximum):
                return Annotated[int, Field(strict=True, ge=minimum, le=maximum)]
            case FloatTy(minimum, maximum):
                field = Field(strict=True, allow_inf_nan=False, ge=minimum, le=maximum)
                return Annotated[float, field]
            case BoolTy():
                return Annotated[bool, Field(strict=True)]
            case NoneTy():
                return None
            case LiteralTy(value):
                return _literal(value)
            case AnswerTy(inner):
                return self.annotation(inner)
            case UnionTy(members) if members:
                return reduce(or_, map(self.annotation, members))
            case ListTy(element, low, high):
                return Annotated[
                    list[self.annotation(element)],  # type: ignore[misc]  # made at run time
                    Field(strict=True, min_length=low, max_length=high),
                ]
            case RecordTy():
                return self.model(ty)
            case ContextTy() | FunctionTy() | VariableTy():
                return Annotated[Any, AfterValidator(_context)]
            case UnknownTy() | UnionTy():
                return Any  # a union without members has no values
            case _:
                assert_never(ty)

    def model(self, ty: RecordTy, default_name: str = "Record") -> type[BaseModel]:
        """Return the pydantic model of a record type, the same one each time."""
        if ty not in self._models:
            fields: dict[str, Any] = {}  # Any: pydantic's field definitions
            for field in ty.fields:
                fields[attribute_name(field.name)] = self._field(field)
            name = ty.name or default_name
            self._models[ty] = create_model(name, __config__=MODEL_CONFIG, **fields)
        return self._models[ty]

    def adapter(self, ty: Ty) -> TypeAdapter[Any]:
        """Return what checks values of type `ty`."""
        if ty not in self._adapters:
            self._adapters[ty] = TypeAdapter(self.annotation(ty))
        return self._adapters[ty]

    def read(self, ty: Ty, value: object) -> Value:
        """Return `value` as a value of the language.

        Raises pydantic's `ValidationError` where it is not of type `ty`.
        """
        adapter = self.adapter(ty)
        read: Value = adapter.dump_python(adapter.validate_python(value), by_alias=True)
        return read

    def _field(self, field: FieldTy) -> tuple[Any, Any]:  # Any: pydantic's field definition
        alias = field.name if attribute_name(field.name) != field.name else None
        # What may be none may be left out, as an empty cell of a table is.
        default = None if is_assignable(NONE, field.ty) else ...
        return self.annotation(field.ty), Field(default, alias=alias, description=field.doc)


def attribute_name(name: str) -> str:
    """Return the attribute for a field: `name`, or `name_` where Python or pydantic took it."""
    if keyword.iskeyword(name) or name.startswith("_") or hasattr(BaseModel, name):
        return f"{name.strip('_')}_"
    return name


def _context(found: object) -> object:
    # An annotation `ContextValue` would have pydantic look into it, and into itself again.
    if isinstance(found, ContextValue):
        return found
    raise PydanticCustomError("context", "not an opened context")


def _literal(value: Scalar) -> Any:  # Any: an annotation made at run time
    def check(found: object) -> object:
        # A `Literal` of pydantic takes true for 1 in some company.
        if isinstance(found, str | int | float) and is_equal(found, value):
            return value
        raise PydanticCustomError("literal_error", "not it", {"expected": show_scalar(value)})

    return Annotated[Literal[value], BeforeValidator(check)]


def _text(ty: TextTy) -> Any:  # Any: an annotation made at run time
    pattern = None if ty.pattern is None else f"^(?:{ty.pattern})$"
    return Annotated[str, Field(strict=True, max_length=ty.max_chars, pattern=pattern)]
