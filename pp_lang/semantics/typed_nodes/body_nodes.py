"""Bodies of contexts and templates, laid out: margins removed, lines that hold only tags gone."""

from dataclasses import dataclass
from typing import Literal

from pp_lang.semantics.ty import Ty
from pp_lang.semantics.typed_nodes.expr_nodes import TypedExpr
from pp_lang.source import Span

Role = Literal["system", "user", "assistant"]


@dataclass(frozen=True, slots=True)
class TypedText:
    """Text of the program's author."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class TypedHole:
    """A value put into the prompt as data; never a step."""

    value: TypedExpr
    span: Span
    written_as: Ty | None = None
    """The type as which it is shown in a model's compact words; None: as all values are."""


@dataclass(frozen=True, slots=True)
class TypedForPart:
    """Parts repeated for each element of a list."""

    variable: str
    source: TypedExpr
    parts: tuple["TypedPart", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class TypedIfPart:
    """Parts shown when the condition holds, and others when it does not."""

    condition: TypedExpr
    then: tuple["TypedPart", ...]
    otherwise: tuple["TypedPart", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class TypedTurn:
    """What follows is said by this role."""

    role: Role
    span: Span


TypedPart = TypedText | TypedHole | TypedForPart | TypedIfPart | TypedTurn
