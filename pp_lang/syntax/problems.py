"""The mistakes that the form of a file can have."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import (
    Diagnostic,
    Edit,
    Fix,
    Label,
    did_you_mean,
    insert_fix,
    rename_fix,
    replace_fix,
    word_fix,
)
from pp_lang.source import Span
from pp_lang.syntax import habits

DECLARATIONS = (
    "context", "extern", "import", "model", "program", "template", "test", "type",
)  # fmt: skip
"""The words that declarations begin with, in alphabetical order."""
TEST_LINES = ("answers", "cases", "given", "expect")
TAGS = ("for", "if", "else", "else if", "end", "system", "user", "assistant")


@dataclass(frozen=True, slots=True)
class UnexpectedText:
    """Something stands where the grammar has no place for it."""

    code: ClassVar[str] = "unexpected-text"
    found: str
    span: Span
    expected: tuple[str, ...]
    help: str | None = None

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        label = f"expected {_any_of(self.expected)}" if self.expected else "has no place here"
        return Diagnostic(
            self.code,
            f"Unexpected {self.found}",
            Label(self.span, label),
            self.help,
            fixes=word_fix(habits.FOUND_WORDS, self.found, self.span),
        )


@dataclass(frozen=True, slots=True)
class UnknownDeclaration:
    """A word stands where a declaration must begin."""

    code: ClassVar[str] = "unknown-declaration"
    word: str
    span: Span
    help: str | None = None

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        listed = _any_of(tuple(f"`{word}`" for word in DECLARATIONS))
        return Diagnostic(
            self.code,
            f"Unknown declaration `{self.word}`",
            Label(self.span, "a declaration must begin here"),
            self.help
            or did_you_mean(self.word, DECLARATIONS)
            or f"A file holds declarations: {listed}.",
            fixes=() if self.help else rename_fix(self.word, self.span, DECLARATIONS),
        )


@dataclass(frozen=True, slots=True)
class UnexpectedEnd:
    """The file ends inside something."""

    code: ClassVar[str] = "unexpected-end"
    span: Span
    expected: tuple[str, ...]

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Unexpected end of the file",
            Label(self.span, f"expected {_any_of(self.expected)} after this"),
        )


@dataclass(frozen=True, slots=True)
class Unclosed:
    """A bracket, a hole, a tag or a comment is opened and not closed."""

    code: ClassVar[str] = "unclosed"
    opening: str
    closing: str
    span: Span
    before: Span | None = None
    """What showed that it is open; None for the end of the file."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        related: tuple[Label, ...] = ()
        if self.before is not None:
            related = (Label(self.before, f"`{self.closing}` must come before this"),)
        return Diagnostic(
            self.code,
            f"Unclosed `{self.opening}`",
            Label(self.span, "opened here, never closed"),
            f"Close it with `{self.closing}`.",
            related,
        )


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A bracket closes what nothing opened."""

    code: ClassVar[str] = "unmatched"
    found: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Unmatched `{self.found}`",
            Label(self.span, "nothing is open here that it could close"),
            "Remove it, or open what it closes.",
        )


@dataclass(frozen=True, slots=True)
class UnclosedBody:
    """A triple quote opens a body that nothing closes."""

    code: ClassVar[str] = "unclosed-body"
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Unclosed body",
            Label(self.span, "opened here, never closed"),
            'Close it with `"""`.',
        )


@dataclass(frozen=True, slots=True)
class UnclosedTag:
    """A `{% for %}` or `{% if %}` has no `{% end %}`."""

    code: ClassVar[str] = "unclosed-tag"
    tag: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{{% {self.tag} %}}` without its end",
            Label(self.span, "opened here, never ended"),
            "Write `{% end %}` where it ends.",
        )


@dataclass(frozen=True, slots=True)
class UnclosedString:
    """A string has no closing quote on its line."""

    code: ClassVar[str] = "unclosed-string"
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Unclosed string",
            Label(self.span, "no closing quote on this line"),
            'End the string with `"`; a line break in a string is written `\\n`.',
        )


@dataclass(frozen=True, slots=True)
class WrongQuotes:
    """A string is written with quotes of another kind."""

    code: ClassVar[str] = "wrong-quotes"
    kind: str
    span: Span
    is_closed: bool = False
    """True where the same kind of quote ends it on its line, and it holds no `"`."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"String in {self.kind} quotes",
            Label(self.span, "strings stand in straight double quotes"),
            'Write `"…"`, and join values with `+`.' if self.kind == "slanted" else 'Write `"…"`.',
            fixes=self._fixes() if self.is_closed else (),
        )

    def _fixes(self) -> tuple[Fix, ...]:
        first = Span(self.span.start, self.span.start + 1)
        last = Span(self.span.end - 1, self.span.end)
        return (Fix('Write `"…"`', (Edit(first, '"'), Edit(last, '"')), is_safe=True),)


@dataclass(frozen=True, slots=True)
class UnknownEscape:
    """A backslash in a string is followed by something that has no meaning."""

    code: ClassVar[str] = "unknown-escape"
    written: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"Unknown escape `{self.written}`",
            Label(self.span, "means nothing in a string"),
            'Known are `\\n`, `\\t`, `\\r`, `\\"`, `\\\\` and `\\u` with four hex digits.',
        )


@dataclass(frozen=True, slots=True)
class NumberTooLarge:
    """A number has more digits than can be kept exactly."""

    code: ClassVar[str] = "number-too-large"
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Number too large",
            Label(self.span, "more than 18 digits, or beyond what a float holds"),
        )


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
class MissingMark:
    """A sign or a word between two parts is left out."""

    code: ClassVar[str] = "missing-mark"
    mark: str
    span: Span
    help: str | None = None
    after: int | None = None
    """The end of what stands before it, where the mark alone is missing."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        label = f"`{self.mark}` must come before this"
        help_ = self.help or f"Write `{self.mark}` here."
        # Where nothing separates the two, the mark alone would not either.
        text = self.mark if self.after != self.span.start else f"{self.mark} "
        fixes = insert_fix(self.after, text) if self.after is not None else ()
        title = f"Missing `{self.mark}`"
        return Diagnostic(self.code, title, Label(self.span, label), help_, fixes=fixes)


@dataclass(frozen=True, slots=True)
class WrongMark:
    """One sign stands where another belongs: `=` for `:`, `:` for `=`, `=` for `==`."""

    code: ClassVar[str] = "wrong-mark"
    found: str
    wanted: str
    span: Span
    help: str

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        title = f"`{self.found}` in place of `{self.wanted}`"
        label = f"`{self.wanted}` belongs here"
        text = f" {self.wanted}" if self.wanted == "->" else self.wanted
        fixes = replace_fix(self.span, text)
        return Diagnostic(self.code, title, Label(self.span, label), self.help, fixes=fixes)


@dataclass(frozen=True, slots=True)
class QuotedName:
    """A name in quotes, as JSON writes it."""

    code: ClassVar[str] = "quoted-name"
    name: str
    """What stands between the quotes."""
    inside: Span
    """Where that is."""

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        whole = Span(self.inside.start - 1, self.inside.end + 1)
        if self.name.isidentifier():
            help_, fixes = f"Write it alone: `{self.name}: …`.", replace_fix(whole, self.name)
        else:
            help_, fixes = "A name is one word of letters, digits and `_`: `my_name: …`.", ()
        label = Label(whole, "names stand without quotes")
        return Diagnostic(self.code, "Name in quotes", label, help_, fixes=fixes)


@dataclass(frozen=True, slots=True)
class UnknownOperator:
    """An operator of another language."""

    code: ClassVar[str] = "unknown-operator"
    found: str
    span: Span
    help: str

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        title, label = f"Unknown operator `{self.found}`", "means nothing here"
        return Diagnostic(self.code, title, Label(self.span, label), self.help)


@dataclass(frozen=True, slots=True)
class ReservedWord:
    """A word of the language is used as a name."""

    code: ClassVar[str] = "reserved-word"
    word: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{self.word}` as a name",
            Label(self.span, "a word of the language"),
            "Choose another name.",
        )


@dataclass(frozen=True, slots=True)
class MisplacedWord:
    """A word that begins something stands where that cannot begin."""

    code: ClassVar[str] = "misplaced-word"
    word: str
    where: str
    span: Span
    help: str

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        title = f"`{self.word}` {self.where}"
        return Diagnostic(self.code, title, Label(self.span, "has no place here"), self.help)


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
            or f"Tags begin with {_any_of(tuple(f'`{tag}`' for tag in TAGS))}.",
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


@dataclass(frozen=True, slots=True)
class TooDeeplyNested:
    """Something is nested deeper than the compiler follows."""

    code: ClassVar[str] = "too-deeply-nested"
    span: Span
    limit: int

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            "Nesting too deep",
            Label(self.span, f"more than {self.limit} levels"),
            "Name a part of it as a value of its own.",
        )


def _any_of(words: tuple[str, ...]) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} or {words[-1]}"
