"""Twice as many steps are twice as much work, from the text to the plan, in whatever shape."""

import sys
from types import FrameType

import pytest

from pp_lang.compiler import compile_source
from pp_lang.planner import Plan, make_plan, plan_text
from pp_lang.source import SourceFile
from tests.support.long_programs import LONG_PROGRAMS

FEW = 60
"""Steps. With so few, work that grows with their square is already many times the rest."""


@pytest.fixture(autouse=True, scope="module")
def _all_that_is_done_once_is_done() -> None:
    """The grammar is loaded and the parser has learnt its jumps before anything is counted."""
    for write in LONG_PROGRAMS.values():
        _plan(write(8))


@pytest.mark.parametrize("shape", LONG_PROGRAMS)
def test_twice_the_steps_are_twice_the_calls(shape: str) -> None:
    write = LONG_PROGRAMS[shape]
    few, more, most = (_num_calls(write(FEW * times)) for times in (1, 2, 4))

    assert most - more < 2.2 * (more - few)


def _plan(text: str) -> Plan:
    compilation = compile_source(SourceFile("long.pp", text))
    plan = make_plan(compilation, "main", {}, None)
    plan_text(plan)
    return plan


def _num_calls(text: str) -> int:
    """Count the calls, of Python's functions and of those in C: the same on every machine."""
    count = 0

    def note(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        _plan(text)
    finally:
        sys.setprofile(before)
    return count
