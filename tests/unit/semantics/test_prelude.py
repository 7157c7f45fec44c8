import pytest

from pp_lang.semantics import BUILTINS
from tests.support.front import codes, compiled

PARAMETERS = (
    "t: text, n: int, f: float, o: text?, ts: list[text], ns: list[int], nested: list[list[int]]"
)


def type_of(expr: str) -> str:
    program = compiled(f"program main({PARAMETERS}) {{ return {expr} }}").module.programs["main"]
    return str(program.output)


RESULTS = [
    ("abs(n)", "int"),
    ("abs(f)", "float"),
    ("drop(ts, n)", "list[text]"),
    ("exp(n)", "float"),
    ("first_match(t, t)", "text?"),
    ("all_matches(t, t)", "list[text]"),
    ("json_at(t, t)", "text?"),
    ("groups(ts)", "list[list[int(min: 0)]]"),
    ("log(n)", "float"),
    ("order(ts)", "list[int(min: 0)]"),
    ("reverse(ns)", "list[int]"),
    ("take(ns, 2)", "list[int]"),
    ("contains(t, t)", "bool"),
    ("count(ts, t)", "int"),
    ("default(o, t)", "text"),
    ("first(ts)", "text?"),
    ("flatten(nested)", "list[int]"),
    ("join(ts, t)", "text"),
    ("len(t)", "int(min: 0)"),
    ("len(ts)", "int(min: 0)"),
    ("lines(t)", "list[text]"),
    ("lower(t)", "text"),
    ("max(ns)", "int"),
    ("min([1.5])", "float"),
    ("number(t)", "float?"),
    ("range(n)", "list[int(min: 0)]"),
    ("replace(t, t, t)", "text"),
    ("round(f)", "int"),
    ("round(f, 2)", "float"),
    ("sort(ts)", "list[text]"),
    ("split(t, t)", "list[text]"),
    ("sum(ns)", "int"),
    ("text(ns)", "text"),
    ("trim(t)", "text"),
    ("unique(ns)", "list[int]"),
    ("upper(t)", "text"),
    ("n / n", "float"),
    ("n // n", "int"),
    ("n + f", "float"),
    ("ts + ts", "list[text]"),
    ("t in ts", "bool"),
    ("-n", "int"),
    ("ts[0]", "text"),
    ("nested[0][0]", "int"),
    ("if n > 0: n else: f", "float"),
    ("if n > 0: t else: none", "text?"),
    ("map x in ns: x * 1.5", "list[float]"),
    ("sample n: t", "list[text]"),
]


@pytest.mark.parametrize(("expr", "expected"), RESULTS)
def test_an_expression_has_its_type(expr: str, expected: str) -> None:
    assert type_of(expr) == expected


def test_every_function_is_typed_by_a_case_above() -> None:
    tried = {expr.split("(")[0] for expr, _ in RESULTS}
    assert set(BUILTINS) - tried == set()


@pytest.mark.parametrize(
    "expr",
    ["upper(n)", "len(n)", "sum(ts)", "join(ns, t)", "flatten(ns)", "sort(nested)", "round(t)"],
)
def test_a_function_refuses_values_of_other_types(expr: str) -> None:
    assert codes(f"program main({PARAMETERS}) {{ return {expr} }}") == ["wrong-type"]


def test_a_value_may_have_the_name_of_a_function_that_is_still_called() -> None:
    text = "program main(text: text) { count = count([text], text(1)) return count }"
    assert str(compiled(text).module.programs["main"].output) == "int"
