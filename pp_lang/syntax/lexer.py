"""Splits a text into the tokens of the grammar; what a word is depends on where it stands."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from lark import Token
from lark.common import LexerConf
from lark.exceptions import UnexpectedCharacters
from lark.lexer import Lexer, LexerState, PatternStr, TerminalDef

_NAME = "NAME"
_TEXT = "TEXT"
_WORD = r"[^\W\d]\w*"


class _PlacedToken(Token):
    """A token without line and column, which are found from its place where they are needed."""

    __slots__ = ()
    line = column = end_line = end_column = None


class SourceLexer(Lexer):
    """For Lark's option `_plugins`, in place of its contextual lexer, and twice as fast.

    Lark compiles a regular expression for each set of tokens that may follow. Here are two, one
    for code and one for bodies, since all that differs elsewhere is which words are names.
    """

    def __init__(
        self,
        conf: LexerConf,
        states: dict[int, Collection[str]],
        always_accept: Collection[str] = (),
    ) -> None:
        self._accepts = {state: frozenset(accepts) for state, accepts in states.items()}
        bodies = [accepts for accepts in self._accepts.values() if _TEXT in accepts]
        code = [accepts for accepts in self._accepts.values() if _TEXT not in accepts]
        terminals = sorted(conf.terminals, key=_order)
        words = [one for one in terminals if _is_word(one)]
        self._keywords = {one.pattern.value: one.name for one in words}
        skipped = [one for one in terminals if one.name in conf.ignore]
        skip = f"(?:{'|'.join(one.pattern.to_regexp() for one in skipped)})*+"
        self._skip = re.compile(skip)
        self._sign = re.compile(f"{skip}[=:]")
        others = [one for one in terminals if one not in words and one.name != _NAME]
        self._body = re.compile(_any_of(others, frozenset().union(*bodies)))
        signs = _any_of(others, frozenset().union(*code))
        self._code = re.compile(f"{skip}(?:{signs}|(?P<{_NAME}>{_WORD}))")
        self._word = re.compile(_WORD)
        name = next(one for one in terminals if one.name == _NAME)
        self._name = re.compile(name.pattern.to_regexp())

    def lex(self, lexer_state: LexerState, parser_state: Any) -> Iterator[Token]:
        """Give one token after the other; the parser's state changes in between."""
        text, counter = lexer_state.text.text, lexer_state.line_ctr
        code, body = self._code.match, self._body.match
        while True:
            accepts = self._accepts[parser_state.position]
            found = (body if _TEXT in accepts else code)(text, counter.char_pos)
            if found is None:
                self._fail_unless_done(lexer_state, parser_state)
                return
            type_ = found.lastgroup
            assert type_ is not None
            start, end = found.span(type_)
            if type_ == _NAME or type_ not in accepts:
                type_, end = self._read_word(text, start, end, type_, accepts)
            counter.char_pos = end
            written = text[start:end]
            token = str.__new__(_PlacedToken, written)
            token.type, token.value = type_, written
            token.start_pos, token.end_pos = start, end
            lexer_state.last_token = token
            yield token

    def _read_word(
        self, text: str, start: int, end: int, type_: str, accepts: frozenset[str]
    ) -> tuple[str, int]:
        """Return what the word at `start` is, and its end; a sign stays what it is."""
        word = self._word.match(text, start)
        if word is None:
            return type_, end
        end = word.end()
        keyword = self._keywords.get(word[0])
        if keyword is None:
            return _NAME, end
        # Where a value may end, a name may begin: `by = 1` and `by: int` are no `by`.
        is_keyword = keyword in accepts and self._sign.match(text, end) is None
        is_reserved = self._name.match(text, start) is None
        return (keyword if is_keyword or is_reserved else _NAME), end

    def _fail_unless_done(self, lexer_state: LexerState, parser_state: Any) -> None:
        text, counter = lexer_state.text.text, lexer_state.line_ctr
        accepts = self._accepts[parser_state.position]
        if _TEXT not in accepts:
            skipped = self._skip.match(text, counter.char_pos)
            assert skipped is not None
            counter.char_pos = skipped.end()
        if counter.char_pos < len(text):
            raise UnexpectedCharacters(  # type: ignore[no-untyped-call]
                text, counter.char_pos, 1, 1, allowed=set(accepts), state=parser_state
            )


def _is_word(terminal: TerminalDef) -> bool:
    return isinstance(terminal.pattern, PatternStr) and terminal.pattern.value.isalpha()


def _order(terminal: TerminalDef) -> tuple[int, int, int, str]:
    """Return what lark sorts by: the longest sign first, among those of one priority."""
    pattern = terminal.pattern
    return -terminal.priority, -pattern.max_width, -len(pattern.value), terminal.name


def _any_of(terminals: Iterable[TerminalDef], names: Collection[str]) -> str:
    return "|".join(
        f"(?P<{one.name}>{one.pattern.to_regexp()})" for one in terminals if one.name in names
    )
