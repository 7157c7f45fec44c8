"""Bodies of contexts and templates, as written."""

from dataclasses import dataclass
from typing import Literal

from pp_lang.source import Span
from pp_lang.syntax.nodes.expr_nodes import Expr
from pp_lang.syntax.nodes.names import Ident

Role = Literal["system", "user", "assistant"]


@dataclass(frozen=True, slots=True)
class TextPart:
    """Text between holes and tags, as written; a line ends with a line feed."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class HolePart:
    """`{{ value }}`."""

    value: Expr
    span: Span


@dataclass(frozen=True, slots=True)
class TagPart:
    """A tag that shows nothing itself: the ends and elses of blocks, and comments."""

    span: Span


@dataclass(frozen=True, slots=True)
class RolePart:
    """`{% user %}`: who says what follows."""

    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class ForPart:
    """`{% for variable in source %}` parts `{% end %}`."""

    variable: Ident
    source: Expr
    opening: TagPart
    parts: tuple["Part", ...]
    closing: TagPart
    span: Span


@dataclass(frozen=True, slots=True)
class IfArm:
    """One arm of an if: its tag, its condition (None for `else`) and its parts."""

    opening: TagPart
    condition: Expr | None
    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class IfPart:
    """`{% if a %}` … `{% else if b %}` … `{% else %}` … `{% end %}`."""

    arms: tuple[IfArm, ...]
    closing: TagPart
    span: Span


Part = TextPart | HolePart | TagPart | RolePart | ForPart | IfPart


@dataclass(frozen=True, slots=True)
class Body:
    """What stands between the triple quotes."""

    parts: tuple[Part, ...]
    span: Span
