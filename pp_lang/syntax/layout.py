"""Documents that fit themselves to a width: groups go on one line, or break at all their lines."""

from dataclasses import dataclass
from typing import assert_never

WIDTH = 100
_INDENT = 2


@dataclass(frozen=True, slots=True)
class Text:
    """Text on one line."""

    text: str


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A body or docstring: its lines are nobody's business."""

    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line break, or `flat` where the group fits on one line; None always breaks."""

    flat: str | None


@dataclass(frozen=True, slots=True)
class Suffix:
    """A comment that waits for the end of the line, and makes its groups break."""

    text: str


@dataclass(frozen=True, slots=True)
class Either:
    """One text in a broken group, another in one that fits."""

    broken: str
    flat: str


@dataclass(frozen=True, slots=True)
class Concat:
    """Parts one after the other."""

    parts: tuple["Doc", ...]
    has_break: bool


@dataclass(frozen=True, slots=True)
class Nest:
    """Lines inside are indented one step further."""

    inner: "Doc"


@dataclass(frozen=True, slots=True)
class Align:
    """Lines inside begin in the column where it begins."""

    inner: "Doc"


@dataclass(frozen=True, slots=True)
class Tight:
    """Breaks only where it must: a group before it does so first."""

    inner: "Doc"


@dataclass(frozen=True, slots=True)
class Group:
    """Goes on one line if that ends within `width` and nothing inside must break."""

    inner: "Doc"
    has_break: bool
    width: int


Doc = Text | Verbatim | Line | Suffix | Either | Concat | Nest | Align | Tight | Group
_Entry = tuple[int, bool, Doc]
"""Indentation, whether on one line, and what to write."""

HARD_LINE = Line(None)


def concat(*parts: Doc | str) -> Concat:
    """Return the parts in a row."""
    docs = tuple(Text(one) if isinstance(one, str) else one for one in parts)
    return Concat(docs, any(map(_has_break, docs)))


def group(*parts: Doc | str, width: int = WIDTH, is_broken: bool = False) -> Group:
    """Return the parts as a group; `is_broken` breaks it also where it would fit."""
    inner = concat(*parts)
    return Group(inner, is_broken or inner.has_break, width)


def render(doc: Doc, newline: str) -> str:
    """Return the document as text; no line ends in white space but those of verbatim texts."""
    page = _Page(newline)
    stack: list[_Entry] = [(0, False, doc)]
    while stack:
        indent, is_flat, one = stack.pop()
        match one:
            case Text(text) | Verbatim(text):
                page.write(text)
            case Either(broken, flat):
                page.write(flat if is_flat else broken)
            case Suffix(text):
                page.suffix += text
            case Line(flat):
                if is_flat and flat is not None:
                    page.write(flat)
                else:
                    page.break_line(indent)
            case Concat(parts):
                stack += [(indent, is_flat, part) for part in reversed(parts)]
            case Nest(inner):
                stack.append((indent + _INDENT, is_flat, inner))
            case Align(inner):
                stack.append((page.column, is_flat, inner))
            case Tight(inner):
                stack.append((indent, is_flat, inner))
            case Group(inner, has_break, width):
                is_flat = is_flat or (not has_break and _fits(inner, stack, width - page.column))
                stack.append((indent, is_flat, inner))
            case _:
                assert_never(one)
    return page.finish()


class _Page:
    """What is written so far. Indentation waits for the text that needs it."""

    def __init__(self, newline: str) -> None:
        self._newline = newline
        self._pieces: list[str] = []
        self._indent = 0
        self.column = 0
        self.suffix = ""

    def write(self, text: str) -> None:
        if not text:
            return
        assert not (self.suffix and "\n" in text), "a comment would go into a body"
        self._pieces += [" " * self._indent, text]
        self._indent = 0
        self.column = len(text) - text.rfind("\n") - 1 if "\n" in text else self.column + len(text)

    def break_line(self, indent: int) -> None:
        self._pieces += [self.suffix, self._newline]
        self.suffix = ""
        self._indent = self.column = indent

    def finish(self) -> str:
        return "".join([*self._pieces, self.suffix])


def _has_break(doc: Doc) -> bool:
    match doc:
        case Text() | Verbatim() | Either():
            return False
        case Suffix():
            return True
        case Line(flat):
            return flat is None
        case Concat(has_break=has_break) | Group(has_break=has_break):
            return has_break
        case Nest(inner) | Align(inner) | Tight(inner):
            return _has_break(inner)
        case _:
            assert_never(doc)


def _fits(doc: Doc, after: list[_Entry], room: int) -> bool:
    """Return whether `doc` on one line, with what follows it on that line, needs no more room."""
    stack = [(True, doc)]
    num_after = len(after)
    while room >= 0:
        if not stack:
            if not num_after:
                return True
            num_after -= 1
            stack.append(after[num_after][1:])
        is_flat, one = stack.pop()
        match one:
            case Text(text):
                room -= len(text)
            case Verbatim(text):
                return room >= len('"""')
            case Either(broken, flat):
                room -= len(flat if is_flat else broken)
            case Suffix():
                pass
            case Line(flat):
                if not is_flat or flat is None:
                    return True
                room -= len(flat)
            case Concat(parts):
                stack += [(is_flat, part) for part in reversed(parts)]
            case Nest(inner) | Align(inner):
                stack.append((is_flat, inner))
            case Tight(inner):
                stack.append((True, inner))
            case Group(inner, has_break):
                # One that comes after may break at its first line, where this one would fit.
                stack.append((is_flat and not has_break, inner))
            case _:
                assert_never(one)
    return False
