"""Long lists need no more of the model's memory, and of ours, than short ones."""

import gc

import pytest

from pp_lang.engine import EngineConfig, FakeSettings, open_fake_model
from pp_lang.engine.prefix_tree import PrefixNode
from pp_lang.engine.sequence import Sequence
from pp_lang.evaluation import Value
from pp_lang.planner import make_plan
from pp_lang.runtime import NodeProgress, RunEvent
from tests.support.runtime_builders import PretendModels, compile_text, run

SOURCE = '''
context desk() """
  You work at a desk.
"""
template echo(a: text) -> text within desk { max_tokens: 4 } """Echo {{ a }}"""
program main(xs: list[text]) {
  office = desk()
  return map x in xs: office.echo(x)
}
'''
ECHO = FakeSettings(answers=lambda prompt: prompt.split("Echo ")[1].split("<|")[0].strip())


def test_ten_thousand_items_go_through_a_small_cache_without_growth() -> None:
    models = PretendModels(ECHO, EngineConfig(cells=160, max_width=8))
    counts: list[tuple[int, int, int]] = []

    def count(event: RunEvent) -> None:
        if isinstance(event, NodeProgress) and event.done >= 2_000 * (1 + len(counts)):
            alive = [type(one) for one in gc.get_objects()]
            in_use = models.only.statistics().cells_in_use
            counts.append((alive.count(Sequence), alive.count(PrefixNode), in_use))

    items: list[Value] = [str(number) for number in range(10_000)]
    outcome = run(SOURCE, models, on_event=count, xs=items)
    assert outcome.value == items
    assert models.only.most_in_flight == 32
    assert len(counts) == 5
    assert max(sequences for sequences, _, _ in counts) <= 33
    assert max(nodes for _, nodes, _ in counts) <= 2
    assert max(cells for _, _, cells in counts) <= 160
    statistics = models.only.statistics()
    assert statistics.cells_peak <= 160
    assert statistics.cells_in_use == 0
    assert statistics.side_by_side <= 8 * statistics.steps


@pytest.mark.parametrize("count", [1, 5, 40])
@pytest.mark.parametrize("cells", [700, 8192])
def test_places_that_run_side_by_side_stay_below_what_the_plan_says(count: int, cells: int) -> None:
    source = '''
template echo(a: text) -> text { max_tokens: 20 } """Echo {{ a }}"""
template other(a: text) -> text { max_tokens: 60 } """Tell me of {{ a }}"""
program main(xs: list[text]) {
  a = map x in xs: echo(x)
  b = map x in xs: other(x)
  c = other("x")
  return { a, b, c }
}
'''
    config = EngineConfig(cells=cells)
    items: list[Value] = ["sun moon"] * count
    plan = make_plan(
        compile_text(source), "main", {"xs": items}, open_fake_model(FakeSettings(), config)
    )
    models = PretendModels(FakeSettings(), config)
    run(source, models, xs=items)
    assert plan.memory is not None
    assert models.only.statistics().cells_peak <= plan.memory.most_cells <= cells
