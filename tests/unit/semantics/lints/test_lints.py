import pytest

from pp_lang.diagnostics import Diagnostic
from pp_lang.semantics import lint, silence
from pp_lang.source import SourceFile
from pp_lang.syntax import parse

RULES = "  Judge only what is said about the food and the service, never the price.\n" * 4


def found(text: str) -> tuple[Diagnostic, ...]:
    source = SourceFile("test.pp", text)
    module = parse(source).module
    assert module is not None
    return silence(lint(module, source), module, source)


def codes(text: str) -> list[str]:
    return [one.code for one in found(text)]


def titles(text: str) -> list[str]:
    return [one.title for one in found(text)]


MAIN = "program main(a: int) {{\n  return {}\n}}\n"


# unused-declaration


@pytest.mark.parametrize(
    ("declaration", "title"),
    [
        ("type A = int\n", "The type `A` is never used"),
        ('model m = "x"\n', "The model `m` is never used"),
        ('template t() """x"""\n', "The template `t` is never used"),
        ('context c() """x"""\n', "The context `c` is never used"),
        ('extern e() -> int = "m:e"\n', "The function `e` is never used"),
    ],
)
def test_what_main_does_not_need_is_unused(declaration: str, title: str) -> None:
    assert titles(declaration + MAIN.format("a")) == [title]


@pytest.mark.parametrize(
    "program",
    [
        'template t() """x"""\n' + MAIN.format("[text(a), t()]"),
        'template t() """x"""\n' + MAIN.format("map x in range(a): t()"),
        'model m = "m"\ntemplate t(a: int) { model: m } """{{ a }}"""\n' + MAIN.format("t(a)"),
        "type A = int\nprogram main(a: A) { return a }\n",
        "type A = int\nprogram main(a: list[A?]) { return a }\n",
        'context c() """x"""\ntemplate t() within c """y"""\n' + MAIN.format("c().t() + text(a)"),
        'template t(xs: list[int]) """{{ xs }}"""\n' + MAIN.format("reduce [a] with t by flat"),
        "program p(f: (int) -> int, a: int) { return f(a) }\n" + MAIN.format("p(x => x, a)"),
    ],
)
def test_what_is_used_in_any_way_is_not_unused(program: str) -> None:
    assert codes(program) == []


def test_a_declaration_that_only_uses_itself_is_unused() -> None:
    assert titles("type A { inner: A? }\n" + MAIN.format("a")) == ["The type `A` is never used"]


def test_a_program_can_be_run_by_its_name() -> None:
    assert codes("program p() { return 1 }\n" + MAIN.format("a")) == []


def test_a_file_without_main_is_there_for_others() -> None:
    assert codes("type A = int\nprogram p() { return 1 }\n") == []


def test_a_parameter_that_its_own_body_does_not_read_is_unused() -> None:
    assert titles('template t(a: int, b: int) """{{ a }}"""\n') == [
        "The parameter `b` is never used"
    ]


def test_a_name_that_begins_with_a_line_is_meant_to_be_unused() -> None:
    assert codes("type _A = int\nprogram main(_a: int) { return 1 }\n") == []


def test_removing_a_declaration_is_offered_and_not_sure() -> None:
    (one,) = found("type A = int\n" + MAIN.format("a"))
    assert [fix.is_safe for fix in one.fixes] == [False]


# hole-before-shared-text


def test_a_hole_before_a_long_text_keeps_it_from_being_shared() -> None:
    (one,) = found(f'template t(a: text) """\n  {{{{ a }}}}\n\n{RULES}"""\n')
    assert one.code == "hole-before-shared-text"
    assert [fix.is_safe for fix in one.fixes] == [True]


@pytest.mark.parametrize(
    "body",
    [
        f"{RULES}  {{{{ a }}}}\n",
        "  {{ a }}\n\n  Judge it.\n",
        f"  {{{{ format }}}}\n{RULES}  {{{{ a }}}}\n",
        f"  {{{{ a }}}}\n  {{% assistant %}}\n{RULES}",
    ],
)
def test_a_hole_after_what_is_the_same_is_well(body: str) -> None:
    assert codes(f'template t(a: text) """\n{body}"""\n') == []


def test_a_hole_that_other_words_point_to_is_not_moved_without_asking() -> None:
    (one,) = found(f'template t(a: text) """\n  {{{{ a }}}}\n\n  Judge this.\n{RULES}"""\n')
    assert [fix.is_safe for fix in one.fixes] == [False]


def test_a_context_is_shared_unless_a_map_opens_it() -> None:
    desk = f'context desk(a: text) """\n  {{{{ a }}}}\n\n{RULES}"""\n'
    ask = 'template ask() within desk """\n  Well?\n"""\n'
    once = "program main(a: text) {\n  return desk(a).ask()\n}\n"
    often = "program main(a: list[text]) {\n  return map x in a: desk(x).ask()\n}\n"
    assert codes(desk + ask + once) == []
    assert codes(desk + ask + often) == ["hole-before-shared-text"]


TALK = (
    'template first(a: text) """\n  Say: {{ a }}\n"""\n'
    f'template again(a: text) within first """\n  {{{{ a }}}}\n\n{RULES}"""\n'
    "program main(texts: list[text]) {\n"
)


@pytest.mark.parametrize(
    "block",
    [
        "  return map x in texts: first(x).again(x)\n}\n",
        '  one = first("a")\n  return [one.again("b"), text(len(texts))]\n}\n',
        "  return map x in texts: {\n    one = first(x)\n    return one.again(x)\n  }\n}\n",
    ],
)
def test_prompts_after_an_answer_of_each_item_have_nothing_in_common(block: str) -> None:
    assert codes(TALK + block) == []


def test_prompts_after_the_same_answer_have_their_beginning_in_common() -> None:
    block = '  one = first("a")\n  return map x in texts: one.again(x)\n}\n'
    assert codes(TALK + block) == ["hole-before-shared-text"]


# format-not-shown


@pytest.mark.parametrize("output", ["{ mood: text }", "list[{ mood: text }]", "A", "A?"])
def test_a_record_that_the_prompt_never_describes_is_hidden(output: str) -> None:
    program = f'type A {{ mood: text }}\ntemplate t() -> {output} """\n  Well?\n"""\n'
    assert codes(program) == ["format-not-shown"]


@pytest.mark.parametrize("body", ["As {{ format }}.", "Say the mood.", "Moods?"])
def test_a_prompt_that_says_the_form_or_a_field_is_well(body: str) -> None:
    assert codes(f'template t() -> {{ mood: text }} """\n  {body}\n"""\n') == []


def test_a_context_may_describe_the_answer() -> None:
    program = 'context c() """\n  Say the mood.\n"""\n'
    program += 'template t() -> { mood: text } within c """\n  Well?\n"""\n'
    assert codes(program) == []


FIRST = 'template first() -> { mood: text } """\n  %s\n"""\n'
AGAIN = 'template again() -> %s within first """\n  Once more.\n"""\n'


@pytest.mark.parametrize("output", ["{ mood: text }", "list[{ mood: text }]", "{ mood: text }?"])
def test_what_goes_on_with_an_answer_of_the_same_form_need_not_describe_it(output: str) -> None:
    assert codes(FIRST % "As {{ format }}." + AGAIN % output) == []
    assert titles(FIRST % "Well?" + AGAIN % output) == [
        "`first` never says what its answer looks like"
    ]


def test_an_answer_of_another_form_tells_nothing_about_this_one() -> None:
    program = FIRST % "As {{ format }}." + AGAIN % "{ mood: text, stars: int }"
    assert titles(program) == ["`again` never says what its answer looks like"]


def test_a_template_may_be_described_in_the_prompt_that_it_goes_on_from() -> None:
    program = FIRST % "As {{ format }}. Later count the stars." + AGAIN % "{ stars: int }"
    assert codes(program) == []


def test_what_another_file_says_around_a_template_is_not_known() -> None:
    program = 'import "desks.pp"\n'
    program += 'template t() -> { mood: text } within desks.desk """\n  Well?\n"""\n'
    program += "program main(desk: desks.desk) {\n  return desk.t()\n}\n"
    assert codes(program) == []


@pytest.mark.parametrize("output", ["text", "int", '"a" | "b"', "list[text]"])
def test_an_answer_without_fields_needs_no_description(output: str) -> None:
    assert codes(f'template t() -> {output} """\n  Well?\n"""\n') == []


# data-in-system-turn


def test_free_text_in_a_system_turn_is_obeyed() -> None:
    program = 'template t(a: text) """\n  {% system %}\n  {{ a }}\n  {% user %}\n  Well?\n"""\n'
    assert titles(program) == ["Free text `a` in a system turn"]


@pytest.mark.parametrize("ty", ["int", '"a" | "b"', "bool"])
def test_a_closed_value_in_a_system_turn_is_well(ty: str) -> None:
    program = (
        'template t(a: {}) """\n  {{% system %}}\n  {{{{ a }}}}\n  {{% user %}}\n  Well?\n"""\n'
    )
    assert codes(program.format(ty)) == []


def test_free_text_in_a_user_turn_is_well() -> None:
    program = 'template t(a: text) """\n  {% system %}\n  Judge.\n  {% user %}\n  {{ a }}\n"""\n'
    assert codes(program) == []


# dependent-items

ASK = 'template ask(a: text) """\n  Is it better than the {} item? {{{{ a }}}}\n"""\n'


def test_a_mapped_prompt_that_speaks_of_other_items_cannot_see_them() -> None:
    program = ASK.format("previous") + "program main(a: list[text]) { return map x in a: ask(x) }\n"
    (one,) = found(program)
    assert one.code == "dependent-items"
    assert program[one.label.span.start : one.label.span.end] == "previous item"


def test_a_prompt_that_is_not_mapped_may_speak_of_other_items() -> None:
    assert codes(ASK.format("previous") + "program main(a: text) { return ask(a) }\n") == []


# reduce-cannot-fit

MERGE = 'template merge(notes: list[text]) """\n  Sum up: {{ notes }}\n"""\n'
REDUCE = "program main(notes: %s) { return reduce notes with merge by %s }\n"


@pytest.mark.parametrize("ty", ["list[text]", "list[text?]", "Notes", "list[Note]"])
def test_any_number_of_texts_of_any_length_may_not_fit(ty: str) -> None:
    types = "type Note = text\ntype Notes = list[Note]\n"
    users = "program _one(a: Note, b: Notes) { return [a] + b }\n"
    assert codes(types + users + MERGE + REDUCE % (ty, "flat")) == ["reduce-cannot-fit"]


@pytest.mark.parametrize(
    ("ty", "mode"),
    [
        ("list[text]", "tree"),
        ("list[text]", "fold"),
        ("list[text](max_items: 9)", "flat"),
        ("list[text(max_chars: 9)]", "flat"),
        ("list[int]", "flat"),
    ],
)
def test_a_merge_with_a_bound_is_well(ty: str, mode: str) -> None:
    assert codes(MERGE + REDUCE % (ty, mode)) == []


# Silence


@pytest.mark.parametrize(
    "program",
    [
        "# pp: allow unused-declaration\ntype A = int\n",
        "type A = int  # pp: allow unused-declaration\n",
        "type A = int  # pp: allow format-not-shown, unused-declaration\n",
    ],
)
def test_a_comment_on_the_line_or_above_allows_a_warning(program: str) -> None:
    assert codes(program + MAIN.format("a")) == []


@pytest.mark.parametrize(
    "program",
    [
        "# pp: allow unused-declaration\n\ntype A = int\n",
        "type A = int  # pp: allow format-not-shown\n",
        "type A = int  # allow unused-declaration\n",
    ],
)
def test_a_comment_elsewhere_or_for_another_code_allows_nothing(program: str) -> None:
    assert codes(program + MAIN.format("a")) == ["unused-declaration"]


def test_a_warning_inside_a_prompt_is_allowed_above_its_declaration() -> None:
    program = 'template t(a: text) """\n  {% system %}\n  {{ a }}\n  {% user %}\n  Well?\n"""\n'
    assert codes("# pp: allow data-in-system-turn\n" + program) == []


# single-braces


def test_a_parameter_in_single_braces_is_found_and_not_called_unused() -> None:
    (one,) = found('template t(name: text) """\n  Hello { name }, {other}.\n"""')
    assert one.code == "single-braces"
    assert one.fixes[0].edits[0].text == "{{ name }}"
    assert not one.fixes[0].is_safe


@pytest.mark.parametrize(
    "body", ["{{ name }}", "{% if name == name %}x{% end %}", "{names} {{ name }}"]
)
def test_what_shows_a_parameter_or_names_none_is_fine(body: str) -> None:
    assert codes(f'template t(name: text) """\n  {body}\n"""') == []
