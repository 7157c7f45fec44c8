"""Maps, samples, branches, calls."""

import pytest

from pp_lang.engine import EngineConfig, FakeSettings
from pp_lang.runtime import ItemFinished, NodeProgress, RunEvent
from tests.support.runtime_builders import PretendModels, run, texts

ECHO = FakeSettings(answers=lambda prompt: prompt.split("Echo ")[1].split("<|")[0].strip())
T = 'template echo(a: text) -> text """Echo {{ a }}"""\n'


def test_results_stand_in_the_order_of_the_items() -> None:
    source = T + "program main(xs: list[text]) { return map x in xs: echo(x) }"
    items = [f"{'x' * (40 - n)}{n}" for n in range(40)]
    assert run(source, PretendModels(ECHO), xs=list(items)).value == items


def test_a_map_of_2000_items_stays_in_its_window() -> None:
    source = T + "program main(xs: list[text]) { return map x in xs: echo(x) }"
    models = PretendModels(ECHO, EngineConfig(max_width=4))
    items = [str(number) for number in range(2000)]
    assert run(source, models, xs=list(items)).value == items
    assert models.only.most_in_flight == 32


def test_a_wide_model_gets_a_wide_window() -> None:
    source = T + "program main(xs: list[text]) { return map x in xs: echo(x) }"
    models = PretendModels(ECHO, EngineConfig(max_width=24))
    run(source, models, xs=[str(number) for number in range(100)])
    assert models.only.most_in_flight == 96


def test_items_that_fail_the_condition_are_left_out_and_keep_their_numbers() -> None:
    source = T + 'program main(xs: list[text]) { return map x in xs if x != "b": echo(x) }'
    events: list[RunEvent] = []
    outcome = run(source, PretendModels(ECHO), on_event=events.append, xs=["a", "b", "c"])
    assert outcome.value == ["a", "c"]
    assert [e.key for e in events if isinstance(e, ItemFinished)] == [0, 2]


def test_an_empty_list_maps_to_an_empty_list() -> None:
    source = T + "program main(xs: list[text]) { return map x in xs: echo(x) }"
    assert run(source, xs=[]).value == []


def test_maps_nest() -> None:
    source = T + (
        "program main(xs: list[list[text]]) {\n"
        "  return map row in xs: { many: map x in row: echo(x), size: len(row) }\n}"
    )
    rows = [[f"{r}-{c}" for c in range(r)] for r in range(12)]
    expected = [{"many": row, "size": len(row)} for row in rows]
    models = PretendModels(ECHO)
    for backend in ("asyncio", "trio"):
        assert run(source, models, backend=backend, xs=[list(r) for r in rows]).value == expected


def test_steps_of_an_item_run_one_after_the_other_and_items_side_by_side() -> None:
    source = T + (
        "program main(xs: list[text]) {\n"
        '  return map x in xs: {\n    first = echo(x)\n    return echo(first + "!")\n  }\n}'
    )
    models = PretendModels(ECHO)
    outcome = run(source, models, xs=["a", "b", "c"])
    assert outcome.value == ["a!", "b!", "c!"]
    assert models.only.most_in_flight == 3


def test_independent_steps_run_side_by_side() -> None:
    source = T + (
        'program main() {\n  a = echo("a")\n  b = echo("b")\n  c = echo(a + b)\n'
        "  return { a, b, c }\n}"
    )
    models = PretendModels(ECHO)
    assert run(source, models).value == {"a": "a", "b": "b", "c": "ab"}
    assert models.only.most_in_flight == 2


def test_samples_have_seeds_of_their_own_that_stay_the_same() -> None:
    source = T + 'program main() { return sample 6: echo("x") }'
    seeds = []
    for _ in range(2):
        models = PretendModels()
        run(source, models)
        seeds.append([request.sampling.seed for request in models.only.requests])
        assert all(request.sampling.temperature == 0.8 for request in models.only.requests)
    assert seeds[0] == seeds[1]
    assert len(set(seeds[0])) == 6


def test_a_set_temperature_wins_inside_a_sample() -> None:
    source = T + 'program main() { return sample 2: echo("x") { temperature: 0.3 } }'
    models = PretendModels()
    run(source, models)
    assert [request.sampling.temperature for request in models.only.requests] == [0.3, 0.3]


def test_only_the_chosen_branch_runs() -> None:
    source = T + 'program main(n: int) { return if n > 1: echo("many") else: echo("one") }'
    models = PretendModels(ECHO)
    assert run(source, models, n=5).value == "many"
    assert len(models.only.requests) == 1


def test_programs_call_programs_without_sharing_names() -> None:
    source = T + (
        'program inner(a: text) {\n  b = echo(a + "1")\n  return b\n}\n'
        'program main(b: text) {\n  a = inner(b)\n  c = inner(a + "2")\n  return { a, c }\n}'
    )
    assert run(source, PretendModels(ECHO), b="x").value == {"a": "x1", "c": "x121"}


def test_a_pure_map_of_many_items_tells_no_items() -> None:
    source = "program main(n: int) { return map i in range(n): i * i }"
    events: list[RunEvent] = []
    outcome = run(source, on_event=events.append, n=5000)
    assert outcome.value == [i * i for i in range(5000)]
    assert len(events) < 10


def test_progress_counts_to_the_end() -> None:
    source = T + "program main(xs: list[text]) { return map x in xs: echo(x) }"
    events: list[RunEvent] = []
    run(source, PretendModels(ECHO), on_event=events.append, xs=[str(n) for n in range(50)])
    progress = [event for event in events if isinstance(event, NodeProgress)]
    assert [event.done for event in progress] == sorted(event.done for event in progress)
    assert (progress[-1].done, progress[-1].total) == (50, 50)


@pytest.mark.parametrize("count", [0, 1, 40])
def test_a_sample_gives_as_many_as_asked(count: int) -> None:
    source = T + 'program main(n: int) { return sample n: echo("x") }'
    found = run(source, n=count).value
    assert isinstance(found, list)
    assert len(found) == count


def test_a_sampled_prompt_is_read_once() -> None:
    source = T + 'program main() { return sample 5: echo("a long text to be read once") }'
    models = PretendModels()
    statistics = run(source, models).statistics
    assert texts(models.only.requests[0].prompt) == "Echo a long text to be read once"
    assert statistics.shared_tokens > statistics.prefilled_tokens
