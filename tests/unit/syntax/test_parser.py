import sys

import pytest

from pp_lang.source import SourceFile
from pp_lang.syntax import BinaryExpr, Expr, IfExpr, LiteralExpr, Module, ProgramDecl, parse


def module_of(text: str) -> Module:
    parsed = parse(SourceFile("test.pp", text))
    assert parsed.problems == ()
    assert parsed.module is not None
    return parsed.module


def expr_of(text: str) -> Expr:
    declaration = module_of(f"program main() {{ return {text} }}").declarations[0]
    assert isinstance(declaration, ProgramDecl)
    return declaration.block.result


def shape(expr: Expr) -> object:
    match expr:
        case BinaryExpr(op, left, right):
            return (op, shape(left), shape(right))
        case LiteralExpr(value):
            return value
        case _:
            return type(expr).__name__


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0), ("1_000", 1000), ("1.5", 1.5), ("1e3", 1000.0), ("1.5e-3", 0.0015), ("007", 7)],
)
def test_numbers_have_their_values(text: str, value: float) -> None:
    expr = expr_of(text)
    assert isinstance(expr, LiteralExpr)
    assert (expr.value, type(expr.value)) == (value, type(value))


@pytest.mark.parametrize("text", ["9" * 19, "1e999", "1" * 5000])
def test_numbers_that_cannot_be_kept_are_refused(text: str) -> None:
    parsed = parse(SourceFile("test.pp", f"program main() {{ return {text} }}"))
    assert [one.diagnostic().code for one in parsed.problems] == ["number-too-large"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3", ("+", 1, ("*", 2, 3))),
        ("(1 + 2) * 3", ("*", ("+", 1, 2), 3)),
        ("1 - 2 - 3", ("-", ("-", 1, 2), 3)),
        ("1 < 2 and 3 < 4 or true", ("or", ("and", ("<", 1, 2), ("<", 3, 4)), True)),
        ("1 not in [2]", ("not in", 1, "ListExpr")),
        ("7 // 2 % 2", ("%", ("//", 7, 2), 2)),
    ],
)
def test_operators_bind_as_in_arithmetic(text: str, expected: object) -> None:
    assert shape(expr_of(text)) == expected


def test_else_if_is_an_if_in_the_other_side() -> None:
    expr = expr_of("if true: 1 else if false: 2 else: 3")
    assert isinstance(expr, IfExpr)
    assert isinstance(expr.otherwise, IfExpr)


def test_words_of_declarations_can_be_names() -> None:
    module_of("type T { type: text, model: text, by: int, end: int }")
    module_of("program main(context: text, user: text) { return context + user }")


@pytest.mark.parametrize(
    "word",
    ["answers", "as", "by", "case", "cases", "expect", "extern", "given", "import", "model",
     "soft", "test", "type", "until", "with", "within"],
)  # fmt: skip
def test_a_word_that_may_follow_a_value_can_still_name_what_comes_next(word: str) -> None:
    module_of(f'program main() {{ a = "s" {word} = 1 {word} # note\n = 2 return a }}')
    module_of(f'type T {{ a: "s" {word}: int {word} # note\n : int }}')


def test_soft_is_a_name_where_it_is_compared() -> None:
    module_of('test "t" { expect soft == 1 }')


def test_a_keyword_ends_where_its_word_ends() -> None:
    module_of("program main(ending: int, order: int, android: int) { return ending + order }")
    assert parse(SourceFile("test.pp", "programmain() { return 1 }")).module is None


def test_a_byte_order_mark_is_skipped() -> None:
    text = "\ufeffprogram main() { return 1 }"
    (program,) = module_of(text).declarations
    assert isinstance(program, ProgramDecl)
    assert program.name.span.start == text.index("main")


def test_comments_and_trailing_commas_mean_nothing() -> None:
    module_of("# one\nprogram main(a: int,) { # two\n return [a, { a, }, max([a,],)][0] # three\n}")


def test_docstrings_belong_to_files_and_programs() -> None:
    module = module_of('"""  About all. """\nprogram main() { """About one.""" return 1 }')
    declaration = module.declarations[0]
    assert isinstance(declaration, ProgramDecl)
    assert (module.doc, declaration.block.doc) == ("About all.", "About one.")


def test_mistakes_in_several_declarations_are_all_reported_in_order() -> None:
    text = "".join(f"program p{i}() {{ return [1 2] }}\n" for i in range(5))
    parsed = parse(SourceFile("test.pp", text))
    starts = [one.diagnostic().label.span.start for one in parsed.problems]
    assert len(starts) == 5
    assert starts == sorted(starts)


def test_reports_end_where_they_stop_being_useful() -> None:
    text = "".join(f"program p{i}() {{ return [1 2] }}\n" for i in range(50))
    assert len(parse(SourceFile("test.pp", text)).problems) == 20


@pytest.mark.parametrize(
    "piece",
    [
        'type T{} = text | "a"\n',
        "program p{}(a: int) {{ return [a + 1 * 2, if a > 1: {{ a }} else: {{ a: 2 }}] }}\n",
        'template t{}(a: text) """a {{{{ a }}}} {{% if a == "x" %}}b{{% end %}} # {{# c #}}"""\n',
    ],
)
def test_a_text_of_twice_the_length_takes_twice_the_steps(piece: str) -> None:
    once, twice = (num_calls("".join(map(piece.format, range(n)))) for n in (200, 400))
    assert twice < 2.05 * once


def test_a_declaration_of_twice_the_length_takes_twice_the_steps() -> None:
    for part, form in [
        (" + 1", "program p() {{ return 1{} }}"),
        (", a", "program p(a: int) {{ return [a{}] }}"),
        ("\n  b = a", "program p(a: int) {{{} return a }}"),
        (" {{ a }}", 'context c(a: text) """{}"""'),
        ("\n# note", "type A = text{}"),
    ]:
        once, twice = (num_calls(form.format(part * n)) for n in (50, 100))
        assert twice < 2.1 * once


def num_calls(text: str) -> int:
    """Return how many functions are called while the text is parsed."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event.endswith("call")

    module_of("type Warm = text")
    sys.setprofile(count)
    try:
        parsed = parse(SourceFile("test.pp", text))
    finally:
        sys.setprofile(None)
    assert parsed.module is not None
    return calls
