"""Lists that end early, as they stand in the graph."""

import pytest

from pp_lang.compiler import compile_source
from pp_lang.graph import (
    BranchNode,
    CallNode,
    GenerateNode,
    MapNode,
    Node,
    Region,
    RepeatNode,
    SampleNode,
    names_of_node,
    regions_of,
    verify,
)
from pp_lang.semantics import Limits, TypedLiteral
from pp_lang.source import SourceFile

DECLARED = '''
template ask(q: text) -> text """{{ q }}"""
template is_good(q: text) -> bool """{{ q }}"""
program some[T](items: list[T] until len(items) >= n, n: int) -> list[T] {
  return take(items, n)
}
program good(items: list[text] until by(items[0]), by: (text) -> bool) -> list[text] {
  return map item in items if by(item): item
}
'''


def constants_of(limits: Limits) -> dict[str, object]:
    """Return the limits that are constants."""
    return {name: one.value for name, one in limits.values if isinstance(one, TypedLiteral)}


def graph_of(body: str, declared: str = "") -> Region:
    """Return the verified graph of a program with this body."""
    text = f"{DECLARED}{declared}\nprogram main(q: text, qs: list[text], n: int) {{\n{body}\n}}"
    region = compile_source(SourceFile("test.pp", text)).region("main")
    verify(region)
    return region


def lists_in(region: Region) -> dict[str, Node]:
    """Return the samples and maps that are nodes, at any depth, by name."""
    found: dict[str, Node] = {}
    for node in region.nodes:
        if isinstance(node, MapNode | SampleNode):
            found[node.name] = node
        for inner, _ in regions_of(node):
            found |= lists_in(inner)
    return found


def ended_in(region: Region) -> list[str]:
    """Return the names of the lists that end early."""
    return [
        name
        for name, node in lists_in(region).items()
        if isinstance(node, MapNode | SampleNode) and node.until is not None
    ]


@pytest.mark.parametrize(
    "body",
    [
        "return some(sample 3: ask(q), n)",
        "return some(map x in qs: ask(x), n)",
        "return { a: [some(sample 3: ask(q), n)] }",
        "return len(some(sample 3: ask(q), n)) > 2 and q in qs",
        "return first(sample 3: ask(q))",
        "return good(sample 3: ask(q), x => len(x) > n)",
        "return good(sample 3: ask(q), x => x in qs)",
        "return map x in qs: some(sample 3: ask(x), n)",
        "return if n > 3: some(sample 3: ask(q), n) else: [q]",
        "return repeat x = q up to 3: default(first(sample 3: ask(x)), x)",
    ],
)
def test_a_list_written_at_its_user_ends_early(body: str) -> None:
    assert len(ended_in(graph_of(body))) == 1


@pytest.mark.parametrize(
    "body",
    [
        "xs = sample 3: ask(q)  return some(xs, n)",
        "ys = some(xs, n)  xs = sample 3: ask(q)  return ys",
        "xs = sample 3: ask(q)  return { a: some(xs, n) }",
        "xs = map x in qs: ask(x)  ys = map y in some(xs, n): ask(y)  return ys",
        "xs = sample 3: ask(q)  return first(xs)",
    ],
)
def test_a_named_list_keeps_its_name(body: str) -> None:
    assert ended_in(graph_of(body)) == ["xs"]


@pytest.mark.parametrize(
    "body",
    [
        "xs = sample 3: ask(q)  return some(xs, n) + xs",
        "xs = sample 3: ask(q)  return map x in qs: some(xs, n)",
        "xs = sample 3: ask(q)  return if n > 3: some(xs, n) else: []",
        "xs = [ask(q)]  return some(xs, n)",
        "xs = map x in qs: upper(x)  return some(xs, n)",
        "return good(sample 3: ask(q), is_good)",
        "return first(map x in qs: ask(x))",
        "return some((sample 3: ask(q)) + qs, n)",
    ],
)
def test_any_other_list_is_made_whole(body: str) -> None:
    assert ended_in(graph_of(body)) == []


def test_what_the_condition_uses_comes_first() -> None:
    region = graph_of("xs = sample 3: ask(q)  m = len(ask(q))  return some(xs, m + 1)")
    names = [node.name for node in region.nodes]
    (sample,) = (node for node in region.nodes if isinstance(node, SampleNode))
    assert "m" in names[: names.index("xs")]
    assert names_of_node(sample) & set(names) - {"q"}


def test_a_long_argument_is_computed_once() -> None:
    region = graph_of("return some(sample 3: ask(q), len(ask(q)))")
    generations = [node for node in region.nodes if isinstance(node, GenerateNode)]
    assert len(generations) == 1


def test_lists_end_early_inside_one_another() -> None:
    body = "xs = sample 3: ask(q)  ys = map x in some(xs, 2): ask(x)  return some(ys, 1)"
    assert ended_in(graph_of(body)) == ["xs", "ys"]


def test_a_program_that_asks_a_model_ends_its_list_as_well() -> None:
    declared = """
program better(items: list[text] until len(items) > 1) -> list[text] {
  return map item in items: ask(item)
}
"""
    region = graph_of("return better(sample 3: ask(q))", declared)
    assert any(isinstance(node, CallNode) for node in region.nodes)
    assert len(ended_in(region)) == 1


def test_a_function_that_is_written_out_twice_ends_two_lists() -> None:
    declared = """
program twice(one: text, pick: (text) -> list[text]) -> list[text] {
  return pick(one) + pick(one + "!")
}
"""
    region = graph_of("return twice(q, x => some(sample 3: ask(x), n))", declared)
    assert len(ended_in(region)) == 2


def test_limits_stay_with_their_nodes() -> None:
    body = (
        "a = sample 3 within { budget: 5 }: ask(q)\n"
        "b = map x in qs within { deadline: 2 }: upper(x)\n"
        "c = repeat x = q up to 3 within { budget: 6 }: ask(x)\n"
        "return { a, b, c }"
    )
    limits = {
        node.name: constants_of(node.limits)
        for node in graph_of(body).nodes
        if isinstance(node, MapNode | SampleNode | RepeatNode)
    }
    assert limits == {"a": {"budget": 5}, "b": {"deadline": 2}, "c": {"budget": 6}}


def test_a_branch_inside_a_filtered_list_is_within_its_limits() -> None:
    body = "return map x in qs if is_good(x) within { budget: 5 }: ask(x)"
    (node,) = lists_in(graph_of(body)).values()
    assert isinstance(node, MapNode)
    assert constants_of(node.limits) == {"budget": 5}
    assert any(isinstance(inner, BranchNode) for inner in node.body.nodes)
