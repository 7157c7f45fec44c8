"""Lists and records that are written out: their lengths, and what they say of type parameters."""

import pytest

from tests.support.front import codes, compiled

TAKES = "program takes(x: {}) {{ return x }}\nprogram main() {{ return takes({}) }}"


@pytest.mark.parametrize(
    ("ty", "value"),
    [
        ("list[list[int](min_items: 2)]", "[[1, 2], [3, 4]]"),
        ("list[{ a: list[int](max_items: 1) }]", "[{ a: [1] }, { a: [] }]"),
        ("{ a: list[int](min_items: 1) }", "{ a: [1] }"),
    ],
)
def test_a_list_inside_another_value_has_its_length(ty: str, value: str) -> None:
    assert codes(TAKES.format(ty, value)) == []


@pytest.mark.parametrize(
    ("ty", "value"),
    [
        ("list[list[int](min_items: 2)]", "[[1, 2], [3]]"),
        ("{ a: list[int](max_items: 1) }", "{ a: [1, 2] }"),
        ("{ a: int, b: int }", "{ a: 1 }"),
    ],
)
def test_a_list_inside_another_value_may_be_too_short_or_too_long(ty: str, value: str) -> None:
    assert codes(TAKES.format(ty, value)) == ["wrong-type"]


@pytest.mark.parametrize(
    ("parameter", "value", "result"),
    [
        ("list[list[T]]", '[["a", "b"], ["c"]]', '"a" | "b" | "c"'),
        ("list[{ a: T }]", "[{ a: 1 }, { a: 2 }]", "1 | 2"),
    ],
)
def test_every_item_says_what_a_type_parameter_is(parameter: str, value: str, result: str) -> None:
    source = f"""
    program some[T](items: {parameter}, default: T) -> T {{ return default }}
    program main() {{ return some({value}, {result.split(" ", maxsplit=1)[0]}) }}
    """
    assert str(compiled(source).module.programs["main"].output) == result
