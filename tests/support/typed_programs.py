"""Hypothesis strategies for whole programs without mistakes, drawn type by type.

Each program declares types, contexts, templates and programs of its own, and its values use steps
of every kind. `as_…` programs give a value exactly its type where a narrower one would matter.
"""

import re
from dataclasses import dataclass, field

from hypothesis import strategies as st

from tests.support.typed_forms import (
    LISTS,
    LITERALS,
    NAMED,
    as_type,
    element_of,
    forms_of,
)

Names = dict[str, str]
"""The type of each name that is visible."""

_HOLE = re.compile(r"<([\w\[\]?]+)>")

_FIXED = """
import std.voting

type Mood = "glad" | "calm" | "sad"

context desk(policy: text) { temperature: 0.5 } \"""
  Policy: {{ policy }}
\"""

context case(history: list[text]) within desk \"""
  {% for one in history %}
  - {{ one }}
  {% end %}
\"""

template merge(notes: list[text]) { max_tokens: 8 } \"""
  {{ join(notes, ", ") }}
\"""

template draft(topic: text) { max_tokens: 8 } \"""
  Write about {{ topic }}.
\"""

template again(how: text) within draft { max_tokens: 8 } \"""
  Again, {{ how }}.
\"""

template is_good(line: text) -> bool \"""
  Is it good? {{ line }}
\"""

program joined(notes: list[text]) -> text { return join(notes, "+") }

program some(items: list[text] until len(items) >= n, n: int) -> list[text] { return items }

test "a test" {
  cases [["a"], []] as row
  answers merge: ["m"]
  given joined(row) as all
  expect soft len(all) < 1
  expect all != "b"
}

program longer(a: text, b: text) -> text { return if len(a) > len(b): a else: b }

program apply[T](value: T, by: (T) -> T = same => same) -> T { return by(by(value)) }
"""


@dataclass(frozen=True, slots=True)
class _Callee:
    call: str
    """As it is written before its arguments."""
    params: tuple[str, ...]
    result: str


@dataclass
class _Writer:
    """Writes one program; what it has declared may be called by what comes after."""

    draw: st.DrawFn
    records: dict[str, dict[str, str]] = field(default_factory=dict)
    callees: list[_Callee] = field(default_factory=list)
    num_names: int = 0

    @property
    def types(self) -> list[str]:
        return [*NAMED, *LISTS, *self.records, *(f"list[{name}]" for name in self.records)]

    def any_type(self) -> str:
        return self.draw(st.sampled_from(self.types))

    def name(self, letter: str) -> str:
        self.num_names += 1
        return f"{letter}{self.num_names}"

    # Declarations

    def record(self) -> str:
        name = f"Note{len(self.records)}"
        types = self.draw(st.lists(st.sampled_from([*NAMED, *LISTS]), min_size=1, max_size=3))
        fields = {"page": "int?"} | {f"f{place}": one for place, one in enumerate(types)}
        self.records[name] = fields
        return f"type {name} {{ {', '.join(f'{key}: {ty}' for key, ty in fields.items())} }}"

    def template(self) -> str:
        name, params = self.name("t"), self._params()
        result = self.draw(st.sampled_from([*NAMED, *LISTS, *self.records]))
        where = self.draw(st.sampled_from(["", "desk", "case"]))
        opened = {"": name, "desk": f'desk("kind").{name}', "case": f'desk("").case(["a"]).{name}'}
        self.callees.append(_Callee(opened[where], tuple(params.values()), result))
        within = f" within {where}" if where else ""
        shown = "\n".join(self._part(name, ty) for name, ty in params.items())
        return f'template {name}({_signed(params)}) -> {result}{within} """\n  Say {shown}\n"""'

    def program(self) -> str:
        name, params, result = self.name("p"), self._params(), self.any_type()
        block = self.block(result, params)
        self.callees.append(_Callee(name, tuple(params.values()), result))
        return f"program {name}({_signed(params)}) -> {result} {block}"

    def main(self) -> str:
        params = {f"in{place}": ty for place, ty in enumerate(self.types)}
        signed = ", ".join(f"{name}: {ty} = {self.literal(ty)}" for name, ty in params.items())
        values = [self.value(self.any_type(), params, 3) for _ in range(2)]
        values += [self._call_of(one, params, 1) for one in self.callees]
        fields = ", ".join(f"r{at}: {value}" for at, value in enumerate(values))
        return f"program main({signed}) {{ return {{ {fields} }} }}"

    def _params(self) -> Names:
        return {self.name("a"): self.any_type() for _ in range(self.draw(st.integers(1, 2)))}

    def _part(self, name: str, ty: str) -> str:
        """Draw a part of a prompt that shows a parameter."""
        if ty.startswith("list["):
            return f"{{% for one in {name} %}}\n  - {{{{ one }}}}\n  {{% end %}}"
        if ty == "int?":
            return f"{{% if {name} != none %}}{{{{ {name} + 1 }}}}{{% else %}}nothing{{% end %}}"
        return f"{{{{ {name} }}}} as {{{{ format }}}}"

    # Values

    def block(self, ty: str, names: Names) -> str:
        bindings: Names = {}
        lines = []
        for _ in range(self.draw(st.integers(0, 2))):
            name, of = self.name("v"), self.any_type()
            lines.append(f"{name} = {as_type(of)}({self.value(of, {**names, **bindings}, 2)})")
            bindings[name] = of
        result = self.value(ty, {**names, **bindings}, 2)
        return f"{{ {' '.join(self.draw(st.permutations(lines)))} return {result} }}"

    def value(self, ty: str, names: Names, depth: int) -> str:
        """Draw an expression of type `ty`."""
        ways = [self._leaf]
        if depth:
            ways += [self._form, self._form, self._form, self._call, self._choice, self._bound]
        return self.draw(st.sampled_from(ways))(ty, names, depth - 1)

    def _leaf(self, ty: str, names: Names, depth: int) -> str:
        fitting = [name for name, of in names.items() if of == ty]
        fitting += [
            f"{name}.{key}"
            for name, of in names.items()
            for key, inner in self.records.get(of, {}).items()
            if inner == ty
        ]
        return self.draw(st.sampled_from(fitting)) if fitting else self.literal(ty)

    def literal(self, ty: str) -> str:
        """Draw a constant."""
        if ty in LITERALS:
            return self.draw(st.sampled_from(LITERALS[ty]))
        element = element_of(ty)
        if element is not None:
            items = [self.literal(element) for _ in range(self.draw(st.integers(0, 2)))]
            return f"[{', '.join(items)}]"
        fields = self.records[ty].items()
        return f"{{ {', '.join(f'{key}: {self.literal(of)}' for key, of in fields)} }}"

    def _form(self, ty: str, names: Names, depth: int) -> str:
        pattern = self.draw(st.sampled_from(forms_of(ty))).replace("~", self.name("l"))
        parts = _HOLE.split(pattern)
        for at, of in list(enumerate(parts))[1::2]:
            parts[at] = self.value(self.any_type() if of == "any" else of, names, depth)
        return "".join(parts)

    def _call(self, ty: str, names: Names, depth: int) -> str:
        fitting = [one for one in self.callees if one.result == ty]
        if not fitting:
            return self._form(ty, names, depth)
        return self._call_of(self.draw(st.sampled_from(fitting)), names, depth)

    def _call_of(self, callee: _Callee, names: Names, depth: int) -> str:
        return f"{callee.call}({', '.join(self.value(one, names, depth) for one in callee.params)})"

    def _choice(self, ty: str, names: Names, depth: int) -> str:
        """Draw an `if` or a `match`; what is known in an arm is used there."""
        fresh, record = self.name("m"), self.draw(st.sampled_from(sorted(self.records)))
        one, other = self.value(ty, names, depth), self.value(ty, names, depth)
        known = self.value(ty, {**names, fresh: "int"}, depth)
        heads = {
            "bool": f"if <bool>: {one} else: {other}",
            "Mood": f'match as_Mood(<Mood>): {{ case "sad": {one} case "glad" | "calm": {other} }}',
            "int?": f"match as_int_(<int?>): {{ case none: {one} case {fresh}: {known} }}",
            "int": f"match <int> + 0: {{ case 1 | 2: {one} else: {other} }}",
            record: f"match {as_type(record)}(<{record}>): "
            f"{{ case {{ page: none }}: {one} case {{ page: {fresh} }}: {known} }}",
        }
        pages = [name for name, of in names.items() if of == "int?"]
        if self.draw(st.booleans()) and pages:
            page = self.draw(st.sampled_from(pages))
            inside = self.value(ty, {**names, page: "int"}, depth)
            return f"(if {page} != none: {inside} else: {one})"
        of = self.draw(st.sampled_from(sorted(heads)))
        return f"({heads[of].replace(f'<{of}>', self.value(of, names, depth), 1)})"

    def _bound(self, ty: str, names: Names, depth: int) -> str:
        """Draw a form that names a value for its body."""
        element = element_of(ty)
        if element is not None and self.draw(st.booleans()):
            return self._map(element, names, depth)
        new, history = self.name("x"), self.name("y")
        body = self.value(ty, {**names, new: ty}, depth)
        enough = self.value("bool", {**names, new: ty}, depth)
        start = f"{as_type(ty)}({self.value(ty, names, depth)})"
        forms = [
            f"{{ {new} = {start} return {body} }}",
            f"apply({start}, {new} => {body})",
            f"(repeat {new} = {start} up to 2 until {enough}: {body})",
            f"(repeat {new} with {history} = {start} up to 2: [{body}, {history}[0]][0])",
        ]
        return self.draw(st.sampled_from(forms))

    def _map(self, element: str, names: Names, depth: int) -> str:
        new, of = self.name("x"), self.draw(st.sampled_from([*NAMED, *self.records]))
        inside = {**names, new: of}
        condition = f" if {self.value('bool', inside, depth)}" if self.draw(st.booleans()) else ""
        source, body = self.value(f"list[{of}]", names, depth), self.value(element, inside, depth)
        return f"(map {new} in {source}{condition}: {body})"


def _signed(params: Names) -> str:
    return ", ".join(f"{name}: {ty}" for name, ty in params.items())


@st.composite
def typed_programs(draw: st.DrawFn) -> str:
    """Draw a whole program without mistakes. `main` can be run without inputs."""
    writer = _Writer(draw)
    records = [writer.record() for _ in range(draw(st.integers(1, 2)))]
    pinned = [
        f"program {as_type(ty)}(value: {ty}) -> {ty} {{ return value }}" for ty in writer.types
    ]
    templates = [writer.template() for _ in range(draw(st.integers(1, 3)))]
    programs = [writer.program() for _ in range(draw(st.integers(0, 2)))]
    parts = draw(st.permutations([*records, *pinned, *templates, *programs, writer.main()]))
    return f"{_FIXED}\n" + "\n\n".join(parts) + "\n"


_TOKEN = re.compile(
    r'"""|"(?:[^"\\\n]|\\.)*"|\w+|\s+|\{\{|\{%|%\}|->|=>|\.\.|[=!<>]=|//|.', re.DOTALL
)


@st.composite
def damaged_programs(draw: st.DrawFn) -> str:
    """Draw a whole program in which a few words are left out, doubled or swapped."""
    words: list[str] = _TOKEN.findall(draw(typed_programs()))
    for _ in range(draw(st.integers(1, 3))):
        at, other = (draw(st.integers(0, len(words) - 1)) for _ in range(2))
        match draw(st.sampled_from(["leave out", "double", "swap"])):
            case "leave out":
                words[at] = ""
            case "double":
                words[at] += words[at]
            case _:
                words[at], words[other] = words[other], words[at]
    return "".join(words)
