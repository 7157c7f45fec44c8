"""Inputs that were read -> values of the language, or one message that names the place."""

from pydantic import ValidationError

from pp_lang.errors import InputError
from pp_lang.evaluation import PydanticTypes, Value, describe_error
from pp_lang.semantics import CheckedProgram


def validate_inputs(program: CheckedProgram, values: dict[str, object]) -> dict[str, Value]:
    """Return the given inputs as values; missing ones stay missing. Raises `InputError`."""
    types = PydanticTypes()
    read: dict[str, Value] = {}
    for parameter in program.parameters:
        if parameter.name not in values:
            continue
        try:
            read[parameter.name] = types.read(parameter.ty, values[parameter.name])
        except ValidationError as error:
            raise InputError(describe_error(error, parameter.name)) from error
    return read
