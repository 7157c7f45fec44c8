"""Turns what Lark could not parse into a named mistake."""

import re

from lark import Token
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from pp_lang.diagnostics import Problem
from pp_lang.source import SourceFile, Span
from pp_lang.syntax.problems import (
    MissingReturn,
    SingleQuotes,
    UnclosedBody,
    UnclosedString,
    UnclosedTag,
    UnexpectedEnd,
    UnexpectedText,
    UnknownDeclaration,
)

_WORDS = {
    "$END": "the end of the file",
    "NAME": "a name",
    "STRING": "a string",
    "INT": "a number",
    "FLOAT": "a number",
    "BODY_QUOTE": '`"""`',
    "TEXT": "text",
    "BODY_COMMENT": "a comment",
    "ROLE": "`system`, `user`, `assistant`",
}
_DECLARATION_STARTS = {"TYPE", "CONTEXT", "TEMPLATE", "PROGRAM", "MODEL"}
_EXPRESSION_STARTS = {
    "NAME",
    "STRING",
    "INT",
    "FLOAT",
    "TRUE",
    "FALSE",
    "NONE",
    "LSQB",
    "LPAR",
    "LBRACE",
}
_OPERATORS = {
    "OR", "AND", "IN", "EQUAL", "NOT_EQUAL", "LESS", "LESS_EQUAL", "GREATER", "GREATER_EQUAL",
    "PLUS", "MINUS", "TIMES", "DIVIDE", "FLOOR_DIVIDE", "MODULO", "DOT", "LSQB", "LPAR",
}  # fmt: skip
_BODY_STARTS = {"TEXT", "BODY_COMMENT", "BODY_QUOTE"}


def explain(error: UnexpectedInput, source: SourceFile, patterns: dict[str, str]) -> Problem:
    """Return the mistake behind `error`; `patterns` gives the text of each fixed terminal."""
    at = len(source.text) if error.pos_in_stream is None else error.pos_in_stream
    expected = frozenset(_accepted(error))
    if isinstance(error, UnexpectedToken) and error.token.type == "$END":
        return _explain_end(source, expected, patterns)
    found = _word_at(source.text, at)
    span = Span(at, at + len(found))
    if found.startswith('"') and not found.startswith('"""') and "STRING" not in _token_type(error):
        return UnclosedString(Span(at, _line_end(source.text, at)))
    if found == "'":
        return SingleQuotes(Span(at, _closing_quote(source.text, at)))
    if found == "}" and "RETURN" in expected:
        return MissingReturn(span)
    if expected & _DECLARATION_STARTS and found[0].isalpha():
        if expected & (_OPERATORS | {"COMMA"}):  # an expression may also go on here
            return UnexpectedText(f"`{found}`", span, _name_all(expected, patterns))
        return UnknownDeclaration(found, span)
    if found == "{%" or (expected <= {"FOR", "IF", "ROLE", "ELSE", "END"} and expected):
        opened = _last_open_tag(source.text, at)
        if opened is None or "END" not in expected:
            return UnexpectedText(f"`{found}`", span, _name_all(expected, patterns))
    return UnexpectedText(f"`{found}`", span, _name_all(expected, patterns))


def _explain_end(source: SourceFile, expected: frozenset[str], patterns: dict[str, str]) -> Problem:
    end = len(source.text.rstrip())
    if expected & _BODY_STARTS and "TEXT" in expected:
        opened = source.text.rfind('"""')
        return UnclosedBody(Span(opened, opened + 3))
    last = Span(max(0, end - 1), max(end, 1))
    return UnexpectedEnd(last, _name_all(expected, patterns))


def find_unclosed_tag(source: SourceFile, at: int) -> Problem | None:
    """Return the tag that is still open where a body was closed at `at`, if there is one."""
    tag = _last_open_tag(source.text, at)
    return UnclosedTag(tag[0], tag[1]) if tag else None


def _last_open_tag(text: str, at: int) -> tuple[str, Span] | None:
    start = text.rfind('"""', 0, at) + 3
    stack: list[tuple[str, Span]] = []
    for match in re.finditer(r"\{%\s*(for|if|end)\b[^}]*%\}", text[start:at]):
        if match[1] == "end":
            if stack:
                stack.pop()
        else:
            stack.append((match[1], Span(start + match.start(), start + match.end())))
    return stack[-1] if stack else None


def _accepted(error: UnexpectedInput) -> list[str]:
    if isinstance(error, UnexpectedToken):
        return list(error.accepts or error.expected)
    if isinstance(error, UnexpectedCharacters):
        return list(error.allowed or ())
    return []


def _token_type(error: UnexpectedInput) -> str:
    token = getattr(error, "token", None)
    return token.type if isinstance(token, Token) else ""


def _word_at(text: str, at: int) -> str:
    match = re.compile(r'\w+|"""|\{\{|\{%|\{#|%\}|->|\.\.|[=!<>]=|.', re.DOTALL).match(text, at)
    return match[0] if match else ""


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _closing_quote(text: str, at: int) -> int:
    end = text.find("'", at + 1)
    return end + 1 if 0 <= end < _line_end(text, at) else _line_end(text, at)


def _name_all(expected: frozenset[str], patterns: dict[str, str]) -> tuple[str, ...]:
    """Return the expected things in words: the whole of an expression or of an operator as one."""
    rest = set(expected)
    words: list[str] = []
    if len(rest & _EXPRESSION_STARTS) > 4:
        words.append("a value")
        rest -= _EXPRESSION_STARTS | {"IF", "MAP", "SAMPLE", "REDUCE", "NOT", "MINUS"}
    if len(rest & _OPERATORS) > 4:
        rest -= _OPERATORS
        words.append("an operator")
    if rest & _BODY_STARTS and "TEXT" in rest:
        rest -= _BODY_STARTS | {"__ANON_3", "__ANON_4"}
        words.append("the body to go on")
    if rest >= _DECLARATION_STARTS:
        rest -= _DECLARATION_STARTS
        words.append("a declaration")
    for name in sorted(rest):
        word = _WORDS.get(name) or (f"`{patterns[name]}`" if name in patterns else None)
        if word and word not in words:
            words.append(word)
    return tuple(words)
