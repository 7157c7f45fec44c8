"""Source text to the syntax tree, or to the mistakes in its form."""

import re
from dataclasses import dataclass
from functools import lru_cache

from lark import Token, Tree
from lark.exceptions import UnexpectedInput

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
_MOST_KEPT = 16
_BYTE_ORDER_MARK = "\ufeff"
_DECLARATION = re.compile(
    r"^(?:(?:import|type|context|template|program|extern|model|test)\b|\w+[ \t]+\w+[ \t]*[({=])",
    re.MULTILINE,
)
"""Where a declaration begins, a misspelt one included."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What parsing gives: a module, or at least one problem. Problems are in source order."""

    module: Module | None
    problems: tuple[Problem, ...]


@lru_cache(maxsize=_MOST_KEPT)
def parse(source: SourceFile) -> Parsed:
    """Parse a whole file. Never raises for what the file says.

    The last few results are kept: tools, fixes and imports ask for the same text again and again.
    """
    text = source.text
    if text.startswith(_BYTE_ORDER_MARK):
        text = " " + text[1:]  # some editors write it; the places of everything else stay
    problems: list[Problem] = []
    while True:
        try:
            tree = load_parser().parse(text)
        except UnexpectedInput as error:
            problem = explain(error, SourceFile(source.name, text))
            rest = _without_declaration(text, problem.diagnostic().label.span.start)
            problems.append(problem)
            if len(problems) >= _MOST_PROBLEMS or rest == text:
                break
            text = rest
        else:
            return _to_module(tree) if not problems else _failed(problems)
    return _failed(problems)


def _to_module(tree: "Tree[Token]") -> Parsed:
    too_deep = _find_too_deep(tree)
    if too_deep is not None:
        return Parsed(None, (TooDeeplyNested(too_deep, MAX_NESTING),))
    transformer = ToAst()
    module = transformer.build(tree)
    if transformer.problems:
        return _failed(transformer.problems)
    return Parsed(module, ())


def _failed(problems: list[Problem]) -> Parsed:
    in_order = sorted(problems, key=lambda problem: problem.diagnostic().label.span)
    return Parsed(None, tuple(in_order))


def _without_declaration(text: str, at: int) -> str:
    """Blank out the declaration with the mistake, so that the others are read in their places."""
    starts = [match.start() for match in _DECLARATION.finditer(text)]
    # A mistake at the very start of a declaration is what the one before it left out.
    start = max((one for one in starts if one < at), default=0)
    end = min((one for one in starts if one > at), default=len(text))
    if at in starts and text[start:at].strip():
        end = at
    blank = re.sub(r"[^\n]", " ", text[start:end])
    return text[:start] + blank + text[end:]


def _find_too_deep(tree: "Tree[Token]") -> Span | None:
    stack = [(tree, 1)]
    while stack:
        node, depth = stack.pop()
        if depth > MAX_NESTING:
            return Span(node.meta.start_pos, node.meta.end_pos)
        inner = [child for child in node.children if isinstance(child, Tree)]
        arms = sum(child.data == "else_if_tag" for child in inner)  # each is inside the one before
        stack += [(child, depth + 1 + arms) for child in inner]
    return None
