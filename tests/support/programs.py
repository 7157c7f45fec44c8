"""Hypothesis strategies for programs: well-formed ones, and broken ones made from them."""

import re
from collections.abc import Iterable
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.extra.lark import LarkStrategy
from lark import Lark
from lark.lexer import PatternStr

from pp_lang.syntax.grammar import grammar_text

ROOT = Path(__file__).resolve().parents[2]

HEAD = '''
context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text = "none") within desk """
  {% system %}
  {{ history }}
"""

template ask(q: text) -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text) -> int(0..10) """
  {% if len(q) > 3 %}Long: {{ q }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }}
"""

template merge(notes: list[text]) -> text """
  {% for note in notes %}
  - {{ note }}
  {% end %}
"""

template judge(q: text) -> text within case """
  {{ q }}
"""

program inner(q: text) -> text {
  a = ask(q)
  return a + "!"
}

program longer(a: text, b: text) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> T = same => same) -> T { temperature: 0.3 } {
  return by(value)
}
'''


Names = dict[str, list[str]]

FORMS = {
    "text": (
        "ask({text})",
        "inner({text})",
        "desk({text}).case().judge({text}) { seed: 3 }",
        "({text} + {text})",
        "(reduce {list} with merge by flat)",
        "(reduce {list} with merge by tree)",
        "(reduce {list} with longer by fold)",
        "({list})[0]",
        "apply({text}, inner)",
        '(match {text} + "": { case "a" | "b": {text} else: {text} })',
        "(match {int} + 0: { case 1: {text} case _: {text} })",
    ),
    "int": ("rate({text})", "({int} * {int})", "len({list})"),
    "bool": (
        "angry({text})",
        "({bool} and {bool})",
        "({bool} or not {bool})",
        "({int} < {int})",
    ),
    "list": (
        "[{text}, {text}]",
        "(sample {int}: {text})",
        "(sample 2: {text})",
    ),
}
"""For each type, how its values are made from others."""

_KINDS_OF_FORMS = [
    "name", "literal", "if", "block", "map", "repeat", "function", "form", "form", "form",
]  # fmt: skip
LITERALS = {"text": '"a, é"', "int": "3", "bool": "true", "list": '["a"]'}


@st.composite
def good_programs(draw: st.DrawFn) -> str:
    """Draw a program without mistakes whose values use one another and steps of all kinds."""
    names: Names = {"text": ["t"], "int": ["n"], "bool": ["b"], "list": ["l"]}
    bindings = []
    for number in range(draw(st.integers(0, 4))):
        kind = draw(st.sampled_from(sorted(names)))
        bindings.append(f"  v{number} = {_expr(draw, kind, names, 3)}")
        names[kind] = [*names[kind], f"v{number}"]
    lines = "\n".join(draw(st.permutations(bindings)))
    result = ", ".join(one for group in names.values() for one in group)
    head = "program main(t: text, n: int, b: bool, l: list[text])"
    return f"{HEAD}\n{head} {{\n{lines}\n  return {{ {result} }}\n}}\n"


def _expr(draw: st.DrawFn, kind: str, names: Names, depth: int) -> str:
    """Draw an expression of a type; a name bound inside it is numbered by its depth."""

    def inner(of: str, more: Names = names) -> str:
        return _expr(draw, of, more, depth - 1)

    form = draw(st.sampled_from(_KINDS_OF_FORMS))
    if depth == 0 or form == "name":
        return draw(st.sampled_from(names[kind]))
    if form == "literal":
        return LITERALS[kind]
    if form == "if":
        return f"(if {inner('bool')}: {inner(kind)} else: {inner(kind)})"
    if form == "block":
        named = {**names, kind: [*names[kind], f"y{depth}"]}
        return f"{{ y{depth} = {inner(kind)} return [{inner(kind, named)}, y{depth}][0] }}"
    if form == "function":
        named = {**names, kind: [*names[kind], f"z{depth}"]}
        return f"apply({inner(kind)}, z{depth} => {inner(kind, named)})"
    if form == "repeat":
        named = {**names, kind: [*names[kind], f"r{depth}", f"rs{depth}[-1]"]}
        head = f"repeat r{depth} with rs{depth} = {inner(kind)} up to 2"
        return f"({head} until {inner('bool', named)}: {inner(kind, named)})"
    if form == "map" and kind == "list":
        inside = {**names, "text": [*names["text"], f"x{depth}"]}
        condition = f" if {inner('bool', inside)}" if draw(st.booleans()) else ""
        return f"(map x{depth} in {inner('list')}{condition}: {inner('text', inside)})"
    pattern = draw(st.sampled_from(FORMS[kind]))
    parts = re.split(r"\{(text|int|bool|list)\}", pattern)
    return "".join(inner(part) if place % 2 else part for place, part in enumerate(parts))


def sample_texts() -> list[str]:
    """Return programs to change, without comments: those of the graphs and of every construct."""
    tests = ROOT / "tests"
    names = ("constructs", "parentheses", "tests")
    formats = (tests / "golden" / "fmt" / f"{name}.pp" for name in names)
    graphs = (tests / "conformance" / "language").rglob("*.graph")
    paths = [*(path.with_suffix(".pp") for path in graphs), *formats]
    return [path.read_text(encoding="utf-8") for path in sorted(paths)]


FRAGMENTS = [
    '"', '"""', "{", "}", "{{", "}}", "{%", "%}", "{#", "(", ")", "[", "]", ",", ":", "=", "==",
    "return", "if", "else", "map", "in", "for", "end", "sample", "reduce", "with", "by", "template",
    "program", "type", "context", "none", "-", "..", "->", "?", "|", ".", "\\", "'", "\0", "\ufeff",
    "match", "case", "repeat", "up to", "until", "within", "=>", "import", "extern", "test", "as",
    "given", "expect", "soft", "cases", "answers", "_",
    "\r\n", "\t", "9" * 30, "1e999", "é", "\u0301", "😀", "\u2028", "#", "a.b.c", "user",
]  # fmt: skip
"""Pieces that turn up where they do not belong."""


@st.composite
def broken_programs(draw: st.DrawFn) -> str:
    """Draw a good program with a few cuts, copies and insertions in it."""
    text = draw(st.sampled_from(sample_texts()))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 20)))
        middle = draw(st.sampled_from(["", text[start:end] * 2, *FRAGMENTS]))
        text = text[:start] + middle + text[end:]
    return text


def grammar_texts() -> st.SearchStrategy[str]:
    """Return texts that follow the grammar, words apart from each other."""
    names = st.sampled_from(["a", "b", "text", "int", "list", "main", "max_tokens", "tree", "é"])
    grammar = Lark(grammar_text(), parser="lalr", start="module")
    return LarkStrategy(
        grammar,
        "module",
        {
            "NAME": names.map(lambda text: f" {text} "),
            "STRING": st.just('"s"'),
            "TEXT": st.just("some text"),
            "BODY_COMMENT": st.just("{# note #}"),
            "ROLE": st.just(" user "),
            "UP_TO": st.just(" up to "),
            "INT": st.integers(0, 99).map(str),
            "FLOAT": st.just("1.5"),
            "COMMENT": st.just("# note\n"),
            "WHITESPACE": st.just(" "),
            **{name: st.just(f" {word} ") for name, word in _keywords(grammar)},
        },
        st.characters(),
    )


def _keywords(grammar: Lark) -> Iterable[tuple[str, str]]:
    for terminal in grammar.terminals:
        word = terminal.pattern.value
        if isinstance(terminal.pattern, PatternStr) and word.isalpha():
            yield terminal.name, word


_OPAQUE = re.compile(r'("""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*")')
"""Bodies and texts, where `#` is no comment; for programs whose holes hold no triple quotes."""


@st.composite
def commented_programs(draw: st.DrawFn) -> str:
    """Draw a good program with comments at the ends of some of its words."""
    text = draw(st.one_of(st.sampled_from(sample_texts()), good_programs()))
    places = [
        match.start() + offset
        for part, offset in _code_parts(text)
        for match in re.finditer(r"(?<=[\w,:=({\[+)\]}])(?<!up)\s|\n(?=\n)", part)
    ]
    chosen = sorted(draw(st.sets(st.sampled_from(places), max_size=6)), reverse=True)
    for number, place in enumerate(chosen):
        gap = draw(st.sampled_from(["", " ", "\n", "\n\n  "]))
        text = f"{text[:place]}{gap}# note {number}\n{text[place:]}"
    return text


def comments_of(text: str) -> list[str]:
    """Return the comments of a program outside its bodies."""
    code = "".join(part for part, _ in _code_parts(text))
    return [match[0].rstrip() for match in re.finditer(r"#[^\n]*", code)]


def bodies_of(text: str) -> list[str]:
    """Return the bodies and docstrings of a program, quotes included."""
    return [part for part in _OPAQUE.split(text)[1::2] if part.startswith('"""')]


def _code_parts(text: str) -> list[tuple[str, int]]:
    parts: list[tuple[str, int]] = []
    offset = 0
    for index, part in enumerate(_OPAQUE.split(text)):
        if index % 2 == 0:
            parts.append((part, offset))
        offset += len(part)
    return parts
