"""The programs that pp runs for the workloads, and the one place that calls pp's public API."""

from collections.abc import Mapping
from typing import Any

import pp_lang

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
  return { verdicts: map review in reviews: office.judge(review) }
}
'''

GREET_ITEMS = '''
template judge(item: text) -> text { max_tokens: 8 } """
  Say in a word what you think of this: {{ item }}
"""

program main(items: list[text]) {
  return { answers: map item in items: judge(item) }
}
'''


def run_program(source: str, inputs: Mapping[str, Any], model: pp_lang.Model | str) -> Any:
    """Compile and run a program on an open model, or on one that pp opens by its name."""
    return pp_lang.compile(source).run(model=model, **inputs)
