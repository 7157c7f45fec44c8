"""Blocks and choices of which a part is missing or too much."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import (
    Diagnostic,
    Label,
)
from pp_lang.source import Span


@dataclass(frozen=True, slots=True)
class MisplacedElse:
    """An `{% else %}` is followed by another arm."""

    code: ClassVar[str] = "misplaced-else"
    span: Span
    earlier: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Arm after `{% else %}`",
            Label(self.span, "can never be shown"),
            "Let `{% else %}` be the last arm of its `{% if %}`.",
            (Label(self.earlier, "this already takes everything else"),),
        )


@dataclass(frozen=True, slots=True)
class MissingReturn:
    """A block ends without the value that it stands for."""

    code: ClassVar[str] = "missing-return"
    span: Span
    is_inside: bool = False
    """True for a block inside an expression, which may be meant as a record."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        help_ = "End the block with `return` and the value that it gives"
        return Diagnostic(
            self.code,
            "Block without a result",
            Label(self.span, "`return` must come before this"),
            f"{help_}, or write a record: `name: value`." if self.is_inside else f"{help_}.",
        )


@dataclass(frozen=True, slots=True)
class UnnamedValue:
    """A block holds a value that is neither named nor returned."""

    code: ClassVar[str] = "unnamed-value"
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Value without a name",
            Label(self.span, "neither named nor returned"),
            "Name it (`name = …`), or give it as the block's result (`return …`).",
        )


@dataclass(frozen=True, slots=True)
class ValueAfterReturn:
    """A block goes on after its result."""

    code: ClassVar[str] = "value-after-return"
    span: Span
    returned: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Value after `return`",
            Label(self.span, "stands after the end of the block"),
            "Put it before `return`.",
            (Label(self.returned, "this ends the block"),),
        )


@dataclass(frozen=True, slots=True)
class MissingElse:
    """An if has no second side."""

    code: ClassVar[str] = "missing-else"
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "`if` without `else`",
            Label(self.span, "`else` must come before this"),
            "An `if` is a value: say what it is otherwise, `else: none` for nothing.",
        )
