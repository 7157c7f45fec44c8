"""Every strategy that ships checks, can be planned and runs on the fake engine."""

import json
from pathlib import Path

import pytest

from pp_lang.cli.main import main

STRATEGIES = Path(__file__).resolve().parents[2] / "programs" / "strategies"
QUESTION = "question=What is 6 times 7?"
CASES: dict[str, tuple[str, ...]] = {
    "self_consistency": (QUESTION,),
    "adaptive_consistency": (QUESTION, "n=5"),
    "shortest_majority_vote": (QUESTION,),
    "inverse_entropy_vote": (QUESTION, "n=3"),
    "knockout": (QUESTION, "n=5"),
    "league": (QUESTION,),
    "parallel_distill_refine": ("task=Write a toast.",),
    "sample_scrutinise_scale": (QUESTION, "n=3", "checks=2"),
    "semantic_entropy_rounds": (QUESTION,),
    "temporal_consistency": ("problem=1 + 1?", 'steps=["1 + 1 = 3", "so 3"]'),
    "model_switch": (QUESTION,),
    "skeleton_of_thought": ("question=How is tea made?",),
}
MOST_LINES = 40


def _call(command: str, name: str) -> int:
    inputs = [f"--input={one}" for one in CASES[name]]
    program = str(STRATEGIES / f"{name}.pp")
    return main([command, program, *inputs, "--model=fake", "--json"])


def test_every_strategy_has_a_case_and_is_short() -> None:
    lengths = {
        path.stem: path.read_text(encoding="utf-8").count("\n") for path in STRATEGIES.glob("*.pp")
    }
    assert lengths.keys() == CASES.keys()
    assert max(lengths.values()) <= MOST_LINES


@pytest.mark.parametrize("name", CASES)
def test_a_strategy_can_be_planned(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _call("plan", name) == 0
    assert json.loads(capsys.readouterr().out)["generations"]


@pytest.mark.parametrize("name", CASES)
def test_a_strategy_runs_on_the_fake_engine(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _call("run", name) == 0
    printed = capsys.readouterr()
    assert printed.out.strip()
    json.loads(printed.out)
