"""Source text to the syntax tree, or to the mistakes in its form."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from lark import Token, Tree
from lark.exceptions import UnexpectedInput

from pp_lang.diagnostics import Problem
from pp_lang.source import SourceFile, Span
from pp_lang.syntax.collecting import without_collecting
from pp_lang.syntax.grammar import load_parser
from pp_lang.syntax.nodes import Module
from pp_lang.syntax.parts import PartReader
from pp_lang.syntax.problems import TooDeeplyNested
from pp_lang.syntax.recovery import Mended, mend
from pp_lang.syntax.to_ast import ToAst
from pp_lang.syntax.unexpected import explain

MAX_NESTING = 120
"""Levels of the tree that the compiler follows; Python's own stack is the reason for a limit."""

_MOST_KEPT = 16
_MENDED = " mended"
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Recovered:
    """What can be read of a file with mistakes of form."""

    module: Module
    """Without what could not be read, or with gaps in its place."""
    missing: frozenset[str]
    """Names that stand for what could not be read: nothing is known about them."""
    lacks_import: bool
    """Whether an import could not be read, so that any namespace may be missing."""
    gaps: tuple[Span, ...]
    """The places that were not read as they are written."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What parsing gives: a module, or at least one problem. Problems are in source order."""

    module: Module | None
    problems: tuple[Problem, ...]
    recovered: Recovered | None = None
    """Where there are problems: what can still be read, if anything."""


@lru_cache(maxsize=_MOST_KEPT)
def parse(source: SourceFile) -> Parsed:
    """Parse a whole file. Never raises for what the file says.

    The last few results are kept: tools, fixes and imports ask for the same text again and again.
    """
    text = source.text
    if text.startswith(_BYTE_ORDER_MARK):
        text = " " + text[1:]  # some editors write it; the places of everything else stay
    module = _PARTS.read(source.name, text)
    if module is not None:
        return Parsed(module, ())
    return _parse_whole(text, source.name)


def _parse_whole(text: str, name: str) -> Parsed:
    try:
        with without_collecting():
            tree = load_parser().parse(text)
    except UnexpectedInput:
        return _recover(mend(text, name), SourceFile(name, text))
    return _build(tree)


@without_collecting()
def _read_part(text: str) -> Module | None:
    try:
        tree = load_parser().parse(text)
    except UnexpectedInput:
        return None
    return _build(tree).module


_PARTS = PartReader(_read_part)
"""Remembers by text only, so what it gives depends on nothing that happened before."""


@without_collecting()
def _build(tree: "Tree[Token]") -> Parsed:
    too_deep = _find_too_deep(tree)
    if too_deep is not None:
        return Parsed(None, (TooDeeplyNested(too_deep, MAX_NESTING),))
    transformer = ToAst()
    module = transformer.build(tree)
    if transformer.problems:
        recovered = Recovered(module, frozenset(), lacks_import=False, gaps=())
        return Parsed(None, _in_order(transformer.problems), recovered)
    return Parsed(module, ())


def _recover(mended: Mended, source: SourceFile) -> Parsed:
    problems = list(mended.problems)
    module = _read_mended(mended, source, problems) if mended.is_whole else None
    if module is None:
        return Parsed(None, _in_order(problems))
    module = mended.draft.relocated_tree(module)
    recovered = Recovered(module, mended.missing, mended.lacks_import, mended.gaps)
    return Parsed(None, _in_order(problems), recovered)


def _read_mended(mended: Mended, source: SourceFile, problems: list[Problem]) -> Module | None:
    """Return the tree of a mended text, with its places; None where even that cannot be read."""
    draft = mended.draft
    module = _PARTS.read(f"{source.name}{_MENDED}", draft.text)
    if module is not None:
        return module
    try:
        tree = load_parser().parse(draft.text)
    except UnexpectedInput as error:
        if not problems:
            problems.append(explain(error, source))
        return None
    if _find_too_deep(tree) is not None:
        return None
    transformer = ToAst()
    module = transformer.build(tree)
    problems += map(draft.relocated, transformer.problems)
    return module


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.diagnostic().label.span))


def _find_too_deep(tree: "Tree[Token]") -> Span | None:
    stack = [(tree, 1)]
    while stack:
        node, depth = stack.pop()
        if depth > MAX_NESTING:
            return Span(node.meta.start_pos, node.meta.end_pos)
        below = depth + 1
        if node.data == "if_part":  # each `else if` is inside the one before
            below += sum(
                isinstance(one, Tree) and one.data == "else_if_tag" for one in node.children
            )
        stack += [(child, below) for child in node.children if isinstance(child, Tree)]
    return None
