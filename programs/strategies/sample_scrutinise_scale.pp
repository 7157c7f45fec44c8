"""Sample, scrutinise, scale (Zhao et al., 2025): verify each candidate several times, compare those that tie."""

import std.comparing
import std.ranking

template solve(question: text) -> text { max_tokens: 120 } """
  {{ question }}
  Think step by step, then answer.
"""

template is_right(question: text, answer: text) -> bool """
  Question: {{ question }}
  Answer: {{ answer }}
  Check every step. Is the answer right?
"""

template is_better(question: text, a: text, b: text) -> bool { temperature: 0.8 } """
  Question: {{ question }}
  First answer: {{ a }}
  Second answer: {{ b }}
  Find the step where they differ. Is the first answer right and the second wrong?
"""

program main(
  question: text,
  n: int(min: 1) = 8,
  checks: int(min: 1) = 4,
  repeats: int(min: 1) = 2,
) {
  candidates = sample n: solve(question)
  judged = map candidate in candidates: {
    verdicts = sample checks: is_right(question, candidate)
    return { candidate, score: count(verdicts, true) / checks }
  }
  close = map one in ranking.near(judged, 0.05, x => x.score): one.candidate
  return comparing.round_robin(close, (a, b) => is_better(question, a, b), repeats)
}
