"""Several models in a run, and what happens where not all fit into memory at once."""

import threading
from dataclasses import replace

import anyio
import pytest

from pp_lang.engine import EngineConfig, FakeSettings
from pp_lang.errors import ModelError
from pp_lang.evaluation import Value
from pp_lang.runtime import (
    MemoryBudget,
    ModelRef,
    OpenedModel,
    RunOutcome,
    RunSettings,
    run_program,
)
from tests.support.runtime_builders import PretendModels, compile_text

ECHO = FakeSettings(answers=lambda prompt: prompt.split("Echo ")[1].split("<|")[0].strip())
SOURCE = '''
model first = "first"
model second = "second"
context desk() """
  You work at a desk.
"""
template one(a: text) -> text within desk { model: first } """Echo {{ a }}"""
template two(a: text) -> text within desk { model: second } """Echo {{ a }}"""
program main(xs: list[text]) {
  office = desk()
  firsts = map x in xs: office.one(x)
  seconds = map x in firsts: office.two(x + "!")
  last = office.one(seconds[0])
  return { seconds, last }
}
'''


class OpenNow(PretendModels):
    """Pretend models that note how many are open at once."""

    def __init__(self) -> None:
        super().__init__(ECHO, EngineConfig())
        self.calls: list[str] = []

    def open(self, ref: ModelRef, stop: threading.Event) -> OpenedModel:
        opened = super().open(ref, stop)
        model = self.opened[ref.location]
        self.calls.append(f"open {ref.location}")

        def give_back() -> None:
            assert model.in_flight == 0
            assert model.held == set()
            self.calls.append(f"close {ref.location}")
            opened.give_back()

        return replace(opened, give_back=give_back)


def outcome_of(
    num_bytes: int, size: int, xs: list[Value], source: str = SOURCE
) -> tuple[RunOutcome, OpenNow]:
    models = OpenNow()
    settings = RunSettings(memory=MemoryBudget(num_bytes, lambda _ref: size))

    async def work() -> RunOutcome:
        return await run_program(compile_text(source), "main", {"xs": xs}, models, settings)

    return anyio.run(work), models


XS: list[Value] = [f"item {n}" for n in range(40)]
EXPECTED: dict[str, Value] = {
    "seconds": [f"{x}!" for x in XS],
    "last": f"{XS[0]}!",
}


def test_models_that_fit_stay_open() -> None:
    outcome, models = outcome_of(20, 10, XS)
    assert outcome.value == EXPECTED
    assert models.calls == ["open first", "open second", "close first", "close second"]


def test_where_one_fits_at_a_time_the_idle_one_makes_room_and_comes_back() -> None:
    outcome, models = outcome_of(15, 10, XS)
    assert outcome.value == EXPECTED
    assert models.calls == [
        "open first",
        "close first",
        "open second",
        "close second",
        "open first",
        "close first",
    ]
    assert [use.finished for use in outcome.statistics.models] == [41, 40]


def test_a_model_that_does_not_fit_alone_is_told_plainly() -> None:
    with pytest.raises(ModelError, match=r"the model needs about 3\.0 GB, and 2\.0 GB are there"):
        outcome_of(2_000_000_000, 3_000_000_000, XS)


def test_items_that_need_one_model_after_the_other_get_both_in_turns() -> None:
    start, _, _ = SOURCE.partition("  firsts =")
    body = "  return map x in xs: office.two(office.one(x))\n}\n"
    outcome, models = outcome_of(15, 10, XS, start + body)
    again, models_again = outcome_of(15, 10, XS, start + body)
    assert outcome.value == again.value == XS
    assert models.calls == models_again.calls
    assert [use.finished for use in outcome.statistics.models] == [40, 40]
    assert sum(call.startswith("open") for call in models.calls) <= 6
