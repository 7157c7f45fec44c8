"""The items of an empty list have a type of their own: it fits everywhere and hides nothing."""

import pytest

from tests.support.front import codes, region


@pytest.mark.parametrize(
    ("value", "ty"),
    [
        ("[]", "list[nothing]"),
        ('[] + ["a"]', 'list["a"]'),
        ("first([])", "none"),
        ("default(first([]), 1)", "1"),
        ("repeat xs = [] up to 3: xs + [1 + 1]", "list[int]"),
        ("map x in []: x.name + 1", "list[int]"),
        ("[] == [1]", "bool"),
        ("1 in []", "bool"),
    ],
)
def test_what_comes_of_an_empty_list_has_a_type(value: str, ty: str) -> None:
    nodes = region(f"program main() {{ value = {value} return value }}").nodes
    assert str(nodes[-1].ty) == ty


@pytest.mark.parametrize(
    "value", ["first([]) + 1", "(repeat xs = [] up to 3: xs + [1 + 1])[0] + text(1)"]
)
def test_an_empty_list_lets_no_other_type_through(value: str) -> None:
    assert codes(f"program main() {{ return {value} }}") != []
