from pp_lang.semantics.check_blocks import order_by_need
from tests.support.front import codes, compiled


def order(text: str) -> list[str]:
    body = compiled(f"program main(x: int) {{ {text} }}").module.programs["main"].body
    return [binding.name for binding in body.bindings]


def test_values_stand_after_those_they_use() -> None:
    assert order("c = b + a  b = a + x  a = x  return c") == ["a", "b", "c"]


def test_the_order_of_the_text_is_kept_among_equals() -> None:
    assert order("b = x  a = x  c = x  return [a, b, c]") == ["b", "a", "c"]


def test_names_inside_maps_and_blocks_count_unless_bound_there() -> None:
    assert order("a = map i in [x]: i + b  b = x  return a") == ["b", "a"]
    assert order("a = { c = b return c }  b = x  return a") == ["b", "a"]


def test_what_is_called_is_not_a_value_that_is_needed() -> None:
    assert order("len = len([x])  return len") == ["len"]


def test_each_circle_is_found_once() -> None:
    needs = {"a": ["b"], "b": ["a"], "c": ["c", "a"], "d": ["c"], "e": []}
    ordered, cycles = order_by_need(needs)
    assert cycles == [("a", "b", "a"), ("c", "c")]
    assert sorted(ordered) == ["a", "b", "c", "d", "e"]


def test_a_circle_does_not_make_its_users_wrong() -> None:
    assert codes("program main() { a = b + 1  b = a + 1  c = upper(a)  return c }") == ["cycle"]


def test_a_chain_of_ten_thousand_values_compiles_in_either_direction() -> None:
    lines = [f"a{i + 1} = a{i} + 1\n" for i in range(10_000)]
    for text in ("".join(lines), "".join(reversed(lines))):
        source = f"program main(a0: int) {{ {text} return a10000 }}"
        assert len(compiled(source).region("main").nodes) == 10_001
