"""Mistakes of meaning, by area: one class for each, facts first, then words."""

from pp_lang.semantics.call_problems import (
    BadMerge,
    MissingArgument,
    NeedsContext,
    NotCallable,
    NotInContext,
    TooManyArguments,
    UnknownArgument,
    UnknownMode,
)
from pp_lang.semantics.name_problems import (
    DuplicateName,
    ReservedName,
    UnknownContext,
    UnknownField,
    UnknownFunction,
    UnknownName,
    UnknownType,
)
from pp_lang.semantics.option_problems import (
    BadOptionValue,
    MisplacedOptions,
    UnknownModel,
    UnknownOption,
)
from pp_lang.semantics.type_problems import (
    BadTypeArgument,
    BadTypeForOutput,
    MissingValue,
    NeverEqual,
    NotAList,
    TypeTooLarge,
    WrongOperand,
    WrongType,
)
from pp_lang.semantics.value_problems import Cycle, EmptyBody, NotAValue, StepInPrompt, UnusedValue

__all__ = [
    "BadMerge",
    "BadOptionValue",
    "BadTypeArgument",
    "BadTypeForOutput",
    "Cycle",
    "DuplicateName",
    "EmptyBody",
    "MisplacedOptions",
    "MissingArgument",
    "MissingValue",
    "NeedsContext",
    "NeverEqual",
    "NotAList",
    "NotAValue",
    "NotCallable",
    "NotInContext",
    "ReservedName",
    "StepInPrompt",
    "TooManyArguments",
    "TypeTooLarge",
    "UnknownArgument",
    "UnknownContext",
    "UnknownField",
    "UnknownFunction",
    "UnknownMode",
    "UnknownModel",
    "UnknownName",
    "UnknownOption",
    "UnknownType",
    "UnusedValue",
    "WrongOperand",
    "WrongType",
]
