"""Options and models that do not exist, or stand in the wrong place."""

import re
from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import Diagnostic, Label, did_you_mean, rename_fix, word_fix
from pp_lang.semantics.list_help import list_help
from pp_lang.semantics.other_languages import OPTION_WORDS, OPTIONS
from pp_lang.source import Span

_SECONDS = ("deadline", "timeout")


@dataclass(frozen=True, slots=True)
class UnknownOption:
    """A setting is written that does not exist here."""

    code: ClassVar[str] = "unknown-option"
    name: str
    span: Span
    options: tuple[str, ...]

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Unknown option `{self.name}`",
            Label(self.span, "no option has this name"),
            self._help(),
            fixes=word_fix(OPTION_WORDS, self.name, self.span)
            or rename_fix(self.name, self.span, self.options),
        )

    def _help(self) -> str | None:
        if self.name in OPTION_WORDS:
            return f"Write `{OPTION_WORDS[self.name]}`."
        return (
            OPTIONS.get(self.name)
            or did_you_mean(self.name, self.options)
            or list_help("Options here", self.options)
        )


@dataclass(frozen=True, slots=True)
class MisplacedOptions:
    """Options stand at a call that asks no model itself."""

    code: ClassVar[str] = "misplaced-options"
    span: Span
    what: str
    help: str | None = None

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Options without a model call",
            Label(self.span, f"{self.what}, so nothing here reads them"),
            self.help
            or "Write options where a template is called, or in a template's or context's head.",
        )


@dataclass(frozen=True, slots=True)
class UnknownModel:
    """A model is named that the file does not declare."""

    code: ClassVar[str] = "unknown-model"
    name: str
    span: Span
    models: tuple[str, ...]

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Unknown model `{self.name}`",
            Label(self.span, "this file declares no such model"),
            did_you_mean(self.name, self.models)
            or f'Declare it: `model {self.name} = "path/to/model.gguf"`.',
            fixes=rename_fix(self.name, self.span, self.models),
        )


@dataclass(frozen=True, slots=True)
class BadOptionValue:
    """A setting has a value that it cannot have."""

    code: ClassVar[str] = "bad-option-value"
    name: str
    span: Span
    wanted: str
    given: object = None

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Value that `{self.name}` cannot have",
            Label(self.span, f"{self.wanted} is wanted"),
            self._help(),
        )

    def _help(self) -> str | None:
        if not isinstance(self.given, str) or "text" in self.wanted:
            return None
        number = re.match(r"\s*(\d+(?:\.\d+)?)", self.given)
        if self.name in _SECONDS:
            return f"It is a number of seconds: `{self.name}: {number[1] if number else 20}`."
        return f"Write it without quotes: `{self.name}: {number[1]}`." if number else None
