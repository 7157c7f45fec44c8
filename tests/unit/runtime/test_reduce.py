"""Lists merged to one value."""

import pytest

from pp_lang.engine import EngineConfig, FakeSettings
from pp_lang.errors import RunError
from pp_lang.runtime import ItemFinished, RunEvent
from tests.support.runtime_builders import PretendModels, run

MERGE = '''
template merge(notes: list[text]) -> text { max_tokens: 20 } """
  {% for note in notes %}<{{ note }}>{% end %}
"""
template pair(left: text, right: text) -> text { max_tokens: 20 } """<{{ left }}><{{ right }}>"""
program flat(xs: list[text]) { return reduce xs with merge by flat }
program tree(xs: list[text]) { return reduce xs with merge by tree }
program fold(xs: list[text]) { return reduce xs with pair by fold }
program longest(xs: list[text]) -> text { return if len(xs) > 1: xs[len(xs) - 1] else: xs[0] }
program calls(xs: list[text]) { return reduce xs with longest by tree }
'''


def count_notes(prompt: str) -> str:
    """Answer with how many notes the prompt holds and how many are answers of this kind."""
    body = prompt.split("<|user|>\n")[1].split("<|end|>", maxsplit=1)[0]
    return f"m{body.count('<')}"


def reduced(program: str, count: int, cells: int = 4096) -> tuple[object, list[str]]:
    """Return the value and the nodes of the merges, in order."""
    events: list[RunEvent] = []
    models = PretendModels(FakeSettings(answers=count_notes), EngineConfig(cells=cells))
    xs = [f"n{number}" for number in range(count)]
    outcome = run(MERGE, models, program=program, on_event=events.append, xs=list(xs))
    done = [f"{e.key}:{e.value}" for e in events if isinstance(e, ItemFinished)]
    return outcome.value, sorted(done, key=lambda entry: int(entry.split(":")[0]))


@pytest.mark.parametrize("program", ["flat", "tree", "fold"])
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_an_empty_list_cannot_be_reduced(program: str, backend: str) -> None:
    with pytest.raises(RunError) as caught:
        run(MERGE, program=program, backend=backend, xs=[])
    assert caught.value.message == "there is nothing to reduce: the list is empty"
    assert caught.value.node is not None
    assert caught.value.node.startswith(program)


def test_flat_merges_all_at_once() -> None:
    assert reduced("flat", 5) == ("m5", ["0:m5"])


@pytest.mark.parametrize("program", ["flat", "tree"])
def test_a_single_value_is_merged_too(program: str) -> None:
    assert reduced(program, 1) == ("m1", ["0:m1"])


def test_a_tree_merges_groups_level_by_level() -> None:
    value, done = reduced("tree", 33)
    assert done == ["0:m16", "1:m15", "2:m2", "3:m3"]
    assert value == "m3"


def test_a_tree_fits_its_groups_into_the_context() -> None:
    value, done = reduced("tree", 9, cells=50)
    assert value == f"m{done[-1][3:]}"
    assert all(int(entry.split("m")[1]) < 9 for entry in done)
    assert len(done) > 2


def test_a_fold_goes_from_value_to_value() -> None:
    assert reduced("fold", 4) == ("m2", ["0:m2", "1:m2", "2:m2"])


def test_a_fold_of_one_value_is_that_value() -> None:
    assert reduced("fold", 1) == ("n0", [])


def test_programs_merge_too() -> None:
    value, done = reduced("calls", 20)
    assert value == "n19"
    assert len(done) <= 3


def test_a_flat_merge_that_does_not_fit_says_what_to_write() -> None:
    with pytest.raises(RunError) as caught:
        reduced("flat", 300, cells=256)
    assert caught.value.message == "the 300 values together do not fit the model's context"
    assert caught.value.hint is not None
    assert "`by tree`" in caught.value.hint


def test_two_values_that_do_not_fit_together_are_told() -> None:
    models = PretendModels(config=EngineConfig(cells=100))
    with pytest.raises(RunError) as caught:
        run(MERGE, models, program="tree", xs=["a" * 70, "b" * 70])
    assert "two neighbouring values" in caught.value.message
