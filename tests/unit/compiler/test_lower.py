from collections.abc import Iterator

from pp_lang.graph import (
    BranchNode,
    CallNode,
    GenerateNode,
    MapNode,
    Node,
    ReduceNode,
    Region,
    regions_of,
    verify,
)
from tests.support.front import region

HEAD = '''
context desk(policy: text) { temperature: 0.1, top_k: 5 } """{{ policy }}"""
template ask(q: text) -> text { max_tokens: 30 } """{{ q }}"""
template tell(q: text) -> text within desk { top_k: 6 } """{{ q }}"""
template angry(q: text) -> bool """{{ q }}"""
template merge(notes: list[text], style: text = "short") -> text """{{ notes }} {{ style }}"""
program helper(q: text) { return ask(q) }
'''


def nodes_in(place: Region) -> Iterator[Node]:
    for node in place.nodes:
        yield node
        for inner, _ in regions_of(node):
            yield from nodes_in(inner)


def lowered(body: str) -> list[Node]:
    text = f"{HEAD} program main(t: text, n: int, ts: list[text]) {{ {body} }}"
    made = region(text)
    verify(made)
    return list(nodes_in(made))


def ids(body: str, kind: type[Node] = GenerateNode) -> list[str]:
    return [node.id for node in lowered(body) if isinstance(node, kind)]


def test_a_step_hangs_at_its_name() -> None:
    assert ids("a = ask(t) return a") == ["main/a"]


def test_a_step_that_is_the_result_of_a_program_is_called_result() -> None:
    assert ids("return ask(t)") == ["main/result"]


def test_a_step_that_is_the_value_of_an_item_hangs_at_the_item() -> None:
    assert ids("a = map x in ts: ask(x) return a") == ["main/a[]"]
    assert ids("return map x in ts: ask(x)") == ["main/result[]"]
    assert ids("a = map x in ts: map y in ts: ask(x + y) return a") == ["main/a[][]"]
    assert ids("a = sample n: ask(t) return a") == ["main/a[]"]


def test_steps_inside_an_item_hang_below_it() -> None:
    body = "a = map x in ts: { b = ask(x) c = ask(b) return [b, c] } return a"
    assert ids(body) == ["main/a[]/b", "main/a[]/c"]


def test_a_value_called_result_is_not_taken_for_the_result() -> None:
    body = "a = map x in ts: { result = ask(x) return ask(result) } return a"
    assert ids(body) == ["main/a[]/result", "main/a[]"]


def test_steps_inside_expressions_are_named_after_the_value() -> None:
    assert ids('a = ask(t) + ask("b") return a') == ["main/a~1", "main/a~2"]


def test_two_blocks_may_use_a_name() -> None:
    body = "a = { x = ask(t) return x + x } b = { x = ask(a) return x + x } return b"
    assert ids(body) == ["main/x", "main/x~2"]


def test_the_merges_of_a_reduce_hang_below_it() -> None:
    body = "a = reduce ts with merge by tree return a"
    (node,) = (one for one in lowered(body) if isinstance(one, ReduceNode))
    assert node.inputs == ("a~notes",)
    assert [one.id for one in node.merge.nodes] == ["main/a[]/a~notes", "main/a[]"]


def test_a_called_program_has_a_region_of_its_own() -> None:
    assert ids("a = helper(t) return a", CallNode) == ["main/a"]
    assert ids("a = helper(t) b = helper(t) return [a, b]") == ["main/a/result", "main/b/result"]


def test_only_one_side_of_an_if_with_steps_is_run() -> None:
    body = "a = if n > 0: ask(t) else: t return a"
    (node,) = (one for one in lowered(body) if isinstance(one, BranchNode))
    assert [one.id for one in node.then.nodes] == ["main/a?then"]
    assert node.otherwise.nodes == ()


def test_and_with_steps_asks_the_right_side_only_when_it_must() -> None:
    assert ids("a = angry(t) and angry(ts[0]) return a", BranchNode) == ["main/a~1"]


def test_plain_ifs_and_maps_are_no_steps() -> None:
    assert ids("a = if n > 0: t else: ts[0] return a", BranchNode) == []
    assert ids("a = map x in ts: upper(x) return a", MapNode) == []


def test_the_nearest_option_wins() -> None:
    body = "office = desk(t) a = office.tell(t) { temperature: 0.9, seed: 3 } return a"
    (node,) = (one for one in lowered(body) if isinstance(one, GenerateNode))
    assert dict(node.options.values) == {"temperature": 0.9, "top_k": 6, "seed": 3}


def test_defaults_are_filled_in() -> None:
    body = "a = reduce ts with merge by flat return a"
    (node,) = (one for one in lowered(body) if isinstance(one, GenerateNode))
    assert [name for name, _ in node.args] == ["notes", "style"]
