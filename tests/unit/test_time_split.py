"""How the table of Python's own share counts."""

from itertools import count

import pytest

from pp_lang.engine import Engine
from tests.benchmarks.time_split import GRAMMARS, MASKS, PARTS, STEPS, VALUES, TimeSplit
from tests.support.runtime_builders import PretendModels, run

TYPED = '''
template judge(x: text) -> { mood: "good" | "bad", note: text(max_chars: 9) } """{{ x }}"""
program main(xs: list[text]) { return map x in xs: judge(x) }
'''


def test_a_call_inside_another_counts_for_its_own_part_only() -> None:
    ticks = count()
    split = TimeSplit(clock=lambda: float(next(ticks)), work_clock=lambda: 0.0)
    inner = split.timed("inner", lambda: None)
    split.timed("outer", lambda: [inner(), inner()])()
    assert split.seconds == {"inner": 2, "outer": 3}


def test_a_call_that_fails_is_counted() -> None:
    ticks = count()
    split = TimeSplit(clock=lambda: float(next(ticks)), work_clock=lambda: 0.0)
    with pytest.raises(ZeroDivisionError):
        split.timed("part", lambda: 1 / 0)()
    assert split.seconds == {"part": 1}


def test_what_is_in_the_libraries_is_not_pythons_own() -> None:
    split = TimeSplit()
    split.seconds[MASKS] = 3.0
    split.seconds[STEPS] = 1.0
    assert split.share(4.0) == 0.25


def test_a_run_is_split_while_it_is_watched_and_not_after() -> None:
    step = Engine.step
    with TimeSplit() as split:
        run(TYPED, PretendModels(), xs=["a", "b"])
    assert {STEPS, VALUES, GRAMMARS} <= set(split.seconds) <= set(PARTS)
    assert Engine.step is step
