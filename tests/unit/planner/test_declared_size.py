"""Sizes of declarations, counted one token a word."""

from pp_lang.engine import Cut, Prompt, PromptSize
from pp_lang.planner import DeclaredSize, measure_declaration
from tests.support.front import compiled

PROGRAM = '''
context desk(policy: text) """
  You work at a desk. {{ policy }}
"""
template reply(tone: text) -> text within desk """
  Write a reply. Its tone is {{ tone }} today.
"""
template hello() """
  Say hello.
"""
program main(policy: text) { return desk(policy).reply("calm") + hello() }
'''


def count_words(prompt: Prompt) -> PromptSize:
    sizes = [0]
    for turn in prompt.turns:
        for part in turn.parts:
            if isinstance(part, Cut):
                sizes.append(0)
            else:
                sizes[-1] += len(part.text.split())
    return PromptSize(tuple(sizes))


def test_what_stands_before_the_first_hole_of_a_template_is_shared() -> None:
    size = measure_declaration(compiled(PROGRAM).module, "reply", count_words)
    assert size == DeclaredSize(total=5 + 6 + 1, shared=5 + 6)


def test_a_context_is_shared_as_a_whole() -> None:
    size = measure_declaration(compiled(PROGRAM).module, "desk", count_words)
    assert size == DeclaredSize(total=5, shared=5)


def test_a_prompt_without_holes_or_context_has_no_shared_part() -> None:
    size = measure_declaration(compiled(PROGRAM).module, "hello", count_words)
    assert size == DeclaredSize(total=2, shared=0)


def test_a_program_has_no_prompt() -> None:
    assert measure_declaration(compiled(PROGRAM).module, "main", count_words) is None
