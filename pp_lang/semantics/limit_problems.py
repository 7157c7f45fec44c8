"""The mistakes that can be made with limits, and with conditions that end a list early."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import Diagnostic, Label, did_you_mean
from pp_lang.semantics.ty import Ty
from pp_lang.source import Span

_MEANINGS = {
    "budget": "`budget` (answer tokens)",
    "deadline": "`deadline` (seconds)",
    "tokens": "`tokens` (of each merge)",
}
_CALL_LIMITS = {
    "max_tokens": "How long one answer may get is an option of its call: `{ max_tokens: 80 }`.",
    "timeout": "How long one answer may take is an option of its call: `{ timeout: 20 }`.",
}


@dataclass(frozen=True, slots=True)
class UnknownLimit:
    """A limit is written that its map, sample, repeat or reduce does not have."""

    code: ClassVar[str] = "unknown-limit"
    name: str
    construct: str
    span: Span
    known: tuple[str, ...]

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Unknown limit `{self.name}`",
            Label(self.span, f"no limit of a `{self.construct}` has this name"),
            self._help(),
        )

    def _help(self) -> str:
        if not self.known:
            return "Leave it out; only the merges of a `reduce … by tree` have one: `tokens`."
        listed = " and ".join(_MEANINGS[name] for name in self.known)
        return (
            _CALL_LIMITS.get(self.name)
            or did_you_mean(self.name, self.known)
            or f"It has {listed}."
        )


@dataclass(frozen=True, slots=True)
class UnmeasuredMerge:
    """A reduce limits the tokens of merges that are more than one prompt."""

    code: ClassVar[str] = "unmeasured-merge"
    name: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{self.name}` has no prompt to measure",
            Label(self.span, "this is no template: `tokens` counts the prompt of one"),
            "Merge with a template, or leave `tokens` out.",
        )


@dataclass(frozen=True, slots=True)
class MisplacedUntil:
    """A parameter has a condition, and is no list of a program."""

    code: ClassVar[str] = "misplaced-until"
    span: Span
    ty: Ty | None
    """What the parameter of a program is; None where it belongs to something else."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        label = "only a program can have enough of its list"
        if self.ty is not None:
            label = f"this parameter is `{self.ty}`, which does not come bit by bit"
        return Diagnostic(
            self.code,
            "`until` belongs to a list that a program takes",
            Label(self.span, label),
            "Leave the condition out; only a list that a program takes may have one.",
        )


@dataclass(frozen=True, slots=True)
class StepInUntil:
    """The condition that ends a list early needs a step."""

    code: ClassVar[str] = "step-in-until"
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Step inside the condition of a parameter",
            Label(self.span, "a step; this is asked each time that items have finished"),
            "Compute it from the items alone, without a model or a function of Python.",
        )
