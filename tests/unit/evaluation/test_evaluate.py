"""Expressions to values."""

import pytest

from pp_lang.errors import RunError
from pp_lang.evaluation import Answer, Environment, Scores, Value, evaluate
from pp_lang.semantics import BOOL, TypedBinary, TypedLiteral, TypedName, TypedScore
from pp_lang.source import Span
from tests.support.runtime_builders import value_of

NOWHERE = Span(0, 0)


@pytest.mark.parametrize(
    ("expr", "expected"),
    [
        ("1 + 2 * 3", 7),
        ("7 / 2", 3.5),
        ("6 / 2", 3.0),
        ("7 // 2", 3),
        ("-7 % 3", 2),
        ('"a" + "b"', "ab"),
        ("[1] + [2, 3]", [1, 2, 3]),
        ("-(2 - 5)", 3),
        ('"b" in ["a", "b"]', True),
        ('"x" not in "axe"', False),
        ("[1, 2, 3][-1]", 3),
        ("{ a: 1, b: 2 }.b", 2),
        ("1 < 2 and not (2 <= 1)", True),
        ('if 2 > 1: "more" else: "less"', "more"),
    ],
)
def test_an_expression_gives_its_value(expr: str, expected: Value) -> None:
    found = value_of(f"return {expr}")
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("expr", "expected"),
    [
        ('len("abc")', 3),
        ("len([1, 2])", 2),
        ('join(["a", "b"], ", ")', "a, b"),
        ('lower("AbC")', "abc"),
        ('upper("AbC")', "ABC"),
        ('trim("  a ")', "a"),
        ('lines("a\\n\\n  b ")', ["a", "b"]),
        ('split("a-b", "-")', ["a", "b"]),
        ("unique([1, 2, 1])", [1, 2]),
        ("unique([[1], [1], [2]])", [[1], [2]]),
        ('count(["a", "b", "a"], "a")', 2),
        ("sum([1, 2])", 3),
        ("sum([0.5, 2.5])", 3.0),
        ("min([3, 1, 2])", 1),
        ("max([3, 1, 2])", 3),
        ("round(2.567, 1)", 2.6),
        ("round(2.567)", 3),
        ("range(round(1.6))", [0, 1]),
        ("range(3)", [0, 1, 2]),
        ("flatten([[1], [2, 3]])", [1, 2, 3]),
        ('sort(["b", "a"])', ["a", "b"]),
        ('contains("market", "ark")', True),
        ('replace("a-b-c", "-", "+")', "a+b+c"),
        ("text(2.0)", "2"),
        ("text(true)", "true"),
        ('default(number("x"), 1.0)', 1.0),
        ('number(" 2.5 ")', 2.5),
        ('number("1_000")', None),
        ('number("inf")', None),
        ("first([7, 8])", 7),
        ("abs(-3)", 3),
        ("log(exp(2.0))", 2.0),
        ("take([1, 2, 3], 2)", [1, 2]),
        ("take([1, 2, 3], -1)", []),
        ("drop([1, 2, 3], 2)", [3]),
        ("drop([1, 2, 3], -1)", [1, 2, 3]),
        ("reverse([1, 2])", [2, 1]),
        ("order([3, 1, 3, 2])", [1, 3, 0, 2]),
        ('order(["b", "a"])', [1, 0]),
        ('groups(["a", "b", "a"])', [[0, 2], [1]]),
        ("groups([[1], [2], [1]])", [[0, 2], [1]]),
        ('first_match("room 12 of 40", "[0-9]+")', "12"),
        ('first_match("room 12", "room ([0-9]+)")', "12"),
        ('first_match("room", "[0-9]")', None),
        ('all_matches("1 and 2", "[0-9]")', ["1", "2"]),
    ],
)
def test_a_function_of_the_prelude_gives_its_value(expr: str, expected: Value) -> None:
    assert value_of(f"return {expr}") == expected


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("return 1 / (n - n)", "division by zero"),
        ("return 1 // (n - n)", "division by zero"),
        ("return 1 % (n - n)", "division by zero"),
        ("return range(n)[9]", "there is no item [9]: the list has 3 items"),
        ("return range(n - n)[0]", "there is no item [0]: the list is empty"),
        ("return min(range(n - n))", "`min` of an empty list"),
        ("return max(range(n - n))", "`max` of an empty list"),
        ("return range(n * 100000000)", "`range(300000000)` is longer than 10,000,000 items"),
        ("return log(n - n)", "`log` of 0, which is not above 0"),
        ("return exp(n * 1000)", "`exp(3000)` is too large"),
        (
            'return first_match("a", "(")',
            (
                "`first_match` cannot read the pattern `(`: "
                "missing ), unterminated subpattern at position 0"
            ),
        ),
        (
            'return all_matches(join(map i in range(n * 50000): "a", ""), "a")',
            "`all_matches` searches texts up to 100,000 characters",
        ),
        ("return 1e300 * 1e300 * n", "the number is too large"),
        ("return sum([1e308, 1e308, 1.0 * n])", "the number is too large"),
        (
            "a0 = n * 999999999999999\n"
            + "\n".join(f"a{i + 1} = a{i} * a{i}" for i in range(9))
            + "\nreturn a9",
            "the number is too large: it has more than 4,000 digits",
        ),
        (
            'return json_at("{}", "a b")',
            "`json_at` cannot read the path `a b` from ` b` on",
        ),
        ('return split("a", "")', "`split` needs a separator that is not empty"),
    ],
)
def test_what_the_values_do_not_allow_is_a_run_error(body: str, message: str) -> None:
    with pytest.raises(RunError) as caught:
        value_of(body, "n: int", n=3)
    assert caught.value.message == message


def test_and_looks_at_its_right_side_only_when_it_must() -> None:
    assert value_of("return n != 3 and 1 // (n - 3) > 0", "n: int", n=3) is False
    assert value_of("return n == 3 or 1 // (n - 3) > 0", "n: int", n=3) is True


def test_true_is_not_one() -> None:
    left, right = TypedLiteral(True, BOOL, NOWHERE), TypedLiteral(1, BOOL, NOWHERE)
    equal = TypedBinary("==", left, right, BOOL, NOWHERE)
    assert evaluate(equal, Environment()) is False


def test_an_answer_of_a_model_is_used_as_its_value_and_asked_for_its_scores() -> None:
    scores = Scores(-0.5, -1.0, 2, 0.25, (("happy", 0.25), ("angry", 0.75)))
    env = Environment({"mood": Answer("angry", "angry ", scores)})
    mood = TypedName("mood", BOOL, NOWHERE)
    angry = TypedLiteral("angry", BOOL, NOWHERE)
    assert evaluate(TypedBinary("==", mood, angry, BOOL, NOWHERE), env) is True
    asked = {
        "probability": 0.75,
        "probabilities": [
            {"value": "happy", "probability": 0.25},
            {"value": "angry", "probability": 0.75},
        ],
        "logprob": -0.5,
        "log_likelihood": -1.0,
        "tokens": 2,
        "entropy": 0.25,
        "raw": "angry ",
    }
    for name, value in asked.items():
        assert evaluate(TypedScore(mood, name, BOOL, NOWHERE), env) == value


def test_an_inner_scope_sees_the_outer_one() -> None:
    outer = Environment({"a": 1})
    inner = outer.child({"b": 2})
    assert (inner.get("a"), inner.get("b")) == (1, 2)


def test_named_values_of_a_block_are_values_of_the_block() -> None:
    assert value_of("a = b + 1\nb = 2\nreturn a * b") == 6
