"""Repeats: rounds, their ends and their histories."""

import pytest

from pp_lang.engine import FakeSettings
from pp_lang.errors import RunError
from pp_lang.runtime import ItemFinished, RunEvent
from tests.support.runtime_builders import PretendModels, run

ECHO = FakeSettings(answers=lambda prompt: prompt.split("Echo ")[1].split("<|")[0].strip())
T = 'template echo(a: text) -> text """Echo {{ a }}"""\n'


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_each_round_begins_with_the_value_of_the_one_before(backend: str) -> None:
    source = T + 'program main(a: text) { return repeat x = a up to 3: echo(x + "!") }'
    assert run(source, PretendModels(ECHO), backend=backend, a="go").value == "go!!!"


def test_rounds_end_when_the_value_is_good_enough() -> None:
    source = (
        T + 'program main(a: text) { return repeat x = a up to 9 until len(x) > 3: echo(x + "!") }'
    )
    models = PretendModels(ECHO)
    assert run(source, models, a="go").value == "go!!"


def test_a_value_that_is_good_enough_at_once_is_left_alone() -> None:
    source = T + "program main(a: text) { return repeat x = echo(a) up to 9 until true: echo(x) }"
    outcome = run(source, PretendModels(ECHO), a="go")
    assert outcome.value == "go"
    assert outcome.statistics.generations == 1


def test_the_condition_may_call_a_model() -> None:
    source = (
        T
        + "program main(a: text) {"
        + ' return repeat x = a up to 9 until echo(x) == "go!!": echo(x + "!") }'
    )
    assert run(source, PretendModels(ECHO), a="go").value == "go!!"


def test_the_history_holds_every_value_the_latest_last() -> None:
    source = (
        T
        + "program main(a: text) { return repeat x with xs = a up to 3:"
        + ' echo(join(xs, ",")) }'
    )
    assert run(source, PretendModels(ECHO), a="a").value == "a,a,a,a"


def test_rounds_tell_of_themselves() -> None:
    events: list[RunEvent] = []
    source = T + 'program main(a: text) { b = repeat x = a up to 2: echo(x + "!")  return b }'
    run(source, PretendModels(ECHO), on_event=events.append, a="go")
    told = [(e.node, e.key, e.value) for e in events if isinstance(e, ItemFinished)]
    assert told == [("main/b", 0, "go!"), ("main/b", 1, "go!!")]


def test_a_count_below_zero_is_an_error_of_the_run() -> None:
    source = T + "program main(a: text, n: int) { return repeat x = a up to n: echo(x) }"
    with pytest.raises(RunError, match="cannot repeat -1 times"):
        run(source, PretendModels(ECHO), a="go", n=-1)
