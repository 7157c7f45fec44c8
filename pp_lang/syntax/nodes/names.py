"""What everything else is made of: names, paths and constants."""

from dataclasses import dataclass

from pp_lang.source import Span

LiteralValue = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Ident:
    """A name as written."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Path:
    """`name`, or `namespace.name`: a declaration, or a member of a value, by its place."""

    names: tuple[Ident, ...]
    span: Span

    @property
    def text(self) -> str:
        """The path as written, without white space."""
        return ".".join(one.text for one in self.names)

    @property
    def last(self) -> Ident:
        """What is named; all before it say where."""
        return self.names[-1]
