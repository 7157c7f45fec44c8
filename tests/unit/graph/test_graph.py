import pytest

from pp_lang.errors import InternalError
from pp_lang.graph import (
    ComputeNode,
    Graph,
    InputNode,
    MapNode,
    Region,
    dump_text,
    inputs_of_region,
    names_of_region,
    verify,
)
from pp_lang.semantics import INT, TypedName
from pp_lang.source import Span
from tests.support.front import region

SPAN = Span(0, 1)
TEXT = '''
template ask(q: text, other: text) -> text """{{ q }} {{ other }}"""
program main(topic: text, items: list[text]) {
  loud = upper(topic)
  all = map item in items: ask(item, loud)
  one = ask(topic, loud)
  return { all, one }
}
'''


def name(text: str) -> TypedName:
    return TypedName(text, INT, SPAN)


def test_edges_lead_from_values_to_their_users() -> None:
    graph = Graph(region(TEXT))
    assert graph.order == ("topic", "items", "loud", "all", "one")
    assert set(graph.inputs_of("all")) == {"items", "loud"}
    assert set(graph.users_of("loud")) == {"all", "one"}
    assert graph.result_inputs == ("all", "one")
    assert graph.is_acyclic


def test_a_region_reads_names_of_those_around_it() -> None:
    node = Graph(region(TEXT)).node("all")
    assert isinstance(node, MapNode)
    assert names_of_region(node.body) == {"loud"}
    assert [one.name for one in inputs_of_region(node.body)] == ["item"]


def test_the_graph_given_to_tools_is_a_copy() -> None:
    graph = Graph(region(TEXT))
    graph.digraph.clear()
    assert graph.order


@pytest.mark.parametrize(
    "nodes",
    [
        (InputNode("main/a", "a", INT, SPAN), InputNode("main/a", "a", INT, SPAN)),
        (ComputeNode("main/a", "a", name("b"), INT, SPAN),),
        (ComputeNode("main/a", "a", name("a"), INT, SPAN),),
        (InputNode("other/a", "a", INT, SPAN),),
        (InputNode("main/b", "b", INT, SPAN),),
    ],
    ids=["twice", "before it exists", "itself", "wrong place", "result missing"],
)
def test_a_broken_region_is_refused(nodes: tuple[InputNode | ComputeNode, ...]) -> None:
    with pytest.raises(InternalError):
        verify(Region("main", nodes, name("a")))


def test_the_dump_begins_with_the_place() -> None:
    assert dump_text(region(TEXT)).splitlines()[0] == "main"
