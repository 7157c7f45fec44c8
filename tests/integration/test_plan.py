"""What the plan counts is what the run then does."""

import json
from pathlib import Path

import pytest

from pp_lang.cli.main import main

PROGRAMS = Path(__file__).parents[2] / "programs"
DATA = PROGRAMS / "data"

CASES = {
    "reading": (
        f"article_text=@{DATA / 'reading/article.txt'}",
        f"questions=@{DATA / 'reading/questions.txt'}",
    ),
    "ideas": (f"brief=@{DATA / 'generation/brief.md'}",),
    "sentiment": (f"rows=@{DATA / 'sentiment/reviews.csv'}",),
    "translation": (f"rows=@{DATA / 'translation/sentences.json'}",),
    "triage": (f"policy=@{DATA / 'triage/policy.txt'}", f"reviews=@{DATA / 'triage/reviews.csv'}"),
    "entities": (f"sentences=@{DATA / 'entities/news.txt'}",),
    "keywords": (f"abstracts=@{DATA / 'keywords/abstracts.jsonl'}",),
    "correction": (f"rows=@{DATA / 'correction/sentences.csv'}",),
    "comparison": (
        f"first=@{DATA / 'comparison/first.md'}",
        f"second=@{DATA / 'comparison/second.md'}",
        f"criteria=@{DATA / 'comparison/criteria.txt'}",
    ),
}
EXACT = ("reading", "ideas", "sentiment")


def _call(capsys: pytest.CaptureFixture[str], command: str, name: str, *options: str) -> str:
    inputs = [f"--input={one}" for one in CASES[name]]
    code = main([command, str(PROGRAMS / f"{name}.pp"), *inputs, "--model=fake", *options])
    assert code == 0
    return capsys.readouterr().out


def _low_and_high(count: int | dict[str, int | None]) -> tuple[int, int | None]:
    if isinstance(count, int):
        return count, count
    assert count["low"] is not None
    return count["low"], count["high"]


@pytest.mark.parametrize("name", CASES)
def test_the_run_keeps_within_the_bounds_of_the_plan(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = json.loads(_call(capsys, "plan", name, "--json"))
    finished = json.loads(_call(capsys, "run", name, "--stream", "--json").splitlines()[-1])
    (used,) = finished["statistics"]["models"]
    for planned, actual in (
        (plan["generations"], used["finished"]),
        (plan["tokens"]["to_prefill"], used["prefilled_tokens"]),
        (plan["tokens"]["saved"], used["shared_tokens"]),
        (plan["tokens"]["without_sharing"], used["prefilled_tokens"] + used["shared_tokens"]),
    ):
        low, high = _low_and_high(planned)
        assert low <= actual
        assert high is None or actual <= high
        assert name not in EXACT or low == high
    assert used["width_peak"] <= plan["memory"]["width"]
    assert 0 < used["cells_peak"] <= plan["memory"]["most_cells"]
    assert used["rows"] <= used["rows_possible"]
    assert used["side_by_side"] <= used["steps"] * used["width_peak"]
    assert used["sampled_tokens"] + used["forced_tokens"] <= plan["tokens"]["to_decode"]
