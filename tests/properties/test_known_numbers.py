"""No value that a program computes lies outside the bounds that are known for it."""

import math
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pp_lang.errors import CompileError, RunError
from pp_lang.evaluation import evaluate
from pp_lang.evaluation.environment import Environment
from pp_lang.semantics import TypedBlock
from pp_lang.semantics.known_numbers import known_interval
from pp_lang.semantics.subtypes import is_assignable
from pp_lang.semantics.ty import INT, plain
from tests.support.front import compiled

PARAMETERS = {
    "a": "int(-3..4)",
    "b": "int(0..2)",
    "big": "int(min: 9007199254740991)",
    "c": "float(-1.5..2)",
    "d": "float(0..1)",
    "x": "float",
    "n": "int",
    "few": "list[int(1..3)](max_items: 3)",
    "some": "list[float(0..1)](min_items: 1)",
    "maybe": "int(5..7)?",
}
CONSTANTS = ("0", "1", "-2", "7", "0.5", "3.0", "0.1", "9007199254740993", "1e17")
WHOLE = ("a", "b", "big", "n", "2", "-1", "5")
SUFFIXES = st.integers(0, 10**9)
"""Names are different, nearly always."""


def number_forms(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pair = st.tuples(inner, inner)
    named = st.tuples(inner, inner, SUFFIXES)
    return st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda p: f"({p[0]} {p[1]} {p[2]})"),
        st.tuples(st.sampled_from(WHOLE), st.sampled_from(["//", "%"]), st.sampled_from(WHOLE)).map(
            lambda p: f"({p[0]} {p[1]} {p[2]})"
        ),
        inner.map(lambda one: f"(-{one})"),
        inner.map(lambda one: f"abs({one})"),
        inner.map(lambda one: f"round({one})"),
        inner.map(lambda one: f"(round({one}) // (b + 1))"),
        inner.map(lambda one: f"(round({one}) % 7)"),
        pair.map(lambda p: f"min([{p[0]}, {p[1]}])"),
        pair.map(lambda p: f"max([{p[0]}, {p[1]}])"),
        pair.map(lambda p: f"max(few + [{p[0]}, {p[1]}])"),
        inner.map(lambda one: f"min([{one}] + some)"),
        pair.map(lambda p: f"sum([{p[0]}, {p[1]}])"),
        named.map(lambda p: f"sum(map i{p[2]} in few: i{p[2]} * {p[0]} + {p[1]})"),
        pair.map(lambda p: f"(if a > b: {p[0]} else: {p[1]})"),
        named.map(lambda p: f"(match {p[0]}: {{ case 1: {p[1]} case o{p[2]}: o{p[2]} }})"),
        named.map(
            lambda p: (
                f"{{ y{p[2]} = {p[0]} z{p[2]} = [y{p[2]}, {p[1]}] "
                f"return z{p[2]}[0] - y{p[2]} * z{p[2]}[1] }}"
            )
        ),
        inner.map(lambda one: f"default(maybe, {one})"),
        inner.map(lambda one: f"default(first(sort(few)), {one})"),
        inner.map(lambda one: f"max([{one}, len(few), count(few, 1), len(few + [1])])"),
        named.map(lambda p: f"sum(map i{p[2]} in range(b + 2): i{p[2]} + {p[0]})"),
    )


LEAVES = st.sampled_from([*CONSTANTS, "a", "b", "big", "c", "d", "x", "n", "len(few)", "sum(few)"])
NUMBERS = st.recursive(LEAVES, number_forms, max_leaves=6)

INT_OR_FLOAT = st.one_of(
    st.floats(-1e18, 1e18), st.integers(-(10**18), 10**18), st.sampled_from([2**53 + 1])
)
VALUES = st.fixed_dictionaries(
    {
        "a": st.integers(-3, 4),
        "b": st.integers(0, 2),
        "big": st.integers(2**53 - 1, 2**54),
        "c": st.one_of(st.floats(-1.5, 2), st.integers(-1, 2)),
        "d": st.one_of(st.floats(0, 1), st.integers(0, 1)),
        "x": INT_OR_FLOAT,
        "n": st.integers(-5, 5),
        "few": st.lists(st.integers(1, 3), max_size=3),
        "some": st.lists(st.floats(0, 1), min_size=1, max_size=3),
        "maybe": st.one_of(st.none(), st.integers(5, 7)),
    }
)


def block_of(expr: str) -> TypedBlock:
    params = ", ".join(f"{name}: {ty}" for name, ty in PARAMETERS.items())
    body = compiled(f"program main({params}) {{ return {expr} }}").module.programs["main"].body
    assert isinstance(body, TypedBlock)
    return body


@given(NUMBERS, st.lists(VALUES, min_size=1, max_size=5))
def test_a_value_lies_within_the_bounds_that_are_known(
    expr: str, inputs: list[dict[str, Any]]
) -> None:
    try:
        block = block_of(expr)
    except CompileError as error:
        # Nested too deep, a case for what never comes, or the same name drawn inside itself.
        assume(not any(word in str(error) for word in ("nested", "never", "twice")))
        raise
    known = known_interval(block)
    for values in inputs:
        try:
            value = evaluate(block, Environment(dict(values)))
        except RunError:
            continue
        assert isinstance(value, int | float)
        assert not math.isnan(value)
        assert known.low is None or value >= known.low
        assert known.high is None or value <= known.high
        if is_assignable(plain(block.ty), INT):
            assert isinstance(value, int)


@pytest.mark.parametrize(
    ("expr", "low", "high"),
    [
        ("min([200, 20 * (len(few) + 1)])", 20, 80),
        ("abs(a)", 0, 4),
        ("a * b", -6, 8),
        ("-a", -4, 3),
        ("a - b", -5, 4),
        ("n % 5", 0, 4),
        ("big // 2", 4503599627370495, None),
        ("few[0] + few[1]", 2, 6),
        ("max(few + [b])", 0, 3),
        ("sum(few)", 0, None),
        ("default(maybe, 1)", 1, 7),
        ("d / 4", 0, 0.25),
        ("round(c * 2)", -3, 4),
        ("if n > 1: 3 else: b", 0, 3),
        ("match b: { case 0: 5 case y: y }", 1, 5),
        ("x * 0", None, None),
        ("n + 1", None, None),
    ],
)
def test_bounds_are_as_narrow_as_they_can_simply_be(
    expr: str, low: float | None, high: float | None
) -> None:
    known = known_interval(block_of(expr))
    assert (known.low, known.high) == (low, high)


def test_the_types_stay_simple() -> None:
    assert str(block_of("[min([200, b]), a + 1]").ty) == "list[int]"
