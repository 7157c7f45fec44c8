"""Mistakes that only show when the graph is made."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import Diagnostic, Label
from pp_lang.source import Span


@dataclass(frozen=True, slots=True)
class GraphTooLarge:
    """Programs that call programs unfold into more steps than can be planned."""

    code: ClassVar[str] = "graph-too-large"
    program: str
    limit: int
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{self.program}` unfolds into more than {self.limit:,} steps",
            Label(self.span, "counted with all the programs that it calls"),
            "Call the repeated program in a `map`, which is one step for any number of items.",
        )


@dataclass(frozen=True, slots=True)
class GraphTooDeep:
    """Programs, maps and branches lie too deep inside one another."""

    code: ClassVar[str] = "graph-too-deep"
    program: str
    limit: int
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{self.program}` is more than {self.limit} steps deep",
            Label(self.span, "counted through all the programs that it calls"),
            "Name values in a row instead of one inside the other.",
        )
