"""Where parsing stopped: what stands there, what could have stood there, and what is still open."""

import re
from dataclasses import dataclass

from lark import Token, Tree
from lark.exceptions import UnexpectedInput

from pp_lang.source import SourceFile, Span
from pp_lang.syntax.grammar import terminal_words

Open = tuple[str, Span]
"""What is written and where: an opening bracket or tag."""

CLOSINGS = {"(": ")", "[": "]", "{": "}", "{{": "}}", "{%": "%}", '"""': '"""'}

_TOKEN = re.compile(
    r'\w+|"""|"(?:[^"\\\n]|\\.)*"|\{\{|\{%|\{#|%\}|->|=>|\.\.|\?\.|/\*|===|!==|[=!<>]=|<>|&&|\|\||\*\*|\+\+|//|.',
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Situation:
    """The place of a mistake. Words of the grammar stand for themselves, as in `expected`."""

    source: SourceFile
    found: str
    """The token there; empty at the end of the file."""
    span: Span
    previous: str
    """The token before it."""
    previous_span: Span
    expected: frozenset[str]
    """Texts of the tokens that could stand there, or NAME, STRING, TEXT, … for whole kinds."""
    brackets: tuple[Open, ...]
    """Brackets, holes, tags and bodies that are open, the innermost last."""
    tags: tuple[Open, ...]
    """`{% for %}` and `{% if %}` that wait for their end, the innermost last."""
    words: tuple[Open, ...]
    """The tokens before it that are part of something unfinished."""

    @property
    def opened(self) -> str:
        """What is open innermost; empty where nothing is."""
        return self.brackets[-1][0] if self.brackets else ""

    @property
    def clause(self) -> tuple[str, ...]:
        """What is unfinished since the innermost open bracket, or of the whole declaration."""
        return tuple(word for word, _ in self.words[self._num_words_before + bool(self.brackets) :])

    @property
    def holder(self) -> tuple[str, ...]:
        """What is unfinished before the innermost open bracket, back to the one around it."""
        before = [word for word, _ in self.words[: self._num_words_before]]
        num_outer = len(self.brackets) - 1
        start = self._index_of(self.brackets[-2][1]) + 1 if num_outer > 0 else 0
        return tuple(before[start:])

    def find_in_clause(self, word: str) -> Span | None:
        """Return where `word` first stands in the clause, if it does."""
        words = self.words[self._num_words_before :]
        return next((span for text, span in words if text == word), None)

    @property
    def _num_words_before(self) -> int:
        return self._index_of(self.brackets[-1][1]) if self.brackets else 0

    def _index_of(self, bracket: Span) -> int:
        return next(i for i, (_, span) in enumerate(self.words) if span.start == bracket.start)

    @property
    def following(self) -> str:
        """The token after the one found."""
        rest = self.source.text[self.span.end :]
        return _token_at(rest, len(rest) - len(rest.lstrip()))

    @property
    def wants_value(self) -> bool:
        """True where an expression must begin."""
        return {"[", "NAME", "STRING"} <= self.expected

    @property
    def is_value(self) -> bool:
        """True where the token found could begin an expression."""
        return bool(re.match(r'[\w"\[({]', self.found)) and self.found not in (
            "in", "and", "or", "else", "return",
        )  # fmt: skip

    @property
    def line_end(self) -> int:
        """Where the line of the token found ends."""
        end = self.source.text.find("\n", self.span.start)
        return len(self.source.text.rstrip()) if end < 0 else end

    @property
    def starts_line(self) -> bool:
        """True where the token found is the first on its line."""
        line_start = self.source.text.rfind("\n", 0, self.span.start) + 1
        return not self.source.text[line_start : self.span.start].strip()


def look_at(error: UnexpectedInput, source: SourceFile) -> Situation:
    """Return the situation in which Lark gave up."""
    is_end = isinstance(token := getattr(error, "token", None), Token) and token.type == "$END"
    at = error.pos_in_stream
    if is_end or at is None:
        at = len(source.text)
    found = _token_at(source.text, at)
    stack = _stack_of(error)
    previous, previous_span = _last_token(stack, source.text)
    return Situation(
        source,
        found,
        Span(at, at + len(found)),
        previous,
        previous_span,
        _expected(error),
        tuple(_open_brackets(stack)),
        tuple(_open_tags(stack)),
        tuple(_words(stack)),
    )


def _expected(error: UnexpectedInput) -> frozenset[str]:
    words = terminal_words()
    names: set[str] = error.interactive_parser.accepts()  # type: ignore[no-untyped-call]
    return frozenset(words.get(name, name) for name in names)


def _stack_of(error: UnexpectedInput) -> list["Token | Tree[Token]"]:
    return error.interactive_parser.parser_state.value_stack


def _words(stack: list["Token | Tree[Token]"]) -> list[Open]:
    return [
        (str(item), Span(item.start_pos, item.start_pos + len(item)))
        for item in stack
        if isinstance(item, Token) and item.start_pos is not None
    ]


def _open_brackets(stack: list["Token | Tree[Token]"]) -> list[Open]:
    found: list[Open] = []
    for text, span in _words(stack):
        top = found[-1][0] if found else ""
        if text == "}" and top == "{{":
            found[-1] = ("{", found[-1][1])  # half of the closing braces
        elif found and text == CLOSINGS[top]:
            found.pop()
        elif text in CLOSINGS:
            found.append((text, span))
    return found


def _open_tags(stack: list["Token | Tree[Token]"]) -> list[Open]:
    tags = [item for item in stack if isinstance(item, Tree)]
    return [
        (tag.data.removesuffix("_tag"), Span(tag.meta.start_pos, tag.meta.end_pos))
        for tag in tags
        if tag.data in ("for_tag", "if_tag")
    ]


def _last_token(stack: list["Token | Tree[Token]"], text: str) -> tuple[str, Span]:
    for item in reversed(stack):
        if isinstance(item, Token) and item.start_pos is not None:
            return str(item), Span(item.start_pos, item.start_pos + len(item))
        if isinstance(item, Tree) and not item.meta.empty:
            end = item.meta.end_pos
            match = re.search(r'\w+$|"""$|[^\w\s]$', text[item.meta.start_pos : end])
            last = match[0] if match else ""
            return last, Span(end - len(last), end)
    return "", Span(0, 0)


def _token_at(text: str, at: int) -> str:
    match = _TOKEN.match(text, at)
    return match[0] if match else ""
