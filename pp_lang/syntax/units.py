"""The smallest part around a mistake that can be left out, so that the rest is still read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pp_lang.source import Span

_BRACKET = re.compile(r"[()\[\]{}]")
_CLOSINGS = {"(": ")", "[": "]", "{": "}"}
_HEAD = re.compile(r"\breturn\b|(?<![\w.])[^\W\d]\w*[ \t]*=(?![=>])")
_SKIPPED = re.compile(r'"(?:[^"\\\n]|\\.)*"|#[^\n]*')
_PAIR = re.compile(r"\{%-?\s*for\s+(\w+(?:\s*,\s*\w+)+)")
_NAMED = re.compile(r"([ \t]*)(?!return\b)[^\W\d]\w*[ \t]*")
_CONTINUED = re.compile(r"\s*(?:catch|elif|else|except|finally)\b[^\n{]*")


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a declaration, and what to put in its place."""

    span: Span
    text: str
    names: frozenset[str] = frozenset()
    """Names that it may have meant to define."""


def units_around(text: str, at: int, gap: str) -> Iterator[Unit]:
    """Yield parts of `text`, one declaration, around `at`, the smallest first.

    `gap` is a name that stands for a value that is left out.
    """
    body = _body_around(text, at)
    if body is not None:
        yield from _tag_around(text, at, body, gap)
        return
    bare = _without_texts(text)
    block = _block_around(bare, at)
    if block is None:
        return
    statement = _foreign_statement(bare, at, block)
    if statement is not None:
        written = bare[statement.start : statement.end]
        yield Unit(statement, _blank(written), _words(written))
    for span in _values_around(bare, at, block):
        yield Unit(span, f" {gap} ")


def names_in_head(declaration: str) -> frozenset[str]:
    """Return the names that a declaration which cannot be read may have meant to declare."""
    code = re.sub(r'\A\s*"""[\s\S]*?"""', "", declaration)
    head = re.match(r"\W*([^({=:\[\"]*)", code)
    assert head is not None
    return _words(code if head[1].startswith("import") else head[1])


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d]\w*", text))


# Bodies


def _body_around(text: str, at: int) -> Span | None:
    quotes = [match.start() for match in re.finditer('"""', text)]
    for start, end in zip(quotes[::2], [*quotes[1::2], len(text)], strict=False):
        if start < at <= end:
            return Span(start + 3, end)
    return None


def _tag_around(text: str, at: int, body: Span, gap: str) -> Iterator[Unit]:
    marks = list(re.compile(r"\{\{|\{%").finditer(text, body.start, body.end))
    opened = [mark for mark in marks if mark.start() <= at]
    if not opened:
        return
    start = opened[-1].start()
    limit = next((mark.start() for mark in marks if mark.start() > start), body.end)
    end = text.find("}}" if opened[-1][0] == "{{" else "%}", start + 2, limit)
    if end < 0:
        line_end = text.find("\n", start, limit)
        end = (line_end if line_end >= 0 else limit) - 2
    written = text[start : end + 2]
    tag = _tag_like(written, gap)
    names = _PAIR.match(written)
    missing = _words(names[1]) if names is not None else frozenset()
    yield Unit(Span(start, end + 2), tag, missing if tag else _words(written))


def _tag_like(written: str, gap: str) -> str:
    """Return a tag that opens or ends what `written` seems to; nothing for other tags."""
    if written.startswith("{{"):
        return f"{{{{ {gap} }}}}"
    loop = re.match(r"\{%-?\s*for\w*\s+([^\W\d]\w*)", written)
    if loop is not None:
        return f"{{% for {loop[1]} in {gap} %}}"
    for pattern, tag in (
        (r"else\s+if|elif|elseif", f"else if {gap}"),
        (r"else", "else"),
        (r"if|for", f"if {gap}"),
        (r"end\w*", "end"),
    ):
        if re.match(rf"\{{%-?\s*(?:{pattern})\b", written):
            return f"{{% {tag} %}}"
    return ""


# Blocks


def _without_texts(text: str) -> str:
    """Blank out strings, bodies and comments: only their places count."""
    text = re.sub(r'"""[\s\S]*?(?:"""|\Z)', lambda body: _blank(body[0]), text)
    return _SKIPPED.sub(lambda one: "_" * len(one[0]) if one[0][0] == '"' else _blank(one[0]), text)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _block_around(bare: str, at: int) -> int | None:
    """Return where the outermost brace opens that is still open at `at`."""
    opened: list[int] = []
    for bracket in _BRACKET.finditer(bare, 0, at):
        if bracket[0] == "{":
            opened.append(bracket.start())
        elif bracket[0] == "}" and opened:
            opened.pop()
    return opened[0] if opened else None


def _foreign_statement(bare: str, at: int, block: int) -> Span | None:
    """Return the statement that begins at `at`, with its blocks, if one begins there."""
    line_start = max(bare.rfind("\n", 0, at) + 1, block + 1)
    indent = bare[line_start:at]
    named = _NAMED.fullmatch(indent) if line_start > block + 1 else None
    if named is not None:  # `a, b = pair`, `total += 1`
        at, indent = line_start + len(named[1]), named[1]
    if indent.strip() or _HEAD.match(bare, at) or bare[at : at + 1] in ("", "}"):
        return None
    inside = re.compile(rf"\n(?:{indent}[ \t]+[^\s}}][^\n]*|[ \t]*(?=\n))")
    end, past = at, _past_brackets(bare, at)
    while end < past:
        end = past
        if (more := _CONTINUED.match(bare, end)) is not None:
            past = _past_brackets(bare, more.end())
        elif (line := inside.match(bare, end)) is not None:
            past = line.end()
    return Span(at, end)


def _past_brackets(bare: str, at: int) -> int:
    """Return the end of the line of `at`, and of all brackets that open on it."""
    depth = 0
    for match in re.compile(rf"\n|{_BRACKET.pattern}").finditer(bare, at):
        if match[0] in _CLOSINGS:
            depth += 1
        elif match[0] == "\n":
            if depth == 0:
                return match.start()
        elif depth == 0:
            return match.start()
        else:
            depth -= 1
    return len(bare)


def _values_around(bare: str, at: int, block: int) -> Iterator[Span]:
    """Yield the value that `at` is in, then those that it is in, without their names."""
    heads = [match for match in _HEAD.finditer(bare, block) if match.start() < at]
    is_balanced = _is_balanced(bare)
    for head in reversed(heads):
        end = _value_end(bare, head.end()) if is_balanced else _next_head(bare, at)
        if at <= end:
            inside = bare[head.end() : end]
            yield Span(head.end(), head.end() + len(inside.rstrip()) if inside.strip() else end)


def _is_balanced(bare: str) -> bool:
    opened: list[str] = []
    for bracket in _BRACKET.findall(bare):
        if bracket in _CLOSINGS:
            opened.append(_CLOSINGS[bracket])
        elif not opened or opened.pop() != bracket:
            return False
    return not opened


def _value_end(bare: str, start: int) -> int:
    """Return where a value ends in a text with balanced brackets."""
    depth = 0
    for match in re.compile(rf"{_BRACKET.pattern}|{_HEAD.pattern}").finditer(bare, start):
        if match[0] in _CLOSINGS:
            depth += 1
        elif match[0] in _CLOSINGS.values():
            if depth == 0:
                return match.start()
            depth -= 1
        elif depth == 0:
            return match.start()
    return len(bare)


def _next_head(bare: str, at: int) -> int:
    """Return where the next named value begins, or the block ends, going by lines alone."""
    match = re.compile(rf"^[ \t]*(?:\}}|{_HEAD.pattern})", re.MULTILINE).search(bare, at)
    return match.start() if match else len(bare)
