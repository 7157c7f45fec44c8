"""What a function of Python gave, as a value of the language."""

from typing import Any

from pydantic import ValidationError

from pp_lang.evaluation.describe_error import describe_error
from pp_lang.evaluation.pydantic_types import PydanticTypes
from pp_lang.evaluation.values import Value
from pp_lang.semantics import Ty, plain


class WrongResultError(Exception):
    """A result is not a value of the declared type; its text says why."""


def read_result(types: PydanticTypes, ty: Ty, result: object) -> Value:
    """Return `result` as a value of type `ty`. Raises `WrongResultError`.

    A tuple is a list, and a record may be any object that has its fields as attributes.
    """
    try:
        return types.read(plain(ty), _with_lists(result))
    except ValidationError as error:
        raise WrongResultError(describe_error(error)) from error
    except RecursionError:
        raise WrongResultError("it is nested too deep") from None


def _with_lists(value: Any) -> Any:  # Any: whatever Python code gave
    if type(value) is tuple or type(value) is list:
        return [_with_lists(item) for item in value]
    if type(value) is dict:
        return {name: _with_lists(item) for name, item in value.items()}
    return value
