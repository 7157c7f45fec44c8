"""Who goes first, and what it saves.

The fake model writes a word a step, so steps can be counted.
"""

import random

from pp_lang.engine import EngineConfig, FakeSettings
from pp_lang.evaluation import Value
from pp_lang.runtime import ModelUse
from pp_lang.runtime.urgency import urgencies
from tests.support.runtime_builders import PretendModels, compile_text, run

ECHO = FakeSettings(answers=lambda prompt: prompt.split("Echo ")[1].split("<|")[0].strip())
T = 'template echo(a: text) -> text { max_tokens: 200 } """Echo {{ a }}"""\n'
MAP = T + "program main(xs: list[text]) { return map x in xs: echo(x) }"


def words(count: int) -> str:
    return " ".join(["sun"] * count)


def use_of(source: str, cells: int = 20_000, **inputs: Value) -> tuple[ModelUse, Value]:
    """Return what a model of width 16 did, and the result."""
    outcome = run(source, PretendModels(ECHO, EngineConfig(max_width=16, cells=cells)), **inputs)
    (use,) = outcome.statistics.models
    return use, outcome.value


def test_a_step_is_as_urgent_as_the_chain_that_it_begins_is_long() -> None:
    source = T + (
        "program main(a: text, xs: list[text]) {\n"
        "  first = echo(a)\n  second = echo(first)\n  many = map x in xs: echo(x)\n"
        "  last = echo(second)\n  return { last, many }\n}"
    )
    assert urgencies(compile_text(source).region("main")) == {
        "main/first": 3,
        "main/second": 2,
        "main/last": 1,
        "main/many[]": 1,
    }


def test_all_steps_of_an_item_are_as_urgent_as_its_first() -> None:
    source = T + (
        "program main(xs: list[text]) {\n"
        "  many = map x in xs: {\n    a = echo(x)\n    return echo(a)\n  }\n"
        "  return echo(many[0])\n}"
    )
    assert set(urgencies(compile_text(source).region("main")).values()) == {3, 1}


def test_what_waits_for_a_called_program_counts_for_what_is_inside() -> None:
    source = T + (
        "program inner(a: text) {\n  b = echo(a)\n  return echo(b)\n}\n"
        "program main(a: text) {\n  b = inner(a)\n  return echo(b)\n}"
    )
    assert sorted(urgencies(compile_text(source).region("main")).values()) == [1, 2, 3]


def test_a_map_of_mixed_lengths_has_a_short_tail() -> None:
    rng = random.Random(1)
    items = [words(rng.choice([3, 4, 5, 6, 8, 10, 60])) for _ in range(80)]
    use, value = use_of(MAP, xs=list(items))
    assert value == items
    assert use.steps <= 90  # one after the other as they come: 120; 16 at every step: 74


def test_long_items_at_the_end_of_a_list_do_not_wait_for_the_short_ones() -> None:
    use, _ = use_of(MAP, xs=[words(5)] * 64 + [words(60)] * 2)
    assert use.steps <= 70  # as they come: 86


def test_a_chain_beside_a_wide_map_ends_with_it() -> None:
    chain = T + (
        "program main(xs: list[text], c: text) {\n  many = map x in xs: echo(x)\n"
        "  c1 = echo(c)\n  c2 = echo(c1)\n  c3 = echo(c2)\n  c4 = echo(c3)\n  c5 = echo(c4)\n"
        "  return { many, c5 }\n}"
    )
    items: list[Value] = [words(10)] * 80
    alone, _ = use_of(MAP, xs=items)
    both, _ = use_of(chain, xs=items, c=words(9))
    assert both.steps <= alone.steps + 12  # as they come: 32 more


def test_items_with_contexts_of_their_own_use_what_is_in_the_memory_first() -> None:
    source = '''
context article(doc: text) """
  {{ doc }}
"""
template ask(q: text) -> text within article { max_tokens: 40 } """Echo {{ q }}"""
program main(docs: list[text], q: text) {
  return map d in docs: {
    a = article(d)
    x = a.ask(q)
    y = a.ask(x)
    return { x, y }
  }
}
'''
    docs: list[Value] = [f"d{n} {words(100)}" for n in range(40)]
    use, _ = use_of(source, cells=1500, docs=docs, q=words(8))
    roomy, _ = use_of(source, docs=docs, q=words(8))
    assert use.prefilled_tokens == roomy.prefilled_tokens
    assert use.restored_tokens == 0
    assert use.steps <= 2 * roomy.steps


def test_the_same_run_does_the_same_steps() -> None:
    items: list[Value] = [words(n % 17 + 1) for n in range(100)]
    first, again = (use_of(MAP, xs=items) for _ in range(2))
    assert first[1] == again[1]
    assert first[0].steps == again[0].steps
    assert first[0].cells_peak == again[0].cells_peak
