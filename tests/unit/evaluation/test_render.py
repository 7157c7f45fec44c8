"""Calls to prompts: turns, provenance, cuts."""

import pytest

from pp_lang.engine import Cut, Piece, Prompt, Turn
from pp_lang.errors import RunError
from pp_lang.evaluation import ContextValue, Value, render_call, render_context
from tests.support.runtime_builders import compile_text


def own(text: str) -> Piece:
    return Piece(text, is_trusted=True)


def data(text: str) -> Piece:
    return Piece(text, is_trusted=False)


def user(*parts: Piece | Cut) -> Turn:
    return Turn("user", parts)


CUT = Cut()


def prompt_of(
    source: str,
    parent: ContextValue | None = None,
    *,
    is_sampled: bool = False,
    **args: Value,
) -> Prompt:
    module = compile_text(source).module
    return render_call(module, module.templates["t"], parent, args, is_sampled=is_sampled)


def test_the_author_is_trusted_and_data_is_not() -> None:
    prompt = prompt_of('template t(a: text) -> text """Say {{ a }} now."""', a="x")
    assert prompt == Prompt((user(own("Say "), CUT, data("x"), own(" now.")),))


def test_format_is_the_authors_and_lies_before_the_cut() -> None:
    prompt = prompt_of('template t(a: text) -> int """As {{ format }}: {{ a }}"""', a="x")
    assert prompt == Prompt((user(own("As a whole number: "), CUT, data("x")),))


def test_a_prompt_that_begins_with_data_has_no_cut() -> None:
    prompt = prompt_of('template t(a: text) -> text """{{ a }} is what?"""', a="x")
    assert prompt == Prompt((user(data("x"), own(" is what?")),))


def test_a_context_comes_first_and_ends_with_a_cut() -> None:
    source = '''
context c(a: text) """
  Policy:
  {{ a }}
"""
template t(b: text) -> text within c """
  Judge:
  {{ b }}
"""
'''
    parent = ContextValue("c", None, (("a", "be kind"),))
    assert prompt_of(source, parent, b="x") == Prompt(
        (user(own("Policy:\n"), data("be kind"), CUT, own("\n\nJudge:\n"), CUT, data("x")),)
    )
    shared = render_context(compile_text(source).module, parent)
    assert shared == Prompt((user(own("Policy:\n"), data("be kind"), CUT),))


def test_contexts_nest() -> None:
    source = '''
context a() """One."""
context b(n: int) within a """Two {{ n }}."""
template t() -> text within b """Three."""
'''
    parent = ContextValue("b", ContextValue("a", None, ()), (("n", 2),))
    assert prompt_of(source, parent) == Prompt(
        (user(own("One."), CUT, own("\n\nTwo "), data("2"), own("."), CUT, own("\n\nThree.")),)
    )


def test_role_tags_open_turns_and_empty_ones_vanish() -> None:
    source = '''
template t(a: text) -> text """
  {% system %}
  Be short.
  {% user %}
  Hi
  {% assistant %}
  Hello
  {% user %}
  {{ a }}
"""
'''
    assert prompt_of(source, a="x") == Prompt(
        (
            Turn("system", (own("Be short."),)),
            user(own("Hi")),
            Turn("assistant", (own("Hello"),)),
            user(CUT, data("x")),
        )
    )


def test_a_system_turn_of_a_context_is_followed_by_the_users() -> None:
    source = '''
context c() """
  {% system %}
  Be short.
"""
template t(a: text) -> text within c """{{ a }}"""
'''
    assert prompt_of(source, ContextValue("c", None, ()), a="x") == Prompt(
        (Turn("system", (own("Be short."), CUT)), user(data("x")))
    )


def test_white_space_of_data_stays_and_that_of_the_author_goes() -> None:
    source = 'template t(a: text) -> text """\n\n  Read:\n  {{ a }}\n\n"""'
    assert prompt_of(source, a=" x\n") == Prompt((user(own("Read:\n"), CUT, data(" x\n")),))


def test_loops_and_conditions_are_data_driven() -> None:
    source = '''
template t(notes: list[text], loud: bool) -> text """
  Notes:
  {% for note in notes %}
  - {{ note }}
  {% end %}
  {% if loud %}
  Shout!
  {% end %}
"""
'''
    assert prompt_of(source, notes=["a", "b"], loud=True) == Prompt(
        (
            user(
                own("Notes:\n"),
                CUT,
                own("- "),
                data("a"),
                own("\n- "),
                data("b"),
                own("\nShout!"),
            ),
        )
    )
    quiet = prompt_of(source, notes=[], loud=False)
    assert quiet == Prompt((user(own("Notes:"), CUT),))


def test_a_sampled_prompt_is_cut_at_its_end() -> None:
    source = 'template t(a: text) -> text """Say {{ a }}"""'
    assert prompt_of(source, is_sampled=True, a="x") == Prompt(
        (user(own("Say "), CUT, data("x"), CUT),)
    )


def test_a_hole_that_cannot_be_computed_is_a_run_error() -> None:
    with pytest.raises(RunError):
        prompt_of('template t(a: list[text]) -> text """{{ a[3] }}"""', a=["x"])


def test_data_can_be_left_out_and_what_the_author_wrote_stays() -> None:
    source = '''
template t(a: text, xs: list[text]) -> bool """
  {{ format }}: {{ a }}{% for x in xs %}, {{ x }}{% end %}{{ "!" }}
"""'''
    module = compile_text(source).module
    args: dict[str, Value] = {"a": "some", "xs": ["data", "here"]}
    prompt = render_call(module, module.templates["t"], None, args, shown="N/A")
    shown = "".join(part.text for part in prompt.turns[0].parts if isinstance(part, Piece))
    assert shown == "one of: true, false: N/A, N/A, N/A!"


def test_data_of_a_context_is_never_left_out() -> None:
    source = '''
context c(a: text) """About {{ a }}:"""
template t(b: text) -> bool within c """{{ b }}"""'''
    module = compile_text(source).module
    about = ContextValue("c", None, (("a", "tea"),))
    prompt = render_call(module, module.templates["t"], about, {"b": "x"}, shown="")
    shown = [part.text for part in prompt.turns[0].parts if isinstance(part, Piece)]
    assert "tea" in shown
    assert "x" not in shown
