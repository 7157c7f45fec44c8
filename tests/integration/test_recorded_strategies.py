"""Strategies on the recorded answers of a real model give what their papers' formulas give."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from pp_lang.cli.main import main
from pp_lang.engine import ScriptedAnswer
from tests.support.scripted_programs import run_scripted

FOLDER = Path(__file__).resolve().parents[2] / "programs" / "strategies"
QUESTION = "What is 6 times 7?"
_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")


def recorded(test: str) -> dict[str, dict[str, Any]]:
    """Return the answers that are recorded for a test, by place, in the order of the program."""
    path = FOLDER / "tests" / "recorded.recorded.jsonl"
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[2:]]
    # A round's answers come after those of the opening, the first chain before its reviews.
    found = sorted(
        (one for one in lines if one["test"].startswith(test)),
        key=lambda one: ("[" in one["place"], "final" in one["place"], one["place"]),
    )
    return {one["place"]: one for one in found}


def number_in(text: str) -> float | None:
    found = _NUMBER.findall(text)
    return float(found[-1].replace(",", "")) if found else None


def winner(weights: Iterable[tuple[float | None, float]]) -> float | None:
    """Return the number with the largest sum of weights, the first of equal ones."""
    sums: dict[float, float] = {}
    for number, weight in weights:
        if number is not None:
            sums[number] = sums.get(number, 0) + weight
    return max(sums, key=lambda number: sums[number], default=None)


def as_answer(one: dict[str, Any]) -> ScriptedAnswer:
    tokens = one["tokens"]["sampled"] + one["tokens"]["forced"]
    return ScriptedAnswer(one["answer"], entropy=one.get("entropy"), tokens=tokens)


def run(name: str, answers: dict[str, list[dict[str, Any]]], **inputs: Any) -> Any:
    scripted = {template: [as_answer(one) for one in each] for template, each in answers.items()}
    return run_scripted(FOLDER / f"{name}.pp", scripted, question=QUESTION, **inputs)


def test_self_consistency_takes_the_most_frequent_recorded_number() -> None:
    chains = [*recorded("self-consistency").values()]
    expected = winner((number_in(one["answer"]), 1) for one in chains)
    got = run("self_consistency", {"solve": chains}, n=len(chains))
    assert got["answer"] == expected


def test_the_shortest_majority_vote_weighs_recorded_lengths() -> None:
    chains = [*recorded("shortest").values()]
    lengths: dict[float, list[int]] = {}
    for one in chains:
        number = number_in(one["answer"])
        if number is not None:
            lengths.setdefault(number, []).append(one["tokens"]["sampled"])
    scores = {
        number: len(each) / math.log(max(sum(each) / len(each), math.e))
        for number, each in lengths.items()
    }
    got = run("shortest_majority_vote", {"solve": chains}, n=len(chains))
    assert got == winner(scores.items())


def test_the_inverse_entropy_vote_weighs_recorded_entropies() -> None:
    chains = [*recorded("inverse-entropy").values()]
    expected = winner((number_in(one["answer"]), 1 / max(one["entropy"], 0.001)) for one in chains)
    answers = {"solve": chains[:1], "review": chains[1:]}
    assert run("inverse_entropy_vote", answers, n=len(chains)) == expected


def test_rounds_end_by_the_entropy_of_recorded_answers() -> None:
    chains = [*recorded("semantic-entropy").values()]
    rounds = [chains[start : start + 3] for start in range(0, len(chains), 3)]
    numbers = [[number_in(one["answer"]) for one in each] for each in rounds]
    shares = [count / 3 for count in Counter(numbers[-1]).values()]
    got = run("semantic_entropy_rounds", {"solve": chains}, width=3, rounds=3)
    assert got["answer"] == winner((number, 1) for number in numbers[-1])
    assert got["first"] == winner((number, 1) for number in numbers[0])
    assert got["entropy"] == pytest.approx(-sum(share * math.log(share) for share in shares))


def test_every_strategys_tests_pass_without_a_model(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", str(FOLDER / "tests"), "--json"]) == 0
    answers = json.loads(capsys.readouterr().out)
    assert {path.stem for path in FOLDER.glob("*.pp")} <= {
        path.stem for path in (FOLDER / "tests").glob("*.pp")
    }
    assert answers
