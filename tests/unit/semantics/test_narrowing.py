import pytest

from tests.support.front import codes

HEAD = "type V { reason: text?, next: V2? } type V2 { reason: text? }"


def program(expr: str) -> str:
    return f"{HEAD} program main(a: text?, b: text?, v: V, vs: list[V]) {{ return {expr} }}"


@pytest.mark.parametrize(
    "expr",
    [
        'if a != none: upper(a) else: ""',
        'if a == none: "" else: upper(a)',
        'if none != a: upper(a) else: ""',
        'if not (a == none): upper(a) else: ""',
        'if a != none and b != none: a + b else: ""',
        'if a == none or b == none: "" else: a + b',
        'a != none and a + "x" == "yx"',
        'a == none or a + "x" == "yx"',
        'if v.reason != none: upper(v.reason) else: ""',
        'if v.next != none and v.next.reason != none: upper(v.next.reason) else: ""',
        "map one in vs if one.reason != none: upper(one.reason)",
        'if a != none: { c = a return upper(c) } else: ""',
        'upper(default(a, "x"))',
    ],
)
def test_a_condition_proves_that_a_value_is_there(expr: str) -> None:
    assert codes(program(expr)) == []


@pytest.mark.parametrize(
    "expr",
    [
        'if b != none: upper(a) else: ""',
        'if a != none or b != none: a + "x" else: ""',
        'if a == none and b == none: "" else: upper(a)',
        'if v.next != none: upper(v.next.reason) else: ""',
        '[if a != none: "" else: "", upper(a)]',
        "map one in vs if one.reason != none: upper(v.reason)",
    ],
)
def test_nothing_else_is_proved(expr: str) -> None:
    assert codes(program(expr)) == ["possibly-none"]


def test_bodies_are_narrowed_in_the_same_way() -> None:
    head = "template t(names: list[text]?) -> text"
    good = "{% if names != none %}{% for n in names %}{{ n }}{% end %}{% else %}no{% end %}"
    bad = "{% if names == none %}no{% end %}{% for n in names %}{{ n }}{% end %}"
    assert codes(f'{head} """{good}"""') == []
    assert codes(f'{head} """{bad}"""') == ["possibly-none"]
