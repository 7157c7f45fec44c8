"""The mistakes that can be made with the calibration of answers."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import Diagnostic, Label
from pp_lang.semantics.ty import Ty
from pp_lang.source import Span


@dataclass(frozen=True, slots=True)
class CalibratedWriting:
    """An answer is to be calibrated that is written, not chosen from a closed set."""

    code: ClassVar[str] = "calibrated-writing"
    name: str
    ty: Ty
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Calibration of `{self.name}`, which chooses from no closed set",
            Label(self.span, f"its answer is of type `{self.ty}`"),
            'Leave `calibrate` out, or give it a closed type such as `"yes" | "no"`.',
        )


@dataclass(frozen=True, slots=True)
class CalibratedAlone:
    """An answer is to be calibrated by those of the other items, and there are none."""

    code: ClassVar[str] = "calibrated-alone"
    name: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{self.name}` calibrated by a batch outside any map",
            Label(self.span, "no other items are asked here"),
            'Call it in the body of a `map`, or write `calibrate: "prior"` or `"none"` here.',
        )


@dataclass(frozen=True, slots=True)
class NothingLeftOut:
    """A prompt is to be asked without its data, and shows none."""

    code: ClassVar[str] = "nothing-left-out"
    name: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{self.name}` calibrated by a prompt without data, but it shows none",
            Label(self.span, "its prompt is the same without data"),
            "Show the text that is judged in a hole of the template, not in its context.",
        )
