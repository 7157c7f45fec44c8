"""Functions, generic programs and inherited options, as they stand in the graph."""

import pytest

from pp_lang.errors import CompileError
from pp_lang.graph import CallNode, ComputeNode, GenerateNode, MapNode, Node, Region, verify
from tests.support.front import compiled, region
from tests.support.runtime_builders import value_of

ASK = 'template ask(q: text) -> text """{{ q }}"""\n'
KEEP = """
program keep[T](items: list[T], good: (T) -> bool) -> list[T] {
  return map item in items if good(item): item
}
"""


def generations(region_: Region) -> list[GenerateNode]:
    found: list[GenerateNode] = []
    rest: list[Node] = list(region_.nodes)
    while rest:
        node = rest.pop(0)
        if isinstance(node, GenerateNode):
            found.append(node)
        if isinstance(node, CallNode | MapNode):
            rest += node.body.nodes
    return found


def test_a_program_that_calls_no_model_is_an_expression() -> None:
    graph = region(KEEP + "program main(xs: list[int]) { return keep(xs, x => x > 1) }")
    assert not any(isinstance(node, CallNode) for node in graph.nodes)


def test_a_function_sees_what_stands_around_it() -> None:
    body = "limit = 2\nreturn keep(xs, x => x > limit)"
    region_ = compiled(KEEP + f"program main(xs: list[int]) {{ {body} }}").region("main")
    verify(region_)
    assert any(isinstance(node, ComputeNode) for node in region_.nodes)


def test_a_function_that_calls_a_model_takes_what_it_needs_along() -> None:
    text = (
        'template fits(a: text, b: text) -> bool """{{ a }} {{ b }}"""\n'
        + KEEP
        + "program main(q: text, xs: list[text]) { return keep(xs, x => fits(x, q)) }"
    )
    graph = region(text)
    verify(graph)
    (call,) = (node for node in graph.nodes if isinstance(node, CallNode))
    assert next(name for name, _ in call.args) == "items"
    assert len(call.args) == 2
    assert len(generations(call.body)) == 1


def test_a_template_is_a_function() -> None:
    text = (
        ASK
        + "program each[T, R](items: list[T], do: (T) -> R) -> list[R] {"
        + " return map item in items: do(item) }\n"
        + "program main(xs: list[text]) { return each(xs, ask) }"
    )
    assert [node.template for node in generations(region(text))] == ["ask"]


def test_functions_are_passed_on() -> None:
    text = (
        KEEP
        + "program twice[T](items: list[T], good: (T) -> bool) -> list[T] {"
        + " return keep(keep(items, good), x => good(x)) }\n"
        + "program main(xs: list[int]) { return twice(xs, x => x > 1) }"
    )
    verify(region(text))


@pytest.mark.parametrize(
    ("head", "call", "expected"),
    [
        ("{ temperature: 0.5 }", "", 0.5),
        ("{ temperature: 0.5 }", "{ temperature: 0.9 }", 0.9),
        ("", "{ temperature: 0.9 }", 0.9),
    ],
)
def test_options_of_programs_are_inherited_by_calls_inside(
    head: str, call: str, expected: float
) -> None:
    text = (
        ASK
        + f"program inner(q: text) -> text {head} {{ return ask(q) }}\n"
        + f"program main(q: text) {{ return inner(q) {call} }}"
    )
    (node,) = generations(region(text))
    assert node.options.get("temperature") == expected


def test_a_template_s_own_option_is_nearer_than_the_program_s() -> None:
    text = (
        'template ask(q: text) -> text { temperature: 0.1 } """{{ q }}"""\n'
        "program main(q: text) { temperature: 0.7 } { return ask(q) }"
    )
    (node,) = generations(region(text))
    assert node.options.get("temperature") == 0.1


def test_what_unfolds_without_end_is_refused() -> None:
    levels = "".join(
        f"program p{n}(a: int) {{ return p{n + 1}(a) + p{n + 1}(a) }}\n" for n in range(30)
    )
    text = levels + "program p30(a: int) { return a }\nprogram main(a: int) { return p0(a) }"
    with pytest.raises(CompileError) as raised:
        region(text)
    assert raised.value.diagnostics[0].code == "graph-too-large"


def test_names_of_a_function_and_of_its_program_do_not_meet() -> None:
    body = "item = 10\nreturn (map x in xs: x + item)[0]"
    assert value_of(body, "xs: list[int]", xs=[1]) == 11
