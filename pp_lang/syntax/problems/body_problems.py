"""Prompts and their tags."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import (
    Diagnostic,
    Fix,
    Label,
    did_you_mean,
    rename_fix,
    replace_fix,
    word_fix,
)
from pp_lang.source import Span
from pp_lang.syntax import habits
from pp_lang.syntax.problems.alternatives import any_of

TAGS = ("for", "if", "else", "else if", "end", "system", "user", "assistant")


@dataclass(frozen=True, slots=True)
class MissingBody:
    """A context or template has no body."""

    code: ClassVar[str] = "missing-body"
    span: Span
    help: str = 'Write the prompt between `"""` and `"""`.'

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        label = "a body must come before this"
        return Diagnostic(self.code, "Missing body", Label(self.span, label), self.help)


@dataclass(frozen=True, slots=True)
class UnknownTag:
    """A tag in a body begins with a word that no tag has."""

    code: ClassVar[str] = "unknown-tag"
    word: str
    span: Span
    help: str | None = None

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Unknown tag `{{% {self.word} %}}`",
            Label(self.span, "no tag begins with this"),
            self.help
            or did_you_mean(self.word, TAGS)
            or f"Tags begin with {any_of(tuple(f'`{tag}`' for tag in TAGS))}.",
            fixes=self._fixes(),
        )

    def _fixes(self) -> tuple[Fix, ...]:
        if self.word in ("endfor", "endif", "end_for", "end_if"):
            return replace_fix(self.span, "end")
        if self.help is not None:
            return word_fix(habits.TAG_WORDS, self.word, self.span)
        return rename_fix(self.word, self.span, TAGS)


@dataclass(frozen=True, slots=True)
class MisplacedTag:
    """An `{% end %}` or `{% else %}` belongs to nothing."""

    code: ClassVar[str] = "misplaced-tag"
    word: str
    span: Span
    opener: str

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{{% {self.word} %}}` without {self.opener}",
            Label(self.span, "belongs to nothing that is open here"),
            "Remove it, or open what it belongs to.",
        )
