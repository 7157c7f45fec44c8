"""What goes first in a run: the longest chain, and within a map its long items."""

from pp_lang.engine import EngineConfig, FakeSettings
from pp_lang.evaluation import Value
from pp_lang.runtime.urgency import Urgency, urgency_of
from tests.support.runtime_builders import PretendModels, compile_text, run

TEMPLATES = '''
template echo(a: text) -> text { max_tokens: 200 } """Echo {{ a }}"""
template limited(a: text, n: int(1..400)) -> text """Echo {{ a }}"""
'''
ECHO = FakeSettings(answers=lambda prompt: prompt.split("Echo ")[1].split("<|")[0].strip())


def urgencies(source: str) -> dict[str, Urgency]:
    return urgency_of(compile_text(TEMPLATES + source).region("main"))


def steps_of(source: str, xs: list[Value]) -> int:
    models = PretendModels(ECHO, EngineConfig(max_width=16))
    run(TEMPLATES + source, models, xs=xs)
    return models.only.statistics().steps


def test_each_step_of_a_chain_counts_those_after_it() -> None:
    found = urgencies(
        'program main() { a = echo("x")  b = echo(a)  c = echo(b)  d = echo("y")  return { c, d } }'
    )
    assert {name: one.chain for name, one in found.items()} == {
        "main/a": 3,
        "main/b": 2,
        "main/c": 1,
        "main/d": 1,
    }


def test_all_in_one_map_are_equally_urgent() -> None:
    found = urgencies(
        "program main(xs: list[text]) { return map x in xs: { a = echo(x)  return echo(a) } }"
    )
    assert {one.chain for one in found.values()} == {2}


def test_the_items_of_a_list_that_may_end_early_go_in_turn() -> None:
    found = urgencies(
        "program main(xs: list[text]) { return map x in xs within { budget: 9 }: echo(x) }"
    )
    assert all(one.is_in_turn for one in found.values())


def test_a_chain_beside_a_wide_map_ends_with_it_and_not_after() -> None:
    xs: list[Value] = ["sun sun sun sun sun sun sun sun"] * 90
    a_map = "ys = map x in xs: echo(x)"
    links = "".join(f"  c{n} = echo(c{n - 1})" for n in range(1, 6))
    chain = f'c0 = echo("sun sun sun sun sun sun sun sun"){links}'
    alone = steps_of(f"program main(xs: list[text]) {{ {a_map}  return ys }}", xs=xs)
    beside = steps_of(
        f"program main(xs: list[text]) {{ {a_map}  {chain}  return {{ ys, c5 }} }}", xs=xs
    )
    assert beside == alone


def test_long_items_of_a_map_go_first_and_results_keep_their_order() -> None:
    lengths = [4] * 24 + [60] * 4
    source = """program main(ns: list[int(1..400)], text: text) {
      return map n in ns: limited(text, n) { max_tokens: n } }"""
    models = PretendModels(ECHO, EngineConfig(max_width=16))
    outcome = run(TEMPLATES + source, models, ns=[*lengths], text="sun " * 100)
    assert isinstance(outcome.value, list)
    assert [len(str(one).split()) for one in outcome.value] == lengths
    assert models.only.statistics().steps < 65
