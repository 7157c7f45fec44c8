"""Questions, and texts to go on with: answers of a fixed number of tokens."""

from tests.benchmarks.jobs import Job, ModelWork, SplitPrompt, Write, one_round
from tests.benchmarks.workloads.passages import passage

# Words of the shared texts: 713, 1,277 and some 3,500 tokens with what stands before them, for
# SmolLM2.
SHORT_WORDS = 543
LONG_WORDS = 989
VERY_LONG_WORDS = 2_450

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
SYSTEM = "You answer questions about a text."

ANSWER_QUESTIONS = '''
context reader(article: text) """
  {% system %}
  You answer questions about a text.
  {% user %}
  {{ article }}
"""

template answer(question: text) -> text within reader { max_tokens: MAX_TOKENS } """
  Question: {{ question }}
"""

program main(article: text, questions: list[text]) {
  page = reader(article)
  return { answers: map question in questions: page.answer(question) }
}
'''


def build_shared_context(words: int, questions: int, answer_tokens: int) -> ModelWork:
    """Build the first `questions` questions about a text of `words` words."""
    # Cut at a word: what the questions ask need not be answerable, only the amount of work counts.
    shared = f"Read this text.\n\n{passage(words)}"
    asked = QUESTIONS[:questions]
    return ModelWork(
        one_round(
            [
                Job(SplitPrompt(SYSTEM, shared, "\n\nQuestion: ", question), Write(answer_tokens))
                for question in asked
            ]
        ),
        ANSWER_QUESTIONS.replace("MAX_TOKENS", str(answer_tokens)),
        {"article": shared, "questions": list(asked)},
        {"article": passage(64, 500), "questions": ["Will it stop?"]},
        is_endless=True,
    )


CONTINUE_TEXTS = '''
type Item { passage: text, tokens: int(1..1000) }

template go_on(passage: text) -> text """
  {% system %}
  You answer questions about a text.
  {% user %}
  {{ passage }}
"""

program main(items: list[Item]) {
  return { answers: map item in items: go_on(item.passage) { max_tokens: item.tokens } }
}
'''


def build_unshared(items: int, words: int, answer_tokens: int) -> ModelWork:
    """Build passages that have nothing but the system turn in common."""
    return _continue([(passage(words, number * words), answer_tokens) for number in range(items)])


def build_mixed(items: int, scale: int) -> ModelWork:
    """Build passages of 1 to 24 times `scale` words, with answers of as different lengths; the
    order of lengths is neither rising nor falling."""
    lengths = [(number * 7) % items + 1 for number in range(items)]
    return _continue(
        [
            (passage(scale * length, number * 97), 4 + 4 * ((number * 11) % items))
            for number, length in enumerate(lengths)
        ]
    )


def _continue(items: list[tuple[str, int]]) -> ModelWork:
    return ModelWork(
        one_round([Job(SplitPrompt(SYSTEM, "", "", text), Write(num)) for text, num in items]),
        CONTINUE_TEXTS,
        {"items": [{"passage": text, "tokens": num} for text, num in items]},
        {"items": [{"passage": passage(64, 500), "tokens": 4}]},
        is_endless=True,
    )
