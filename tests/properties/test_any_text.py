from hypothesis import example, given
from hypothesis import strategies as st

from pp_lang.compiler import compile_source
from pp_lang.source import SourceFile
from tests.support.laws import compile_or_explain
from tests.support.programs import broken_programs, good_programs, grammar_texts
from tests.support.written import written_files


@given(st.text(max_size=200))
@example("\ufeff")
@example("program main() { return 1 }\0")
@example("(" * 5000)
@example("program main() { return " + "-" * 5000 + "1 }")
@example("program main() { return " + "[" * 3000 + "]" * 3000 + " }")
@example("program main() { return 1" + " + 1" * 3000 + " }")
@example("program main() { return x" + ".y" * 3000 + " }")
@example("type A = " + "list[" * 3000 + "text" + "]" * 3000)
@example('template a() -> text """' + "{% if true %}" * 1000 + "x" + "{% end %}" * 1000 + '"""')
@example('template a() -> text """{% if true %}x' + "{% else if true %}y" * 2000 + '{% end %}"""')
@example("program main() { return " + "9" * 5000 + " }")
@example('template t() -> text """\n' + "{{" * 3000)
@example("".join(f"type T{i} = {{ a: T{i + 1} }}\n" for i in range(500)) + "type T500 = text")
@example(
    "type T0 = int\n" + "".join(f"type T{i + 1} = {{ a: T{i}, b: T{i} }}\n" for i in range(60))
)
@example(
    "".join(f"program p{i}(a: int) {{ return p{i + 1}(a) }}\n" for i in range(1500))
    + "program p1500(a: int) { return a }"
)
@example(
    "".join(f'context c{i + 1}(a: text) within c{i} """x"""\n' for i in range(500))
    + 'context c0(a: text) """x"""'
)
def test_any_text_compiles_or_is_explained(text: str) -> None:
    compile_or_explain(text)


@given(broken_programs())
def test_a_damaged_program_compiles_or_is_explained(text: str) -> None:
    compile_or_explain(text)


@given(grammar_texts())
def test_text_made_from_the_grammar_compiles_or_is_explained(text: str) -> None:
    compile_or_explain(text)


@given(written_files())
def test_text_of_every_form_compiles_or_is_explained(text: str) -> None:
    compile_or_explain(text)


@given(good_programs())
def test_a_program_without_mistakes_compiles_to_graphs_that_hold(text: str) -> None:
    assert compile_or_explain(text)


@given(good_programs())
def test_compiling_twice_gives_equal_graphs(text: str) -> None:
    source = SourceFile("twice.pp", text)
    assert compile_source(source).region("main") == compile_source(source).region("main")
