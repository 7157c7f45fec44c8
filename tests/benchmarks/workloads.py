"""What is measured: the same prompts, as text, for pp and for every peer."""

import json
from dataclasses import dataclass
from pathlib import Path

from tests.support.long_programs import LONG_PROGRAMS, long_file

DATA = Path(__file__).parents[2] / "programs" / "data"

# Words of the shared texts: 713 and 1,277 tokens with what stands before them, for SmolLM2.
SHORT_WORDS = 543
LONG_WORDS = 989

QUESTIONS = (
    "On which island did the lighthouse of Alexandria stand, and how high was it?",
    "What did Henry Winstanley do before he built the first tower on the reef?",
    "What happened to Henry Winstanley and his tower in November 1703?",
    "Which tree served John Smeaton as a model for the shape of his tower?",
    "What was special about the mortar that Smeaton used for his tower?",
    "Why was Smeaton's tower taken down in the end, and where is it now?",
    "What did lighthouses burn before the lamps with curved mirrors came?",
    "How did Fresnel keep a very large lens from becoming too heavy?",
    "Where was the first lens of this kind lit, and in which year?",
    "How far away could sailors see the light of the new lens?",
    "Which words for lighthouse in other languages come from the island's name?",
    "For how many years did the tower made of wood stand on the reef?",
    "What brought down the tower at Alexandria after a thousand years?",
    "Which events of the sixteenth century does the text say nothing about?",
    "What is the main point of the text for a sailor of today?",
    "Which of the builders in the text was the most careful one, and why?",
)


@dataclass(frozen=True, slots=True)
class SplitPrompt:
    """A chat of a system and a user turn: shared text, a label in front of the data, the data."""

    system: str
    shared: str
    label: str
    data: str

    @property
    def rendered(self) -> str:
        """The whole prompt as ChatML, the chat template of the default model."""
        return (
            f"<|im_start|>system\n{self.system}<|im_end|>\n"
            f"<|im_start|>user\n{self.shared}{self.label}{self.data}<|im_end|>\n"
            "<|im_start|>assistant\n"
        )


@dataclass(frozen=True, slots=True)
class SharedContext:
    """Questions about one text, answered with a fixed number of tokens each."""

    prompts: tuple[SplitPrompt, ...]
    answer_tokens: int


@dataclass(frozen=True, slots=True)
class TypedRecords:
    """Reviews to be turned into records that satisfy a JSON Schema."""

    prompts: tuple[SplitPrompt, ...]
    schema: str
    max_tokens: int

    def is_valid(self, answer: str) -> bool:
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


@dataclass(frozen=True, slots=True)
class FakeMap:
    """Short texts to run through a map on the fake engine."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LongProgram:
    """A program of many steps, to compile and to plan."""

    text: str


@dataclass(frozen=True, slots=True)
class LongFile:
    """A file of many lines, to check."""

    text: str


Workload = SharedContext | TypedRecords | FakeMap | LongProgram | LongFile

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


def build_shared_context(words: int, questions: int, answer_tokens: int) -> SharedContext:
    """Build the first `questions` questions about the first `words` words of the sample texts."""
    text = " ".join(
        (DATA / name).read_text("utf-8") for name in ("reading/article.txt", "triage/policy.txt")
    )
    # Cut at a word: what the questions ask need not be answerable, only the amount of work counts.
    shared = f"Read this text.\n\n{' '.join(text.split(' ')[:words])}"
    return SharedContext(
        prompts=tuple(
            SplitPrompt("You answer questions about a text.", shared, "\n\nQuestion: ", question)
            for question in QUESTIONS[:questions]
        ),
        answer_tokens=answer_tokens,
    )


def build_typed_records(reviews: int) -> TypedRecords:
    """Build the first `reviews` reviews to triage, of 64."""
    texts = (
        (Path(__file__).parent / "data" / "reviews.txt").read_text("utf-8").splitlines()[:reviews]
    )
    shared = (
        "Describe the review as JSON: the mood of its writer, a score from 1 (worst) to 5 (best), "
        "and the topic in a few words.\n\n"
        "Review: The zip broke on the second day and nobody answers my letters.\n"
        '{"mood":"angry","score":1,"topic":"broken zip"}\n\n'
        "Review: Light, warm and easy to wash. We use it every weekend.\n"
        '{"mood":"happy","score":5,"topic":"warm and light"}'
    )
    return TypedRecords(
        prompts=tuple(
            SplitPrompt("You are a careful reader of reviews.", shared, "\n\nReview: ", text)
            for text in texts
        ),
        schema=json.dumps(RECORD_SCHEMA),
        max_tokens=64,
    )


def build_workload(name: str, *, quick: bool) -> Workload:
    """Build a workload by its name; a quick one is small and compares with nothing."""
    questions, answer_tokens = (4, 8) if quick else (16, 32)
    kind, _, shape = name.partition("-")
    if kind == "compile":
        return LongProgram(LONG_PROGRAMS[shape](1_000 if quick else 10_000))
    match name:
        case "shared-713":
            return build_shared_context(SHORT_WORDS, questions, answer_tokens)
        case "shared-1277":
            return build_shared_context(LONG_WORDS, questions, answer_tokens)
        case "typed-records":
            return build_typed_records(8 if quick else 64)
        case "fake-map":
            return FakeMap(
                tuple(f"review number {index}" for index in range(2_000 if quick else 20_000))
            )
        case "check-file":
            return LongFile(long_file(100 if quick else 1_000))
    raise ValueError(f"no workload is called {name!r}")
