"""Who goes first, and what it saves.

The fake model writes a word a step, so steps can be counted.
"""

import random
from typing import Any

from pp_lang.engine import EngineConfig, FakeSettings
from pp_lang.evaluation import Value
from pp_lang.runtime import ModelUse
from tests.support.runtime_builders import PretendModels, run

ECHO = FakeSettings(answers=lambda prompt: prompt.split("Echo ")[1].split("<|")[0].strip())
T = 'template echo(a: text) -> text { max_tokens: 200 } """Echo {{ a }}"""\n'
MAP = T + "program main(xs: list[text]) { return map x in xs: echo(x) }"


def words(count: int) -> str:
    return " ".join(["sun"] * count)


def use_of(
    source: str, cells: int = 20_000, **inputs: Any
) -> tuple[ModelUse, Value]:  # Any: whatever a program takes
    """Return what a model of width 16 did, and the result."""
    outcome = run(source, PretendModels(ECHO, EngineConfig(max_width=16, cells=cells)), **inputs)
    (use,) = outcome.statistics.models
    return use, outcome.value


def test_a_map_of_mixed_lengths_has_a_short_tail() -> None:
    rng = random.Random(1)
    items = [words(rng.choice([3, 4, 5, 6, 8, 10, 60])) for _ in range(80)]
    use, value = use_of(MAP, xs=items)
    assert value == items
    assert use.steps <= 90  # one after the other as they come: 120; 16 at every step: 74


def test_long_items_at_the_end_of_a_list_do_not_wait_for_the_short_ones() -> None:
    use, _ = use_of(MAP, xs=[words(5)] * 64 + [words(60)] * 2)
    assert use.steps <= 70  # as they come: 86


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
    docs = [f"d{n} {words(100)}" for n in range(40)]
    use, _ = use_of(source, cells=1500, docs=docs, q=words(8))
    roomy, _ = use_of(source, docs=docs, q=words(8))
    assert use.prefilled_tokens == roomy.prefilled_tokens
    assert use.restored_tokens == 0
    assert use.steps <= 2 * roomy.steps


def test_the_same_run_does_the_same_steps() -> None:
    items = [words(n % 17 + 1) for n in range(100)]
    first, again = (use_of(MAP, xs=items) for _ in range(2))
    assert first[1] == again[1]
    assert first[0].steps == again[0].steps
    assert first[0].cells_peak == again[0].cells_peak
