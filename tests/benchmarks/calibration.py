"""How often closed answers of a small model are right, uncalibrated and calibrated.

`python -m tests.benchmarks.calibration` judges the Amazon part of Sentiment Labelled Sentences
(Kotzias 2015, UCI, CC-BY-4.0), whose file `--data` names: a sentence and its label, 1 or 0, on each
line, a tab between them. It measures no time.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

import pp_lang
from tests.benchmarks.run import find_default_model
from tests.benchmarks.workloads.sentiment import DATA, read_labelled

WAYS = ("none", "prior", "batch")

JUDGE_REVIEWS = '''
context reader() """
  {% user %}
  What is the sentiment of this review?
  I love it, works like a charm.
  {% assistant %}
  positive
  {% user %}
  What is the sentiment of this review?
  Broke after a week. Waste of money.
  {% assistant %}
  negative
"""

template judge(review: text) -> "positive" | "negative" within reader """
  {% user %}
  What is the sentiment of this review?
  {{ review }}
"""

program main(reviews: list[text]) {
  desk = reader()
  return map review in reviews: desk.judge(review)
}
'''


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the share of right answers for each way; 2 where the data or the model is missing."""
    options = _parse(arguments)
    console = Console(stderr=True)
    model = options.model or find_default_model()
    if model is None or not options.data.is_file():
        missing = "model: name one with --model" if model is None else f"data at {options.data}"
        console.print(f"skipped: no {missing}", markup=False)
        return 2
    rows = read_labelled(options.data)[options.skip :][: options.items]
    table = Table(title=f"{len(rows)} reviews, {model.name}")
    for column in ("calibrate", "right", "answered positive"):
        table.add_column(column)
    for way in options.only or WAYS:
        answers = judge(model, [review for review, _ in rows], way)
        right = [label for _, label in rows]
        table.add_row(way, f"{share_right(answers, right):.3f}", f"{_share(answers):.3f}")
    Console().print(table)
    return 0


def judge(model: Path, reviews: Sequence[str], way: str) -> list[str]:
    """Return the model's answer to each review, calibrated in this way."""
    program = pp_lang.compile(JUDGE_REVIEWS)
    options = pp_lang.RunOptions(settings={"calibrate": way})
    answers = program.run({"reviews": list(reviews)}, model=str(model), options=options)
    return list(map(str, answers))


def share_right(answers: Sequence[str], labels: Sequence[str]) -> float:
    """Return the share of answers that are as labelled."""
    return sum(map(str.__eq__, answers, labels)) / len(labels)


def _share(answers: Sequence[str]) -> float:
    return answers.count("positive") / len(answers)


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.calibration", description=__doc__
    )
    parser.add_argument("--data", type=Path, default=DATA, metavar="FILE")
    parser.add_argument("--model", type=Path, metavar="FILE.gguf")
    parser.add_argument("--skip", type=int, default=0, metavar="N", help="reviews to skip")
    parser.add_argument("--items", type=int, default=400, metavar="N", help="default 400")
    parser.add_argument("--only", action="append", choices=WAYS, help="repeatable")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
