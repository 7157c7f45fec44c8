"""What records without the names of their fields save, and what they do to the answers.

`python -m tests.benchmarks.records` turns reviews of Sentiment Labelled Sentences (Kotzias 2015,
UCI, CC-BY-4.0) and requests of CLINC150 (Larson et al. 2019, CC-BY-3.0), which `--data` holds, into
records, with and without names in turn. One field of each record has a label.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

import pp_lang
from pp_lang.runtime import RunEvent, RunFinished, RunStatistics
from tests.benchmarks.run import ROOT, find_default_model

DATA = ROOT.parent / "shared" / "data" / "tasks"
LAYOUTS = ("keyed", "compact")
INTENTS = (
    "spelling", "lost luggage", "recipe", "exchange rate", "timer", "play music", "traffic",
    "schedule meeting", "flip coin", "travel suggestion",
)  # fmt: skip

PROGRAM = '''
type Record { FIELDS }
type Example { said: text, answer: Record }

context reader(examples: list[Example](min_items: 1)) """
  {% system %}
  WORDS
  {% for one in examples %}
  {% user %}
  {{ one.said }}
  {% assistant %}
  {{ one.answer }}
  {% end %}
"""

template read(said: text) -> Record within reader { max_tokens: 100 } """
  {% user %}
  {{ said }}
  FORMAT
"""

program main(said: list[text]) {
  desk = reader([EXAMPLES])
  return map one in said: desk.read(one)
}
'''


@dataclass(frozen=True, slots=True)
class Task:
    """Texts to read into records, one of whose fields is labelled."""

    name: str
    words: str
    fields: str
    examples: tuple[tuple[str, str], ...]
    """Texts and their records, as a program writes them."""
    labelled: str

    def program(self, *, shows_format: bool) -> str:
        """Return the program that reads them."""
        parts = {
            "FIELDS": self.fields,
            "WORDS": self.words,
            "EXAMPLES": ", ".join(
                f"{{ said: {json.dumps(a)}, answer: {b} }}" for a, b in self.examples
            ),
            "FORMAT": "Answer as {{ format }}." if shows_format else "",
        }
        text = PROGRAM
        for name, part in parts.items():
            text = text.replace(name, part)
        return text


REVIEWS = Task(
    "reviews",
    "Describe the review: its mood, a score from 1 (worst) to 5 (best), and the topic in short.",
    'mood: "positive" | "negative", score: int(1..5), topic: text(max_chars: 40)',
    (
        (
            "The zip broke on the second day and nobody answers my letters.",
            '{ mood: "negative", score: 1, topic: "broken zip" }',
        ),
        (
            "Light, warm and easy to wash. We use it every weekend.",
            '{ mood: "positive", score: 5, topic: "warm and light" }',
        ),
    ),
    "mood",
)
REQUESTS = Task(
    "requests",
    "Say what the user wants: the intent, whether it is urgent, and the thing it is about.",
    f"intent: {' | '.join(map(json.dumps, INTENTS))}, urgent: bool, thing: text(max_chars: 40)",
    (
        (
            "my suitcase did not come out at the airport",
            '{ intent: "lost luggage", urgent: true, thing: "suitcase" }',
        ),
        ("how do i make lasagna", '{ intent: "recipe", urgent: false, thing: "lasagna" }'),
    ),
    "intent",
)


@dataclass
class Measured:
    """The runs of one task in one layout."""

    answers: list[dict[str, object]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    sampled: int = 0
    forced: int = 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a table for each task; 2 where the data or the model is missing."""
    options = _parse(arguments)
    console = Console(stderr=True)
    model = options.model or find_default_model()
    if model is None or not options.data.is_dir():
        missing = "model: name one with --model" if model is None else f"data at {options.data}"
        console.print(f"skipped: no {missing}", markup=False)
        return 2
    for task, rows in ((REVIEWS, _reviews(options.data)), (REQUESTS, _requests(options.data))):
        chosen = rows[: options.items]
        for shows_format in (False, True):
            _print(model, task, chosen, options.rounds, shows_format=shows_format)
    return 0


def _print(
    model: Path, task: Task, rows: list[tuple[str, str]], rounds: int, *, shows_format: bool
) -> None:
    program = pp_lang.compile(task.program(shows_format=shows_format))
    found = {layout: Measured() for layout in LAYOUTS}
    for _ in range(rounds):
        for layout in LAYOUTS:
            _run(program, model, [said for said, _ in rows], layout, found[layout])
    words = "with format" if shows_format else "examples only"
    table = Table(title=f"{len(rows)} {task.name}, {words}, {model.name}")
    for column in ("records", "right", "same as keyed", "sampled", "forced", "s", "times keyed"):
        table.add_column(column)
    keyed = found["keyed"]
    for layout, one in found.items():
        same = [
            sum(a[name] == b[name] for a, b in zip(one.answers, keyed.answers, strict=True))
            / len(rows)
            for name in keyed.answers[0]
        ]
        right = sum(
            a[task.labelled] == label for a, (_, label) in zip(one.answers, rows, strict=True)
        )
        ratio = median(k / s for k, s in zip(keyed.seconds, one.seconds, strict=True))
        table.add_row(
            layout,
            f"{right / len(rows):.3f}",
            " ".join(f"{share:.2f}" for share in same),
            f"{one.sampled / len(rows):.1f}",
            f"{one.forced / len(rows):.1f}",
            f"{median(one.seconds):.2f}",
            f"{ratio:.2f}",
        )
    Console().print(table)


def _run(
    program: pp_lang.Program[object], model: Path, said: list[str], layout: str, into: Measured
) -> None:
    """Run the program once. Every answer is valid, or the run fails."""
    seen: list[RunStatistics] = []

    def on_event(event: RunEvent) -> None:
        if isinstance(event, RunFinished):
            seen.append(event.statistics)
            assert isinstance(event.result, list)
            into.answers = [dict(one) for one in event.result if isinstance(one, Mapping)]

    settings = {"records": layout}
    options = pp_lang.RunOptions(settings=settings, on_event=on_event)
    program.run({"said": said}, model=str(model), options=options)
    (statistics,) = seen
    assert bool(statistics.compact) is (layout == "compact")
    into.seconds.append(statistics.wall_s)
    into.sampled = sum(use.sampled_tokens for use in statistics.models)
    into.forced = sum(use.forced_tokens for use in statistics.models)


def _reviews(data: Path) -> list[tuple[str, str]]:
    labels = {"0": "negative", "1": "positive"}
    lines = (data / "uci_sentiment" / "amazon_cells_labelled.txt").read_text("utf-8").split("\n")
    pairs = (line.rpartition("\t") for line in lines)
    return [(said.strip(), labels[label.strip()]) for said, tab, label in pairs if tab]


def _requests(data: Path) -> list[tuple[str, str]]:
    lines = (data / "clinc150" / "test_2000.jsonl").read_text("utf-8").split("\n")
    rows = [json.loads(line) for line in lines if line]
    pairs = [(row["text"], row["intent"].replace("_", " ")) for row in rows]
    return [(said, intent) for said, intent in pairs if intent in INTENTS]


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, help="a GGUF file; the embedded model by default")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--items", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
