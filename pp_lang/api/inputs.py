"""Values from Python to values of the language: inputs of a program, settings of a run."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, Field, ValidationError, create_model

from pp_lang.diagnostics import did_you_mean
from pp_lang.errors import InputError
from pp_lang.evaluation import (
    MODEL_CONFIG,
    Environment,
    PydanticTypes,
    Value,
    attribute_name,
    describe_error,
    evaluate,
)
from pp_lang.semantics import (
    CALL_OPTIONS,
    CheckedProgram,
    ListTy,
    Options,
    Parameter,
    made_by_program,
)

if TYPE_CHECKING:
    from pp_lang.semantics import OptionValue


def read_inputs(
    program: CheckedProgram, types: PydanticTypes, given: Mapping[str, object]
) -> dict[str, Value]:
    """Return a value for each parameter of `program`, defaults filled in.

    Raises `InputError`, which names the input, the place in it, what was expected and found.
    """
    names = [parameter.name for parameter in program.parameters]
    for name in given:
        if name not in names:
            listed = ", ".join(f"`{known}`" for known in names) or "no inputs"
            hint = did_you_mean(name, names) or f"It takes {listed}."
            raise InputError(f"program `{program.name}` has no input `{name}`", hint=hint)
    missing = [p.name for p in program.parameters if p.name not in given and p.default is None]
    if missing:
        listed = ", ".join(f"`{name}`" for name in missing)
        word = "input" if len(missing) == 1 else "inputs"
        raise InputError(f"program `{program.name}` needs the {word} {listed}")
    return {p.name: _read(p, types, given) for p in program.parameters}


def as_mapping(inputs: Mapping[str, object] | BaseModel | None) -> dict[str, object]:
    """Return inputs given as a mapping or as an instance of `Program.Inputs` by name."""
    if inputs is None:
        return {}
    if isinstance(inputs, BaseModel):
        return inputs.model_dump(by_alias=True)
    return dict(inputs)


def read_settings(settings: Mapping[str, object], *, exact: bool = False) -> Options:
    """Return settings of a run as options. Raises `InputError`.

    With `exact` records keep the names of their fields, whatever is set.
    """
    read = {name: _setting(name, value) for name, value in settings.items()}
    return Options(tuple((read | {"records": "keyed"} if exact else read).items()))


def _read(parameter: Parameter, types: PydanticTypes, given: Mapping[str, object]) -> Value:
    if made_by_program(parameter.ty):
        raise InputError(
            f"input `{parameter.name}` holds a context or an answer, which only a program can make",
            hint="Call this program from another one.",
        )
    if parameter.name not in given:
        assert parameter.default is not None, "missing inputs were reported before"
        return evaluate(parameter.default, Environment())
    try:
        return types.read(parameter.ty, given[parameter.name])
    except ValidationError as error:
        raise InputError(f"input {describe_error(error, parameter.name)}") from None


def _setting(name: str, value: object) -> "OptionValue":
    if name not in CALL_OPTIONS:
        raise InputError(
            f"there is no setting `{name}`",
            hint=did_you_mean(name, CALL_OPTIONS) or f"There are {', '.join(CALL_OPTIONS)}.",
        )
    if isinstance(CALL_OPTIONS[name], ListTy) and isinstance(value, str | tuple):
        value = [value] if isinstance(value, str) else list(value)
    try:
        read = PydanticTypes().read(CALL_OPTIONS[name], value)
    except ValidationError as error:
        raise InputError(f"setting {describe_error(error, name)}") from None
    if isinstance(read, list):
        return tuple(map(str, read))
    assert isinstance(read, str | int | float), "settings are texts and numbers"
    return read


def build_inputs_model(program: CheckedProgram, types: PydanticTypes) -> type[BaseModel]:
    """Return the pydantic model of a program's inputs, defaults included."""
    fields: dict[str, Any] = {}  # Any: pydantic's field definitions
    for parameter in program.parameters:
        default: object = ...
        if parameter.default is not None:
            default = evaluate(parameter.default, Environment())
        attribute = attribute_name(parameter.name)
        alias = parameter.name if attribute != parameter.name else None
        annotation = types.annotation(parameter.ty)
        fields[attribute] = (annotation, Field(default, alias=alias))
    return create_model("Inputs", __config__=MODEL_CONFIG, **fields)
