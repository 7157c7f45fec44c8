"""Every program that ships, on the data that ships beside it, on the real model."""

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = ROOT / "programs"

Json = Any  # the result of a program, as JSON


def _triage(result: Json) -> None:
    assert len(result["verdicts"]) == 12
    for verdict in result["verdicts"]:
        assert verdict["mood"] in ("happy", "neutral", "angry")
        assert len(verdict["topic"]) <= 40
        assert isinstance(verdict["urgent"], bool)
    assert result["brief"]


def _reading(result: Json) -> None:
    questions = (PROGRAMS / "data/reading/questions.txt").read_text(encoding="utf-8").split("\n")
    assert [one["question"] for one in result] == [line for line in questions if line.strip()]
    assert all(one["answer"] and "\n" not in one["answer"] for one in result)


def _ideas(result: Json) -> None:
    assert len(result["slogans"]) + result["repeated"] == 8
    assert len(set(result["slogans"])) == len(result["slogans"]) >= 2


def _entities(result: Json) -> None:
    assert len(result["found"]) == 10
    for one in result["found"]:
        assert list(one) == ["people", "places", "organisations"]
        assert all(len(names) <= 4 for names in one.values())
    assert result["people"] == sorted(set(result["people"]))


def _keywords(result: Json) -> None:
    assert len(result["tagged"]) == 6
    assert all(1 <= len(one["keywords"]) <= 5 for one in result["tagged"])
    assert all(len(set(one["keywords"])) == len(one["keywords"]) for one in result["tagged"])


def _correction(result: Json) -> None:
    assert result["of"] == len(result["corrected"]) == 10
    assert result["right"] == sum(one["as_expected"] for one in result["corrected"])


def _translation(result: Json) -> None:
    assert len(result) == 8
    assert all(one["english"] and one["reference"] for one in result)


def _sentiment(result: Json) -> None:
    with (PROGRAMS / "data/sentiment/reviews.csv").open(encoding="utf-8", newline="") as file:
        labels = [row["label"] for row in csv.DictReader(file)]
    assert len(result["judged"]) == len(labels)
    for one, label in zip(result["judged"], labels, strict=True):
        assert one["mood"] in ("positive", "negative")
        assert 0.5 <= one["probability"] <= 1
        assert one["right"] == (one["mood"] == label)
    assert result["accuracy"] == sum(one["right"] for one in result["judged"]) / len(labels)


def _comparison(result: Json) -> None:
    assert len(result["findings"]) == 7
    assert all(one["better"] in ("first", "second", "neither") for one in result["findings"])
    assert sum(result["points"].values()) <= 7
    assert result["verdict"]


CASES: dict[str, tuple[tuple[str, ...], Callable[[Json], None]]] = {
    "triage": (("policy=@triage/policy.txt", "reviews=@triage/reviews.csv"), _triage),
    "reading": (
        ("article_text=@reading/article.txt", "questions=@reading/questions.txt"),
        _reading,
    ),
    "ideas": (("brief=@generation/brief.md",), _ideas),
    "entities": (("sentences=@entities/news.txt",), _entities),
    "keywords": (("abstracts=@keywords/abstracts.jsonl",), _keywords),
    "correction": (("rows=@correction/sentences.csv",), _correction),
    "translation": (("rows=@translation/sentences.json",), _translation),
    "sentiment": (("rows=@sentiment/reviews.csv",), _sentiment),
    "comparison": (
        (
            "first=@comparison/first.md",
            "second=@comparison/second.md",
            "criteria=@comparison/criteria.txt",
        ),
        _comparison,
    ),
}


def _run(name: str, *options: str) -> subprocess.CompletedProcess[str]:
    data = f"@{PROGRAMS / 'data'}/"
    inputs = [f"--input={one.replace('@', data)}" for one in CASES[name][0]]
    return subprocess.run(
        [sys.executable, "-m", "pp_lang", "run", str(PROGRAMS / f"{name}.pp"), *inputs, *options],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_every_program_that_ships_has_a_case() -> None:
    assert {path.stem for path in PROGRAMS.glob("*.pp")} == CASES.keys()


@pytest.mark.model
@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", CASES)
def test_a_program_gives_a_valid_result_on_the_real_model(name: str) -> None:
    done = _run(name, "--json")
    assert done.returncode == 0, done.stderr
    CASES[name][1](json.loads(done.stdout))


@pytest.mark.parametrize("name", CASES)
def test_a_program_gives_a_valid_result_on_the_fake_engine(name: str) -> None:
    done = _run(name, "--json", "--model=fake")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)


@pytest.mark.model
@pytest.mark.timeout(300)
def test_the_same_run_twice_gives_the_same_bytes() -> None:
    assert _run("ideas", "--json").stdout == _run("ideas", "--json").stdout
    assert _run("entities", "--json").stdout == _run("entities", "--json").stdout
