"""Patterns: what the cases of a `match` compare with."""

from dataclasses import dataclass

from pp_lang.source import Span
from pp_lang.syntax.nodes.names import Ident, LiteralValue


@dataclass(frozen=True, slots=True)
class LiteralPattern:
    """`"yes"`, `3`, `none`: exactly this value."""

    value: LiteralValue
    span: Span


@dataclass(frozen=True, slots=True)
class NamePattern:
    """A name for whatever is there; `_` leaves it without one."""

    name: Ident
    span: Span


@dataclass(frozen=True, slots=True)
class FieldPattern:
    """`name: a | b` in a record's pattern; a name alone binds the field's value to it."""

    name: Ident
    patterns: tuple["Pattern", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class RecordPattern:
    """`{ mood: "angry", topic }`: a record with at least these fields."""

    fields: tuple[FieldPattern, ...]
    span: Span


Pattern = LiteralPattern | NamePattern | RecordPattern
