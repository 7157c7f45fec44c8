"""Reviews to be turned into records that satisfy a JSON Schema."""

import json
from pathlib import Path

from tests.benchmarks.jobs import Fill, Job, ModelWork, SplitPrompt, one_round

_REVIEWS = Path(__file__).parents[1] / "data" / "reviews.txt"
_MAX_TOKENS = 64
MOODS = ("happy", "neutral", "angry")
TOPIC_CHARS = 40
RECORD_SCHEMA: dict[str, object] = {
    "type": "object",
    "properties": {
        "mood": {"enum": list(MOODS)},
        "score": {"type": "integer", "minimum": 1, "maximum": 5},
        "topic": {"type": "string", "maxLength": TOPIC_CHARS},
    },
    "required": ["mood", "score", "topic"],
    "additionalProperties": False,
}
INSTRUCTIONS = (
    "Describe the review as JSON: the mood of its writer, a score from 1 (worst) to 5 (best), "
    "and the topic in a few words.\n\n"
    "Review: The zip broke on the second day and nobody answers my letters.\n"
    '{"mood":"angry","score":1,"topic":"broken zip"}\n\n'
    "Review: Light, warm and easy to wash. We use it every weekend.\n"
    '{"mood":"happy","score":5,"topic":"warm and light"}'
)

TRIAGE_REVIEWS = '''
type Verdict {
  mood: "happy" | "neutral" | "angry"
  score: int(1..5)
  topic: text(max_chars: 40)
}

context desk(instructions: text) """
  {% system %}
  You are a careful reader of reviews.
  {% user %}
  {{ instructions }}
"""

template judge(review: text) -> Verdict within desk { max_tokens: MAX_TOKENS } """
  Review: {{ review }}
"""

program main(instructions: text, reviews: list[text]) {
  office = desk(instructions)
  return { answers: map review in reviews: office.judge(review) }
}
'''


def read_reviews(num: int) -> list[str]:
    """Return the first `num` of 64 reviews."""
    return _REVIEWS.read_text("utf-8").splitlines()[:num]


def build_typed_records(reviews: int) -> ModelWork:
    """Build the first `reviews` reviews to triage, of 64."""
    texts = read_reviews(reviews)
    form = Fill(json.dumps(RECORD_SCHEMA), _MAX_TOKENS)
    system = "You are a careful reader of reviews."
    return ModelWork(
        one_round(
            [Job(SplitPrompt(system, INSTRUCTIONS, "\n\nReview: ", text), form) for text in texts]
        ),
        TRIAGE_REVIEWS.replace("MAX_TOKENS", str(_MAX_TOKENS)),
        {"instructions": INSTRUCTIONS, "reviews": texts},
        {"instructions": "It rains in the mountains. " * 16, "reviews": ["It will not stop."]},
        is_right=lambda _, answer: is_valid(answer),
    )


def is_valid(answer: str) -> bool:
    """Return whether `answer` is JSON of the record that was asked for."""
    try:
        record = json.loads(answer)
    except ValueError:
        return False
    return (
        isinstance(record, dict)
        and set(record) == {"mood", "score", "topic"}
        and record["mood"] in MOODS
        and type(record["score"]) is int
        and 1 <= record["score"] <= 5
        and isinstance(record["topic"], str)
        and len(record["topic"]) <= TOPIC_CHARS
    )
