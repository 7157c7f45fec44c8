"""Reviews whose sentiment is one of two words, with the right one known.

The Amazon part of Sentiment Labelled Sentences (Kotzias 2015, UCI, CC-BY-4.0): a sentence and its
label, 1 or 0, on each line, a tab between them. The file lies beside the project.
"""

from pathlib import Path

from tests.benchmarks.jobs import Choose, Job, ModelWork, SplitPrompt, one_round

DATA = (
    Path(__file__).parents[4]
    / "shared"
    / "data"
    / "tasks"
    / "uci_sentiment"
    / "amazon_cells_labelled.txt"
)
OPTIONS = ("positive", "negative")
_LABELS = {"0": "negative", "1": "positive"}
_SHARED = (
    "Say whether a review is positive or negative.\n\n"
    "Review: I love it, works like a charm.\nAnswer: positive\n\n"
    "Review: Broke after a week. Waste of money.\nAnswer: negative"
)

CLASSIFY = '''
context desk(instructions: text) """
  {% system %}
  You are a careful reader of reviews.
  {% user %}
  {{ instructions }}
"""

template judge(review: text) -> "positive" | "negative" within desk """
  Review: {{ review }}
"""

program main(instructions: text, reviews: list[text]) {
  office = desk(instructions)
  return { answers: map review in reviews: office.judge(review) }
}
'''


def read_labelled(data: Path = DATA) -> list[tuple[str, str]]:
    """Return each review and its label. Raises `FileNotFoundError`."""
    rows = []
    for line in data.read_text(encoding="utf-8").split("\n"):
        review, _, label = line.rpartition("\t")
        if label in _LABELS:
            rows.append((review.strip(), _LABELS[label]))
    return rows


def build_closed_sets(reviews: int) -> ModelWork:
    """Build the first `reviews` reviews to classify."""
    rows = read_labelled()[:reviews]
    system, form = "You are a careful reader of reviews.", Choose(OPTIONS)
    return ModelWork(
        one_round(
            [Job(SplitPrompt(system, _SHARED, "\n\nReview: ", text), form) for text, _ in rows]
        ),
        CLASSIFY,
        {"instructions": _SHARED, "reviews": [text for text, _ in rows]},
        {"instructions": "It rains in the mountains. " * 16, "reviews": ["It will not stop."]},
        is_right=lambda number, answer: answer == rows[number][1],
    )
