"""What is said while a run goes on."""

import pytest

from pp_lang.cli.progress import LineProgress, duration
from pp_lang.runtime import NodeFinished, NodeProgress, NodeStarted, RunEvent


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def see(progress: LineProgress, clock: Clock, *events: tuple[float, RunEvent]) -> None:
    for now, event in events:
        clock.now = now
        progress.see(event)


def test_a_step_that_took_its_time_gets_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    progress = LineProgress(clock)
    see(
        progress,
        clock,
        (0.0, NodeStarted("main/verdicts", "map")),
        (0.5, NodeProgress("main/verdicts", "map", None, 1, 1200)),
        (9.0, NodeProgress("main/verdicts", "map", None, 1200, 1200)),
        (9.5, NodeFinished("main/verdicts", "map", None, [])),
    )
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "verdicts: 1,200 items in 9.5 s\n"


def test_quick_steps_and_those_inside_items_are_not_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    clock = Clock()
    progress = LineProgress(clock)
    see(
        progress,
        clock,
        (0.0, NodeStarted("main/quick", "generate")),
        (0.2, NodeFinished("main/quick", "generate", None, "x")),
        (0.2, NodeStarted("main/all[3]/draft", "generate", 3)),
        (8.0, NodeFinished("main/all[3]/draft", "generate", 3, "x")),
    )
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.04, "0.0 s"), (59.94, "59.9 s"), (125, "2 min 05 s"), (7_260, "2 h 01 min")],
)
def test_a_span_of_time_is_said_in_its_unit(seconds: float, text: str) -> None:
    assert duration(seconds) == text
