"""Source text to the syntax tree, or to the mistakes in its form."""

import re
from dataclasses import dataclass

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput
from lark.lexer import PatternStr

from pp_lang.diagnostics import Problem
from pp_lang.source import SourceFile, Span
from pp_lang.syntax.grammar import load_parser
from pp_lang.syntax.nodes import Module
from pp_lang.syntax.problems import TooDeeplyNested
from pp_lang.syntax.to_ast import ToAst
from pp_lang.syntax.unexpected import explain

MAX_NESTING = 120
"""Levels of the tree that the compiler follows; Python's own stack is the reason for a limit."""

_MOST_PROBLEMS = 20
_DECLARATION = re.compile(r"^(?:type|context|template|program|model)\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What parsing gives: a module, or at least one problem. Problems are in source order."""

    module: Module | None
    problems: tuple[Problem, ...]


def parse(source: SourceFile) -> Parsed:
    """Parse a whole file. Never raises for what the file says."""
    parser = load_parser()
    text, problems = source.text, []
    while True:
        try:
            tree = parser.parse(text)
        except UnexpectedInput as error:
            current = SourceFile(source.name, text)
            problems.append(explain(error, current, _fixed_terminals(parser)))
            text = _without_declaration(text, error)
            if len(problems) >= _MOST_PROBLEMS or not text.strip():
                return Parsed(None, tuple(problems))
        else:
            break
    if problems:
        return Parsed(None, tuple(problems))
    return _to_module(tree)


def _to_module(tree: "Tree[Token]") -> Parsed:
    too_deep = _find_too_deep(tree)
    if too_deep is not None:
        return Parsed(None, (TooDeeplyNested(too_deep, MAX_NESTING),))
    transformer = ToAst()
    module: Module = transformer.transform(tree)
    if transformer.problems:
        return Parsed(None, tuple(transformer.problems))
    return Parsed(module, ())


def _without_declaration(text: str, error: UnexpectedInput) -> str:
    """Blank out the declaration with the error, so that the others are read in their places."""
    at = error.pos_in_stream
    if at is None:
        at = len(text)
    starts = [match.start() for match in _DECLARATION.finditer(text)]
    start = max((s for s in starts if s < at), default=0)
    end = min((s for s in starts if s > at), default=len(text))
    if at in starts and start == 0:  # the error is the declaration itself
        start = at
    blank = re.sub(r"[^\n]", " ", text[start:end])
    return text[:start] + blank + text[end:]


def _find_too_deep(tree: "Tree[Token]") -> Span | None:
    stack = [(tree, 1)]
    while stack:
        node, depth = stack.pop()
        if depth > MAX_NESTING:
            return Span(node.meta.start_pos, node.meta.end_pos)
        stack += [(child, depth + 1) for child in node.children if isinstance(child, Tree)]
    return None


def _fixed_terminals(parser: Lark) -> dict[str, str]:
    return {
        terminal.name: terminal.pattern.value
        for terminal in parser.terminals
        if isinstance(terminal.pattern, PatternStr)
    }
