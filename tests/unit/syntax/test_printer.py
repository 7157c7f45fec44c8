import pytest

from pp_lang.errors import CompileError
from tests.support.formatting import formatted, verify_formatted


def value(text: str) -> str:
    """Return what becomes of an expression that fits on one line."""
    got = verify_formatted(f"program main() {{ return {text} }}")
    return got.removeprefix("program main() {\n  return ").removesuffix("\n}\n")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("(a+b)*c", "(a + b) * c"),
        ("(a*b)+c", "a * b + c"),
        ("a-(b-c)", "a - (b - c)"),
        ("(a-b)-c", "a - b - c"),
        ("not(a and b)", "not (a and b)"),
        ("(not a)and b", "not a and b"),
        ("-(-a)", "--a"),
        ("(-a).b", "(-a).b"),
        ("(a<b)==c", "(a < b) == c"),
        ("a  not   in b", "a not in b"),
        ("(if a:b else:c)+1", "(if a: b else: c) + 1"),
        ("if a:(if b:c else:d)else:e", "if a: if b: c else: d else: e"),
        ("if a:b else:(if c:d else:e)", "if a: b else if c: d else: e"),
        ("map x in(sample 2:y):x", "map x in (sample 2: y): x"),
        ("[((a)),]", "[a]"),
    ],
)
def test_parentheses_stay_only_where_the_tree_needs_them(written: str, printed: str) -> None:
    assert value(written) == printed


@pytest.mark.parametrize("literal", ["1_000", "1.50", "1e3", r'"\u00e9 \n"', '"# no comment"'])
def test_literals_keep_their_form(literal: str) -> None:
    assert value(literal) == literal


def test_a_name_alone_and_a_name_with_its_value_stay_apart() -> None:
    assert value("{a,b:b,}") == "{ a, b: b }"


def test_empty_options_are_left_out() -> None:
    assert value("f(x) {}") == "f(x)"


def test_a_line_of_a_hundred_columns_stays_and_a_longer_one_breaks() -> None:
    name = "x" * (100 - len("  return [, y]"))
    assert value(f"[{name}, y]") == f"[{name}, y]"
    assert value(f"[{name}x, y]") == f"[\n    {name}x,\n    y,\n  ]"


def test_a_declared_record_takes_a_line_for_each_field_where_it_is_long_or_told() -> None:
    assert formatted("type A {\n a: text\n b: int\n}") == "type A { a: text, b: int }\n"
    assert formatted('type A { a: text "told" }') == 'type A {\n  a: text "told"\n}\n'
    assert formatted("type A { a: T, b: T, c: T, d: T }") == (
        "type A {\n  a: T\n  b: T\n  c: T\n  d: T\n}\n"
    )


def test_one_empty_line_stands_between_declarations_and_at_most_one_between_values() -> None:
    assert formatted("\n\ntype A = text\ntype B = int\n\n\n") == "type A = text\n\ntype B = int\n"
    got = formatted("program main() {\n\n a = 1\n\n\n b = 2\n\n return a }")
    assert got == "program main() {\n  a = 1\n\n  b = 2\n\n  return a\n}\n"


def test_a_body_is_kept_byte_for_byte_while_its_declaration_moves() -> None:
    body = '"""\n\t  {{a}}  \n {# x #}{%if a%} # {%end%}\n  """'
    got = formatted(f"template   t(a:bool){body}")
    assert got == f"template t(a: bool) {body}\n"


def test_triple_quotes_inside_a_hole_do_not_end_the_body() -> None:
    body = '"""{{ { """said # so""" return 1 } }} # text"""'
    assert formatted(f"context c(){body}# note") == f"context c() {body}  # note\n"


def test_the_line_ends_of_the_file_are_kept() -> None:
    written = 'type A = text\r\ncontext c() """\r\n  a\r\n"""\r\n# end\r\n'
    assert verify_formatted(written) == (
        'type A = text\r\n\r\ncontext c() """\r\n  a\r\n"""\r\n# end\r\n'
    )


def test_the_line_ends_of_a_prompt_say_nothing_about_those_of_the_file() -> None:
    assert verify_formatted('context c()\r\n"""\n a\n"""') == 'context c() """\n a\n"""\r\n'
    assert verify_formatted('context c() """\r\n a\r\n"""\n') == 'context c() """\r\n a\r\n"""\n'
    assert verify_formatted('context c() """\r\n a"""') == 'context c() """\r\n a"""\r\n'


def test_a_byte_order_mark_is_dropped() -> None:
    assert formatted("\ufefftype A=text") == "type A = text\n"


@pytest.mark.parametrize("text", ["", "\n\n", "# note\n", '"""Doc."""\n'])
def test_a_file_without_declarations_is_fine(text: str) -> None:
    assert verify_formatted(text) == text.lstrip("\n")


def test_a_text_with_mistakes_of_form_is_refused_with_all_of_them() -> None:
    with pytest.raises(CompileError) as caught:
        formatted("type = text\n\nprogram main( { return 1 }\n")
    assert len(caught.value.diagnostics) == 2


def test_deep_nesting_is_no_problem() -> None:
    verify_formatted("program main() { return " + "[" * 50 + "1" + "]" * 50 + " }")
